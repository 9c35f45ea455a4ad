using System.Threading.RateLimiting;

namespace Chatalo.Client.Http;

/// <summary>
/// Laravel's rate limit seen from the outside: a fixed window that starts at its first request. Uses the whole window and,
/// alone, meets no 429.
/// </summary>
/// <remarks>
/// <para>The gateway never says when a window ends. It started no later than the first answer of it was received, so it is over
/// one window's length after that; the wait is too long by one round trip at most.</para>
/// <para>Each window is opened by one request alone. Its answer says how much is left before the others follow, so a bucket
/// shared with others (it may be per key or per address) is not overrun by a burst. Where others share the bucket, or began the
/// window before us, its end is unknown too: when it seems used up, one request alone asks, and either goes through or brings
/// a 429 with the true wait.</para>
/// <para>Rejected requests are not counted by the gateway; a 429 closes the window until <c>Retry-After</c>.</para>
/// </remarks>
internal sealed class GatewayRateLimiter(TimeSpan window, TimeProvider time) : RateLimiter
{
    /// <summary>The vendor's limit, believed until the first answer.</summary>
    internal const int DefaultLimit = 60;

    // Retry-After is rounded down, so 0 can mean almost a second.
    private static readonly TimeSpan ShortestClosure = TimeSpan.FromMilliseconds(250);

    private readonly object _lock = new();
    private TaskCompletionSource<bool> _changed = NewSignal();
    private int? _limit = DefaultLimit;
    private int _left = DefaultLimit;
    private long _generation;
    private bool _opening;
    private bool _open;
    private bool _unlimited;
    private bool _uncertain;
    private int _inFlight;
    private long _waiting;
    private DateTimeOffset? _endsAt;
    private DateTimeOffset? _closedUntil;
    private bool _disposed;

    /// <summary>The state to show: the limit, what is left of the window, and when it ends.</summary>
    public RateLimitState State
    {
        get
        {
            lock (_lock)
            {
                var over = IsOver(time.GetUtcNow());
                return new RateLimitState(_unlimited ? null : _limit, _unlimited ? null : over ? _limit : Math.Max(_left, 0), over ? null : _closedUntil ?? _endsAt);
            }
        }
    }

    /// <summary>How long the next request waits, where that is known.</summary>
    public TimeSpan? ExpectedWait
    {
        get
        {
            lock (_lock)
            {
                return WaitFrom(time.GetUtcNow());
            }
        }
    }

    /// <inheritdoc />
    public override TimeSpan? IdleDuration => null;

    /// <inheritdoc />
    public override RateLimiterStatistics? GetStatistics()
    {
        lock (_lock)
        {
            return new RateLimiterStatistics { CurrentAvailablePermits = Math.Max(_left, 0), CurrentQueuedCount = Interlocked.Read(ref _waiting) };
        }
    }

    /// <summary>Takes in what an answer said.</summary>
    public void Report(Permit permit, int statusCode, RateLimitHeaders headers)
    {
        lock (_lock)
        {
            permit.Answered = true;
            var now = time.GetUtcNow();
            if (statusCode == 429)
            {
                Close(permit, now, headers);
            }
            else
            {
                Learn(permit, now, headers);
            }

            Signal();
        }
    }

    /// <inheritdoc />
    protected override RateLimitLease AttemptAcquireCore(int permitCount)
    {
        lock (_lock)
        {
            return TryGrant(time.GetUtcNow()) ?? Permit.Refused;
        }
    }

