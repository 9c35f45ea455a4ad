using Chatalo.Client.Http;

namespace Chatalo.UnitTests.Client;

/// <summary>A true fixed window and the clients that share it, in simulated time: event by event, the same on every run.</summary>
internal sealed class WindowSimulation(int limit, double windowSec = 60)
{
    private readonly PriorityQueue<Action, (double Time, long Order)> _events = new();
    private double _windowEnd = double.MinValue;
    private int _used;
    private long _order;

    public double Now { get; private set; }

    public int Limit { get; set; } = limit;

    /// <summary>How many requests the gateway took.</summary>
    public int Taken { get; private set; }

    public void At(double time, Action action) => _events.Enqueue(action, (Math.Max(time, Now), _order++));

    public void Run(double until)
    {
        while (_events.TryPeek(out _, out var next) && next.Time <= until)
        {
            Now = next.Time;
            _events.Dequeue()();
        }
    }

    /// <summary>Counts as Laravel does: rejected requests are not counted, Retry-After is in whole seconds, rounded down.</summary>
    public (int Status, RateLimitHeaders Headers) Count()
    {
        if (Now >= _windowEnd)
        {
            (_windowEnd, _used) = (Now + windowSec, 0);
        }

        if (_used >= Limit)
        {
            return (429, new RateLimitHeaders(Limit, 0, TimeSpan.FromSeconds(Math.Floor(_windowEnd - Now))));
        }

        Taken++;
        return (200, new RateLimitHeaders(Limit, Limit - ++_used, null));
    }
}

/// <summary>A session's sends under one <see cref="RateWindow"/>, with the retries of <see cref="RetryHandler"/>.</summary>
internal sealed class SimulatedClient
{
    private readonly WindowSimulation _sim;
    private readonly Func<(double There, double Back)> _latency;
    private readonly Queue<int> _idle = new();
    private double _wakesAt = double.MaxValue;

    /// <param name="sim">The gateway and the time.</param>
    /// <param name="concurrency">Requests in flight.</param>
    /// <param name="latency">Seconds to the gateway and back, drawn for each request.</param>
    /// <param name="starts">When it begins, in seconds.</param>
    /// <param name="windowSec">The length of the window that it believes in.</param>
    public SimulatedClient(WindowSimulation sim, int concurrency, Func<(double There, double Back)> latency, double starts = 0, double windowSec = 60)
    {
        (_sim, _latency) = (sim, latency);
        Window = new RateWindow(TimeSpan.FromSeconds(windowSec));
        sim.At(starts, () =>
        {
            for (var i = 0; i < concurrency; i++)
            {
                _idle.Enqueue(0);
            }

            Go();
        });
    }

    public RateWindow Window { get; }

    public int Sent { get; private set; }

    public int Refused { get; private set; }

    public int Lost { get; private set; }

    /// <summary>The most 429s that one call met: beyond the session's retries it would be reported as failed.</summary>
    public int MostRefusalsOfOneCall { get; private set; }

    /// <summary>Whether the next request is lost: null when it is not, else whether the gateway counts it.</summary>
    public Func<bool?> Loses { get; init; } = () => null;

    /// <summary>What the answer says, where it does not say everything.</summary>
    public Func<int, RateLimitHeaders, (int Status, RateLimitHeaders Headers)> Says { get; init; } = (status, headers) => (status, headers);

    private TimeSpan Now => TimeSpan.FromSeconds(_sim.Now);

    private void Go()
    {
        while (_idle.Count > 0 && Window.TryTake(Now) is { } ticket)
        {
            Send(ticket, _idle.Dequeue());
        }

        if (_idle.Count > 0 && Window.NextLook(Now) is { } wait)
        {
            // A millisecond, as timers have it.
            var at = _sim.Now + Math.Max(wait.TotalSeconds, 0.001);
            if (at < _wakesAt || _wakesAt <= _sim.Now)
            {
                _wakesAt = at;
                _sim.At(at, Go);
            }
        }
    }

    private void Send(RateTicket ticket, int refusals)
    {
        var (there, back) = _latency();
        var lost = Loses();
        _sim.At(_sim.Now + there, () =>
        {
            var (status, headers) = lost == false ? (0, default) : _sim.Count();
            _sim.At(_sim.Now + back, () =>
            {
                Answer(ticket, refusals, lost is null ? Says(status, headers) : (0, default));
                Go();
            });
        });
    }

    private void Answer(RateTicket ticket, int refusals, (int Status, RateLimitHeaders Headers) answer)
    {
        switch (answer.Status)
        {
            case 0:
                Lost++;
                Window.Lost(ticket);
                _idle.Enqueue(0);
                break;
            case 429:
                Refused++;
                MostRefusalsOfOneCall = Math.Max(MostRefusalsOfOneCall, refusals + 1);
                Window.Answered(ticket, Now, answer.Status, answer.Headers);
                var wait = Math.Max(answer.Headers.RetryAfter?.TotalSeconds ?? 1, 0.5);
                _sim.At(_sim.Now + wait, () =>
                {
                    _idle.Enqueue(refusals + 1);
                    Go();
                });
                break;
            default:
                Sent++;
                Window.Answered(ticket, Now, answer.Status, answer.Headers);
                _idle.Enqueue(0);
                break;
        }
    }
}
