using System.Management.Automation;

namespace Chatalo.Commands;

/// <summary>Matches names as PowerShell does: wildcards, case ignored, any of several; and remembers which names were met.</summary>
internal sealed class NamePattern
{
    private readonly string[] _names;
    private readonly WildcardPattern[] _patterns;
    private readonly HashSet<string> _met = new(StringComparer.OrdinalIgnoreCase);

    private NamePattern(string[] names)
    {
        _names = names;
        _patterns = names.Select(static n => WildcardPattern.Get(n, WildcardOptions.IgnoreCase | WildcardOptions.CultureInvariant)).ToArray();
    }

    /// <summary>The names without a wildcard that nothing had so far.</summary>
    public IEnumerable<string> Missing => _names.Where(n => !WildcardPattern.ContainsWildcardCharacters(n) && !_met.Contains(n)).Distinct(StringComparer.OrdinalIgnoreCase);

    /// <summary>The pattern of a parameter; null when it was not given, which matches everything.</summary>
    public static NamePattern? Create(string[]? names) => names is null || names.Length == 0 ? null : new NamePattern(names);

    /// <summary>Whether one of the names is this one.</summary>
    public bool Matches(string? name)
    {
        // A name may hold a bracket that is no wildcard; its exact text always matches.
        var matches = _patterns.Any(p => p.IsMatch(name ?? "")) || _names.Contains(name, StringComparer.OrdinalIgnoreCase);
        if (matches)
        {
            _met.Add(name ?? "");
        }

        return matches;
    }
}