    /// <inheritdoc />
    protected override async ValueTask<RateLimitLease> AcquireAsyncCore(int permitCount, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _waiting);
        try
        {
            while (true)
            {
                Task changed;
                TimeSpan? wait;
                lock (_lock)
                {
                    var now = time.GetUtcNow();
                    if (TryGrant(now) is { } permit)
                    {
                        return permit;
                    }

                    wait = WaitFrom(now);
                    changed = _changed.Task;
                }

                using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
                var delay = time.DelayAsync(wait ?? Timeout.InfiniteTimeSpan, stop.Token);
                await Task.WhenAny(changed, delay).ConfigureAwait(false);
                cancellationToken.ThrowIfCancellationRequested();
                stop.Cancel();
            }
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
    }

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        lock (_lock)
        {
            _disposed = true;
            Signal();
        }
    }

    private static TaskCompletionSource<bool> NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private void Signal()
    {
        // Only waiters make a signal worth renewing.
        if (Interlocked.Read(ref _waiting) > 0)
        {
            _changed.TrySetResult(true);
            _changed = NewSignal();
        }
    }

    private bool IsOver(DateTimeOffset now)
        => _closedUntil is { } closed ? now >= closed : _endsAt is { } end && now >= end;

    private Permit? TryGrant(DateTimeOffset now)
    {
        if (_disposed)
        {
            throw new ObjectDisposedException(nameof(GatewayRateLimiter), "The session is disconnected.");
        }

        if (_unlimited && _closedUntil is null)
        {
            return Grant(opens: false);
        }

        if (IsOver(now))
        {
            StartAnew();
        }

        if (_opening || _closedUntil is not null)
        {
            return null;
        }

        if (_open && _left > 0)
        {
            return Grant(opens: false);
        }

        if (!_open || AsksAlone)
        {
            _opening = true;
            return Grant(opens: true);
        }

        return null;
    }

    private bool AsksAlone => _uncertain && _inFlight == 0;

    private Permit Grant(bool opens)
    {
        _left--;
        _inFlight++;
        return new Permit(this, _generation, opens, mostLeft: _left + _inFlight - 1);
    }

    private void StartAnew()
    {
        _generation++;
        _open = _opening = _uncertain = false;
        _endsAt = _closedUntil = null;
        _left = _limit ?? DefaultLimit;
    }

    private TimeSpan? WaitFrom(DateTimeOffset now)
    {
        var until = _closedUntil ?? (_open && _left <= 0 && !_uncertain ? _endsAt : null);
        return until is { } at ? at > now ? at - now : TimeSpan.FromMilliseconds(1) : null;
    }

    private void Close(Permit permit, DateTimeOffset now, RateLimitHeaders headers)
    {
        if (permit.Generation != _generation)
        {
            return;
        }

        _limit = headers.Limit ?? _limit;
        _left = 0;
        _open = true;
        _opening = false;
        var until = now + Max(headers.RetryAfter ?? ShortestClosure, ShortestClosure);
        _closedUntil = _closedUntil is { } known && known > until ? known : until;
    }

    private void Learn(Permit permit, DateTimeOffset now, RateLimitHeaders headers)
    {
        var current = permit.Generation == _generation;
        if (permit.Opens && current)
        {
            _opening = false;
            _open = true;
        }

        if (headers.Limit is not { } limit || headers.Remaining is not { } remaining)
        {
            // A server that states no limit is not paced; a 429 still is.
            _unlimited = true;
            return;
        }

        _unlimited = false;
        _limit = limit;
        if (!current || _closedUntil is not null)
        {
            return;
        }

        // What is still in flight may not be counted yet.
        var surelyLeft = remaining - (_inFlight - 1);
        if (permit.Opens)
        {
            _endsAt = now + window;
            _uncertain = remaining < limit - 1;
            _left = surelyLeft;
        }
        else if (remaining < _left)
        {
            // Ours alone would have left more: others take from the same bucket.
            _uncertain = true;
            _left = surelyLeft;
        }
        else if (remaining > permit.MostLeft)
        {
            // More is left than could be in the old window: a new one began, at the latest just now.
            // Requests in flight belong to either; they say nothing of the new one.
            _generation++;
            _endsAt = now + window;
            _uncertain = true;
            _left = surelyLeft;
        }
    }

    private void Release(Permit permit)
    {
        lock (_lock)
        {
            _inFlight--;
            if (permit is { Opens: true, Answered: false } && permit.Generation == _generation)
            {
                // No answer: it may be counted and may have started the window. The next one asks again.
                _opening = false;
            }

            Signal();
        }
    }

    private static TimeSpan Max(TimeSpan a, TimeSpan b) => a > b ? a : b;

    /// <summary>Leave to make one request.</summary>
    internal sealed class Permit(GatewayRateLimiter? owner, long generation, bool opens, int mostLeft) : RateLimitLease
    {
        internal static readonly Permit Refused = new(null, 0, opens: false, mostLeft: 0);

        /// <inheritdoc />
        public override bool IsAcquired => owner is not null;

        /// <inheritdoc />
        public override IEnumerable<string> MetadataNames => [];

        /// <summary>The window it was given in.</summary>
        internal long Generation { get; } = generation;

        /// <summary>It opens its window: the others wait for its answer.</summary>
        internal bool Opens { get; } = opens;

        /// <summary>The most that its answer can say is left, if the window is still the same: only what was answered before it is surely counted.</summary>
        internal int MostLeft { get; } = mostLeft;

        internal bool Answered { get; set; }

        /// <inheritdoc />
        public override bool TryGetMetadata(string metadataName, out object? metadata)
        {
            metadata = null;
            return false;
        }

        /// <inheritdoc />
        protected override void Dispose(bool disposing) => owner?.Release(this);
    }
}
