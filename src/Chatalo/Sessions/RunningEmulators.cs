using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;

namespace Chatalo;

/// <summary>The emulators that each runspace has started.</summary>
internal static class RunningEmulators
{
    private static readonly ConditionalWeakTable<Runspace, List<EmulatorInstance>> Emulators = new();

    /// <summary>This runspace's, the newest last.</summary>
    public static IReadOnlyList<EmulatorInstance> Mine
        => Runspace.DefaultRunspace is { } runspace && Emulators.TryGetValue(runspace, out var list) ? list.Where(e => e.IsRunning).ToArray() : [];

    public static void Add(EmulatorInstance emulator)
    {
        if (Runspace.DefaultRunspace is { } runspace)
        {
            Emulators.GetOrCreateValue(runspace).Add(emulator);
        }
    }
}
