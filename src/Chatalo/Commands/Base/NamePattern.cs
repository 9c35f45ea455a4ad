using System.Management.Automation;

namespace Chatalo.Commands;

/// <summary>Matches names as PowerShell does: wildcards, case ignored, any of several.</summary>
internal static class NamePattern
{
    public static Func<string?, bool>? Create(string[]? patterns)
    {
        if (patterns is null || patterns.Length == 0)
        {
            return null;
        }

        var compiled = patterns.Select(p => WildcardPattern.Get(p, WildcardOptions.IgnoreCase | WildcardOptions.CultureInvariant)).ToArray();
        // A name may hold a bracket that is no wildcard; its exact text always matches.
        return name => compiled.Any(p => p.IsMatch(name ?? "")) || patterns.Contains(name, StringComparer.OrdinalIgnoreCase);
    }
}
