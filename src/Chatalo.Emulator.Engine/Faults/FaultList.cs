using Chatalo.Emulator.Protocol;

namespace Chatalo.Emulator.Faults;

/// <summary>The faults asked for.</summary>
internal sealed class FaultList
{
    private readonly object _gate = new();
    private volatile ActiveFault[] _faults = [];

    public IReadOnlyList<ActiveFault> Faults => _faults;

    public ActiveFault Add(FaultRule rule)
    {
        var fault = new ActiveFault(rule);
        lock (_gate)
        {
            _faults = [.. _faults, fault];
        }

        return fault;
    }

    public bool Remove(ActiveFault fault)
    {
        lock (_gate)
        {
            var before = _faults.Length;
            _faults = Array.FindAll(_faults, other => other != fault);
            return _faults.Length < before;
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            _faults = [];
        }
    }

    /// <summary>Counts a call with every rule.</summary>
    /// <returns>Null when it is to be answered truly.</returns>
    public FaultPlan? Next(string method, string path)
    {
        if (_faults.Length == 0)
        {
            return null;
        }

        path = ApiPath.BelowBase(path);
        FaultRule? acting = null;
        int before = 0, after = 0;
        lock (_gate)
        {
            foreach (var fault in _faults)
            {
                if (!fault.IsDue(method, path))
                {
                    continue;
                }

                before += fault.Rule.DelayMs;
                after += fault.Rule.DelayAfterMs;
                if (acting is null || (acting.Kind == FaultKind.Delay && fault.Rule.Kind != FaultKind.Delay))
                {
                    acting = fault.Rule;
                }
            }
        }

        return acting is null ? null : new FaultPlan(acting, TimeSpan.FromMilliseconds(before), TimeSpan.FromMilliseconds(after));
    }
}
