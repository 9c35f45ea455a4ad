using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;

namespace Chatalo;

/// <summary>The current session of each runspace: runbooks share a process, and must not share their keys.</summary>
internal static class CurrentSession
{
    private static readonly ConditionalWeakTable<Runspace, StrongBox<Session?>> Sessions = new();

    public static Session? Value
    {
        get => Runspace.DefaultRunspace is { } runspace && Sessions.TryGetValue(runspace, out var box) ? box.Value : null;
        set
        {
            if (Runspace.DefaultRunspace is { } runspace)
            {
                Sessions.GetOrCreateValue(runspace).Value = value;
            }
        }
    }
}
