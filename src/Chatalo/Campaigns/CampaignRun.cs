using System.Collections.Concurrent;
using System.Diagnostics;
using Chatalo.Sending;

namespace Chatalo.Campaigns;

/// <summary>
/// One worker on one campaign. Its loop alone talks with the store, one transaction a turn: what was sent is recorded and what is sent next
/// is claimed together, so there are never more rows in flight than <see cref="RunOptions.ThrottleLimit"/>. A message is sent only after its
/// claim is committed, and reported only after its outcome is.
/// </summary>
/// <param name="store">Where the campaign is.</param>
/// <param name="campaign">The campaign.</param>
/// <param name="options">How to work on it.</param>
/// <param name="sender">Makes the reports of what is not sent.</param>
/// <param name="send">Sends one message unless, when its request is about to leave, it may not; never throws.</param>
/// <param name="post">Has the pipeline's thread do something.</param>
/// <param name="emit">Takes each report, on the pipeline's thread.</param>
/// <param name="tell">Takes what the user should know meanwhile, on the pipeline's thread.</param>
/// <param name="stop">Ends the run: what has not left is pending again, what was in flight is unknown.</param>
internal sealed class CampaignRun(
    CampaignStore store, CampaignRow campaign, RunOptions options, MessageSender sender, Func<OutgoingMessage, CancellationToken, Func<bool>, Task<SendReport>> send,
    Action<Action> post, Action<SendReport> emit, Action<string> tell, CancellationToken stop) : ISendRoute, IDisposable
{
    private const int ImportBatch = 200;
    private static readonly TimeSpan ShortNap = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan ToldWait = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Nap = TimeSpan.FromMilliseconds(500);

    private readonly Inbox _inbox = new();
    private readonly Signal _signal = new();
    private readonly LeaseGuard _guard = new(options.Lease, stop);
    private readonly ConcurrentQueue<(ClaimOutcome Outcome, SendReport Report)> _done = new();
    private readonly Dictionary<long, (ClaimedDelivery Claim, Task Sending)> _inFlight = [];
    private List<(ClaimOutcome Outcome, SendReport Report)> _recording = [];
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private TimeSpan _renewAt;
    private TimeSpan _claimAt;
    private bool _isIdle;
    private readonly PatientStore _store = new(store, options.Patience, text => post(() => tell(text)), stop);
    private readonly SeenRecipients _seen = new();
    private readonly HashSet<string> _told = new(StringComparer.Ordinal);
    private bool _isListRecorded = !options.RecordsList;
    private ChataloException? _pausedBy;
    private volatile bool _isClosed;
    private volatile ChataloException? _failure;
    private CancellationTokenRegistration _wakeOnStop;

    public int Count => _inbox.Count;

    public bool HasRoom => _inbox.Count < options.ReadAhead || _failure is not null;

    public bool MayReadOn => true;

    public bool IsDone { get; private set; }

    public Task Ended { get; private set; } = Task.CompletedTask;

    public ChataloException? Failure => _failure;

    /// <summary>What the gateway refused the device or the account with, so that the campaign paused; null for nothing. Known once it is done.</summary>
    public ChataloException? PausedBy => _pausedBy is not { } cause ? null : new ChataloException(
        cause.Kind, $"The campaign '{campaign.Name}' is paused: {cause.Message.TrimEnd('.')}. The messages that were refused for it are pending.",
        $"{cause.RecommendedAction} Then Resume-ChataloCampaign goes on.", cause.StatusCode, cause);

    private bool IsStopping => _isClosed || stop.IsCancellationRequested;

    /// <summary>Begins to work.</summary>
    public void Begin()
    {
        _wakeOnStop = stop.Register(_signal.Set);
        Ended = Task.Run(RunAsync);
    }

    public void Start(OutgoingMessage message)
    {
        if (_seen.Add(message.Recipient) is > 0 and var again)
        {
            var report = sender.Skipped(message, CampaignTexts.Duplicate);
            _inbox.AddUnsent(new UnsentInput(message.Recipient, message.Recipient.Id, again, report.Result));
            _signal.Set();
            emit(report);
            return;
        }

        if (!_inbox.Add(message))
        {
            throw new InvalidOperationException("A recipient was added twice.");
        }

        _signal.Set();
    }

    /// <summary>Reports an input that never became a message, and records it so that the campaign shows whoever got nothing.</summary>
    /// <param name="recipient">The recipient; null where there is no valid one.</param>
    /// <param name="given">What stood in its place.</param>
    /// <param name="report">What is said of it.</param>
    public void Refuse(Recipient? recipient, string given, SendReport report)
    {
        _inbox.AddUnsent(new UnsentInput(recipient, given, recipient is null ? _seen.AddRefused(given) : 1, report.Result));
        _signal.Set();
        emit(report);
    }

    public void Complete()
    {
        _inbox.Complete();
        _signal.Set();
    }

    public void Close()
    {
        _isClosed = true;
        _signal.Set();
    }

    public void Dispose()
    {
        _wakeOnStop.Dispose();
        // A loop that has not seen its end yet still uses these; they hold nothing that must be let go.
        if (Ended.IsCompleted)
        {
            _signal.Dispose();
            _guard.Dispose();
        }
    }

    private async Task RunAsync()
    {
        try
        {
            while (!await TurnAsync().ConfigureAwait(false))
            {
            }

            await RecordListEndAsync().ConfigureAwait(false);
        }
        catch (Exception e)
        {
            await FailAsync(e as ChataloException ?? new ChataloException(ErrorKind.StoreUnavailable, $"The campaign store {store.Name} cannot be used: {e.Message}", innerException: e))
                .ConfigureAwait(false);
        }

        post(() => IsDone = true);
    }

    /// <returns>Whether the work is done.</returns>
    private async Task<bool> TurnAsync()
    {
        await RecordListEndAsync().ConfigureAwait(false);
        var imports = IsStopping ? [] : _inbox.Peek(ImportBatch);
        var unsent = IsStopping ? [] : _inbox.PeekUnsent(ImportBatch);
        var isConnected = options.IsConnected();
        var done = _recording = TakeDone();
        var now = _clock.Elapsed;
        if (_isIdle && (imports.Count > 0 || (_inbox.IsDone && _inFlight.Count == done.Count)))
        {
            _isIdle = false;
            _claimAt = now;
        }

        var wanted = IsStopping || !isConnected || now < _claimAt ? 0 : options.ThrottleLimit - _inFlight.Count + done.Count;
        var renews = now >= _renewAt;
        if (imports.Count == 0 && unsent.Count == 0 && done.Count == 0 && wanted == 0 && !(renews && _inFlight.Count > 0))
        {
            if ((IsStopping || !isConnected) && _inFlight.Count == 0)
            {
                return IsStopping || EndDisconnected();
            }

            var next = _inFlight.Count == 0 || (_inFlight.Count < options.ThrottleLimit && _claimAt < _renewAt) ? _claimAt : _renewAt;
            await _signal.WaitAsync(next > now ? next - now : ShortNap).ConfigureAwait(false);
            return false;
        }

        var started = DateTimeOffset.UtcNow;
        var turn = new TurnRequest(campaign.Id, options.Owner, options.Lease)
        {
            Imports = imports, Unsent = unsent, Outcomes = done.ConvertAll(static d => d.Outcome), Wanted = wanted, Renews = renews,
        };
        var answer = await _store.UseAsync(s => s.Exchange(_store.CommitWasLost ? turn with { InFlight = _inFlight.Keys } : turn)).ConfigureAwait(false);
        Settle(imports, unsent.Count, done, answer);
        Tell(answer.Notes);
        if (renews || _inFlight.Count == 0)
        {
            _renewAt = _clock.Elapsed + TimeSpan.FromTicks(options.Lease.Ticks / 3);
            _guard.Renewed(started);
        }

        foreach (var claim in answer.Claimed)
        {
            _inFlight.Add(claim.Id, (claim, Task.Run(() => SendAsync(claim, started))));
        }

        return wanted > 0 && answer.Claimed.Count == 0 && await RestOrEndAsync(answer).ConfigureAwait(false);
    }

    /// <summary>Remembers that the list is recorded to its end as soon as it is, whatever becomes of the sending.</summary>
    private async Task RecordListEndAsync()
    {
        if (!_isListRecorded && _inbox.IsDone)
        {
            await _store.UseAsync(s => s.EndList(campaign.Id)).ConfigureAwait(false);
            _isListRecorded = true;
        }
    }

    private async Task SendAsync(ClaimedDelivery claim, DateTimeOffset claimedAt)
    {
        SendReport report;
        try
        {
            report = await send(claim.Message, _guard.Token, () => _guard.Holds(claimedAt)).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            // Whatever it was, the request may have left; and an outcome that never came would keep the run for ever.
            report = sender.Refused(claim.Message, new ChataloException(ErrorKind.OutcomeUnknown, $"Sending to {claim.Message.Recipient} broke off: {e.Message}", innerException: e));
        }

        _done.Enqueue((OutcomePolicy.Judge(claim, report), report));
        _signal.Set();
    }

    private List<(ClaimOutcome Outcome, SendReport Report)> TakeDone()
    {
        var done = new List<(ClaimOutcome, SendReport)>();
        while (_done.TryDequeue(out var one))
        {
            done.Add(one);
        }

        return done;
    }

    /// <summary>Reports what is committed now.</summary>
    private void Settle(IReadOnlyList<OutgoingMessage> imports, int unsent, List<(ClaimOutcome Outcome, SendReport Report)> done, TurnAnswer answer)
    {
        _inbox.Recorded(imports.Count, unsent);
        for (var i = 0; i < imports.Count; i++)
        {
            // An input that was read while its message was on its way may have had its result from there.
            if (answer.LeftOut[i] is { } reason && _inbox.TryTake(imports[i].Recipient, out var input))
            {
                post(() => emit(sender.Skipped(input!, reason)));
            }
        }

        _recording = [];
        foreach (var (outcome, report) in done)
        {
            _inFlight.Remove(outcome.Claim.Id);
            _pausedBy ??= outcome.PauseReason is null ? null : report.Error;
            // What is pending again has no result yet, unless this run ends before it can have one.
            if (outcome.End == ClaimEnd.Settled || IsStopping)
            {
                Report(outcome.Claim.Message, report.For);
            }
        }

        foreach (var skipped in answer.OptedOut)
        {
            Report(skipped.Message, message => sender.Skipped(message, CampaignTexts.OptedOut));
        }
    }

    /// <summary>Says once what the store noticed.</summary>
    private void Tell(IEnumerable<string> notes)
    {
        foreach (var note in notes.Where(_told.Add))
        {
            post(() => tell(note));
        }
    }

    // A gap is expected. Hours without a word look like a command that hangs.
    private void TellWait(TurnAnswer answer)
    {
        if (answer is { HasPending: true, IsPaused: false, Wait: { } wait } && wait >= ToldWait && (campaign.Window is not null || campaign.DailyLimit is not null)
            && wait.TotalSeconds > (campaign.Interval?.Maximum ?? 0))
        {
            // Rounded, so that the same minute is told once.
            var until = (TimeProvider.System.GetUtcNow() + wait + TimeSpan.FromSeconds(30)).ToOffset(campaign.UtcOffset);
            Tell([CampaignTexts.Waits(campaign, until)]);
        }
    }

    /// <summary>Ends the run of a session that was disconnected. What is recorded and has not left is pending.</summary>
    private bool EndDisconnected()
    {
        foreach (var waiting in _inbox.Open())
        {
            Report(waiting, message => sender.Skipped(message, CampaignTexts.Disconnected(campaign.Name)));
        }

        _failure = new ChataloException(
            ErrorKind.Stopped, $"The session was disconnected while the campaign '{campaign.Name}' ran. What had not left is pending.",
            "Run Connect-Chatalo, then the same command again, or Resume-ChataloCampaign for what is recorded: both go on where it stopped.");
        return true;
    }

    /// <summary>Gives the result of a message; of the input, where it came with this run, be it while the message was already on its way.</summary>
    private void Report(OutgoingMessage message, Func<OutgoingMessage, SendReport> make)
    {
        var report = make(_inbox.TryTake(message.Recipient, out var input) ? input! : message);
        post(() => emit(report));
    }

    /// <summary>Nothing could be claimed: says when to try again, or that the work is done.</summary>
    private async Task<bool> RestOrEndAsync(TurnAnswer answer)
    {
        if (answer.IsPaused)
        {
            foreach (var waiting in _inbox.Open())
            {
                Report(waiting, message => sender.Skipped(message, CampaignTexts.Paused(campaign.Name, answer.PauseReason)));
            }
        }

        // Rows that others have locked for a moment are worth another look at once.
        var nap = answer.Wait ?? (answer.HasPending ? ShortNap : options.LongestNap);
        _claimAt = _clock.Elapsed + (nap < options.LongestNap ? nap : options.LongestNap);
        _isIdle = !answer.HasPending;
        TellWait(answer);
        if (_inFlight.Count > 0 || !_inbox.IsDone || answer.HasPending)
        {
            if (!answer.HasPending && !HasRoom)
            {
                // Full of what other workers sent from the same list: the rest of it could never be read.
                await ReportSettledElsewhereAsync().ConfigureAwait(false);
            }

            return false;
        }

        if (answer.IsPaused)
        {
            return true;
        }

        await ReportSettledElsewhereAsync().ConfigureAwait(false);
        var retried = options.RetriesUnknown
            ? await _store.UseAsync(s => s.RetryUnknown(campaign.Id, options.Owner)).ConfigureAwait(false) : 0;
        _isIdle = false;
        _claimAt = _clock.Elapsed + (retried > 0 ? TimeSpan.Zero : Nap);
        return retried == 0 && _inbox.Count == 0 && !(options.RetriesUnknown && answer.OthersAreSending);
    }

    /// <summary>Reports inputs that other workers sent, or that died with one.</summary>
    private async Task ReportSettledElsewhereAsync()
    {
        var open = _inbox.Open();
        if (open.Count == 0)
        {
            return;
        }

        var settled = await _store.UseAsync(s => s.FindSettled(campaign, open.Select(static m => m.Recipient.Person))).ConfigureAwait(false);
        foreach (var waiting in open)
        {
            if (settled.TryGetValue(waiting.Recipient.Person, out var delivery))
            {
                Report(waiting, message => sender.Recorded(message, delivery));
            }
        }
    }

    private async Task FailAsync(ChataloException error)
    {
        _guard.GiveUp();
        await Task.WhenAll(_inFlight.Values.Select(static f => f.Sending)).ConfigureAwait(false);
        var lost = _inFlight.Count;
        foreach (var (outcome, report) in _recording.Concat(TakeDone()))
        {
            Report(outcome.Claim.Message, report.For);
        }

        _failure = lost == 0 ? error : new ChataloException(
            error.Kind, $"{error.Message} The outcomes of {lost} messages could not be recorded: in the store they are Sending, and Unknown when their leases end.",
            error.RecommendedAction, innerException: error);
        post(static () => { });
    }
}
