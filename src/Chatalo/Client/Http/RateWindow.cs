namespace Chatalo.Client.Http;

/// <summary>
/// Laravel's rate limit seen from the outside: a fixed window that starts at its first request. Says of each request whether it
/// may go now. Uses the whole window and, alone, meets no 429. Not thread-safe; the time is given.
/// </summary>
/// <remarks>
/// <para>The gateway never says when a window ends. It started no later than the first answer of it came, so it is over one
/// window's length after that; the wait is too long by one round trip at most.</para>
/// <para>Each window is opened by one request alone, whose answer says how much is left before the others follow: a bucket shared
/// with others (it may be per key or per address) is not overrun by a burst. Nor at its end: where more is gone than we took, in
/// this window or the last, no more than half of what is left is under way at once.</para>
/// <para>What may still go is what the lowest answer left, less all that is under way, less the doubtful: requests that brought no
/// answer, or one from around the end of a window, and may or may not be in that figure. The answer of a request that went out
/// after them settles them.</para>
/// <para>Where others opened the window its end is not known. When it is used up, one request alone asks, and either goes through
/// or brings a 429 with the true wait. Rejected requests are not counted by the gateway.</para>
/// </remarks>
internal sealed class RateWindow(TimeSpan length)
{
    /// <summary>The vendor's limit, believed until the first answer.</summary>
    internal const int DefaultLimit = 60;

    /// <summary>How long all others wait for the one that asks, before a second one does.</summary>
    internal static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    // Laravel rounds Retry-After down to whole seconds, so 0 can mean almost one: half is added, which is right half the time.
    private static readonly TimeSpan HalfASecond = TimeSpan.FromMilliseconds(500);

    private Phase _phase;
    private bool _isPaced = true;
    private bool _endIsKnown;
    private bool _wasShared;
    private int _inFlight;
    private int _ours;
    private int _reported;
    private int _doubts;
    private int _settled;
    private int _doubtsAtAsk;
    private long _generation;
    private TimeSpan? _until;
    private TimeSpan _asksAgainAt;

    private enum Phase
    {
        /// <summary>Nothing is known of the window: the next request asks.</summary>
        Fresh,

        /// <summary>One request is under way to ask; the others wait for its answer.</summary>
        Asking,

        /// <summary>The window was opened, and is over at the latest when <see cref="_until"/> says.</summary>
        Open,

        /// <summary>A 429 came: nothing goes before <see cref="_until"/>.</summary>
        Closed,
    }

    /// <summary>Requests per window; null when the gateway states no limit.</summary>
    public int? Limit => _isPaced ? LimitOfWindow : null;

    private int LimitOfWindow { get; set; } = DefaultLimit;

    private int Left => _reported - (_doubts - _settled) - _inFlight;

    private bool IsShared => LimitOfWindow - _reported > _ours;

    // Others may have as much under way as we: of what is left only half is ours to take at once.
    private bool HasRoom => Left > 0 && (!(IsShared || _wasShared) || _inFlight < (_reported + 1) / 2);

    /// <summary>What may still go in this window.</summary>
    public int Remaining(TimeSpan now) => now >= _until ? LimitOfWindow : _phase switch
    {
        Phase.Fresh => LimitOfWindow,
        Phase.Open => Math.Max(Left, 0),
        _ => 0,
    };

    /// <summary>When the window surely is over; null where that is not known.</summary>
    public TimeSpan? EndsAt(TimeSpan now) => now >= _until ? null : _until;

    /// <summary>For how long a 429 has closed the window; null when none has.</summary>
    public TimeSpan? ClosedFor(TimeSpan now) => _phase == Phase.Closed && now < _until ? _until - now : null;

    /// <summary>How long the next request waits because the budget is used up; null when it does not, or nobody knows.</summary>
    public TimeSpan? WaitFor(TimeSpan now) => ClosedFor(now) ?? (_phase == Phase.Open && Left <= 0 && _endIsKnown && now < _until ? _until - now : null);

    /// <summary>When to look again, if no answer changes anything before; null for never.</summary>
    public TimeSpan? NextLook(TimeSpan now)
    {
        var at = _phase == Phase.Asking && !(_until < _asksAgainAt) ? _asksAgainAt : _until;
        return at is { } then ? then > now ? then - now : TimeSpan.Zero : null;
    }

