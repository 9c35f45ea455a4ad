using Chatalo.Emulator.Faults;
using Chatalo.Emulator.Protocol;

namespace Chatalo.Emulator;

/// <summary>A fault rule at work in an emulator.</summary>
public sealed class ActiveFault
{
    private readonly string? _path;
    private int _matched;
    private int _applied;

    internal ActiveFault(FaultRule rule)
    {
        rule.Check();
        Rule = rule;
        _path = rule.Path is null ? null : ApiPath.BelowBase(rule.Path);
    }

    /// <summary>The rule as it was added.</summary>
    public FaultRule Rule { get; }

    /// <summary>Calls that matched its path and method.</summary>
    public int Matched => Volatile.Read(ref _matched);

    /// <summary>Calls that it was due to: where two rules were due to one call, both count it, though one acts.</summary>
    public int Applied => Volatile.Read(ref _applied);

    /// <summary>True when it has met as many calls as it was to meet.</summary>
    public bool IsSpent => Applied >= Rule.Count;

    /// <summary>Counts a call. The list of faults holds its lock.</summary>
    internal bool IsDue(string method, string path)
    {
        if ((Rule.Method is not null && !string.Equals(Rule.Method, method, StringComparison.OrdinalIgnoreCase))
            || (_path is not null && !Wildcard.IsMatch(_path, path)))
        {
            return false;
        }

        var number = ++_matched - Rule.Skip;
        if (IsSpent || number <= 0 || number % Rule.Every != 0)
        {
            return false;
        }

        _applied++;
        return true;
    }
}