    /// <summary>Takes leave for one request; null when it has to wait.</summary>
    public RateTicket? TryTake(TimeSpan now)
    {
        if (now >= _until)
        {
            _wasShared = _phase == Phase.Closed || IsShared;
            (_phase, _until) = (Phase.Fresh, null);
            _generation++;
        }

        return _phase switch
        {
            Phase.Closed => null,
            _ when !_isPaced => Take(),
            Phase.Open when HasRoom => Take(),
            Phase.Open when _endIsKnown || _inFlight > 0 => null,
            Phase.Asking when now < _asksAgainAt || _inFlight >= LimitOfWindow => null,
            _ => Ask(now),
        };
    }

    /// <summary>An answer came.</summary>
    public void Answered(RateTicket ticket, TimeSpan now, int status, RateLimitHeaders headers)
    {
        _inFlight--;
        if (status == 429)
        {
            Refused(ticket, now, headers);
            return;
        }

        if (headers.Limit is not { } limit || headers.Remaining is not { } remaining)
        {
            AnsweredWithout(ticket, status);
            return;
        }

        LimitOfWindow = limit;
        if (!_isPaced)
        {
            _isPaced = true;
            Begin(ticket, now, remaining);
        }
        else if (ticket.Generation != _generation)
        {
            _doubts++;
        }
        else if (_phase == Phase.Asking || (_phase == Phase.Open && remaining >= ticket.Reported))
        {
            // More is left than could be in the old window: a new one began, at the latest just now.
            Begin(ticket, now, remaining);
        }
        else if (remaining < _reported)
        {
            (_reported, _settled) = (remaining, ticket.Doubts);
        }
    }

    /// <summary>No answer came: the gateway may have counted it, and it may have opened the window.</summary>
    public void Lost(RateTicket ticket)
    {
        _inFlight--;
        _doubts++;
        AskAgain(ticket);
    }

    /// <summary>It never left.</summary>
    public void NotSent(RateTicket ticket)
    {
        _inFlight--;
        AskAgain(ticket);
    }

    private void Refused(RateTicket ticket, TimeSpan now, RateLimitHeaders headers)
    {
        if (ticket.Generation != _generation)
        {
            // Of a window that is over.
            return;
        }

        LimitOfWindow = headers.Limit ?? LimitOfWindow;
        var until = now + (headers.RetryAfter ?? HalfASecond) + HalfASecond;
        _until = _phase == Phase.Closed && _until > until ? _until : until;
        _phase = Phase.Closed;
    }

    private RateTicket Take()
    {
        _inFlight++;
        _ours++;
        return new RateTicket(_generation, _reported, _doubts);
    }

    private RateTicket Ask(TimeSpan now)
    {
        if (_phase != Phase.Asking)
        {
            (_phase, _doubtsAtAsk) = (Phase.Asking, _doubts);
        }

        _asksAgainAt = now + Patience;
        return Take() with { Doubts = _doubtsAtAsk };
    }

    private void AskAgain(RateTicket ticket)
    {
        if (ticket.Generation == _generation)
        {
            _asksAgainAt = TimeSpan.MinValue;
        }
    }

    // A server that states no limit is not paced (a 429 still is). A failure without the headers says nothing: a proxy made it.
    private void AnsweredWithout(RateTicket ticket, int status)
    {
        _doubts++;
        if (ticket.Generation == _generation && _phase == Phase.Asking && status < 500)
        {
            _isPaced = false;
            (_phase, _until) = (Phase.Fresh, null);
        }

        AskAgain(ticket);
    }

    private void Begin(RateTicket ticket, TimeSpan now, int remaining)
    {
        // What is under way may be in either window; it is doubtful once it is answered.
        _generation++;
        _phase = Phase.Open;
        _until = now + length;
        (_reported, _settled) = (remaining, ticket.Doubts);

        // If no more is gone than this request, what is under way and what was answered since, then one of them opened the window,
        // and not somebody else long ago.
        _ours = 1 + _inFlight + (_doubts - ticket.Doubts);
        _endIsKnown = !IsShared;
    }
}
