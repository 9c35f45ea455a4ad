using System.Globalization;
using System.Management.Automation;
using Chatalo.Binding;
using Chatalo.Campaigns;
using Chatalo.Client;
using Chatalo.Completion;
using Chatalo.Sending;

namespace Chatalo.Commands;

/// <summary>Sends a text, a file, or a file with a text to people or groups: one result for each input.</summary>
[Cmdlet(VerbsCommunications.Send, "ChataloMessage", SupportsShouldProcess = true)]
[OutputType(typeof(SendResult))]
public sealed class SendChataloMessageCommand : RecipientCommand
{
    private const int ManyRecipients = 100;

    // For what is counted by device: no name of a device is blank.
    private const string SessionsDevice = " ";

    private readonly SendTally _tally = new();
    private readonly SendLog _log = new();
    private readonly SendHalt _halt = new();
    private Interval? _interval;
    private CampaignSettings _settings = null!;
    private MessageComposer _composer = null!;
    private MessageSender _sender = null!;
    private ISendRoute? _route;
    private SendOutput _output = null!;
    private CampaignSending? _campaign;
    private OptOutCheck? _optOuts;
    private SendProgress _progress = null!;
    private bool _warned;
    private bool _warnedOfField;
    private bool _hasEnded;

    /// <summary>
    /// The group's id, as Get-ChataloGroup shows it, or a script block that gives one: <c>{ $_.Grup }</c>. Groups, incoming messages, results and deliveries that are piped
    /// in have it themselves; a column GroupId of any other list does not count. An input with a number and a group goes to the group, as a reply does.
    /// </summary>
    [Parameter]
    [AllowEmptyString]
    [AllowNull]
    [ArgumentCompleter(typeof(GroupIdCompleter))]
    public object? GroupId { get; set; }

    /// <summary>
    /// The text, or a script block that makes it of the input: <c>{ "Halo $($_.Nama)" }</c>. Braces in a text are literal. Where the command has neither this nor -Template
    /// nor -Url, a column Message of the input is the text.
    /// </summary>
    [Parameter(Position = 1)]
    [AllowEmptyString]
    [AllowNull]
    public object? Message { get; set; }

    /// <summary>
    /// A text with fields that are filled from each input, as in <c>Halo {Nama}, tagihan {Jumlah:N0}</c>. An input whose field is empty is Failed, unless the field says what to
    /// write instead: <c>{Nama|Pelanggan}</c>, or <c>{Nama|}</c> for nothing.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Template { get; set; }

    /// <summary>How the template writes numbers and dates; by default as the user's culture does.</summary>
    [Parameter]
    [ValidateNotNull]
    public CultureInfo Culture { get; set; } = CultureInfo.CurrentCulture;

    /// <summary>
    /// The address of a file, http or https, that the gateway fetches, or a script block that gives one: <c>{ $_.Url }</c>. Results and deliveries that are piped in have it
    /// themselves; a column Url of any other list does not count.
    /// </summary>
    [Parameter]
    [AllowEmptyString]
    [AllowNull]
    public object? Url { get; set; }

    /// <summary>How many requests may be in flight at once. The order of messages to one recipient is kept.</summary>
    [Parameter]
    [ValidateRange(1, 256)]
    [InvariantArgument(typeof(int))]
    public int ThrottleLimit { get; set; } = 1;

    /// <summary>The gap between two messages of a device, in seconds: 5, or 5-10 for a random one in that range.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Interval { get; set; }

    /// <summary>
    /// Records each recipient in a store before and after it is sent, under this name: the same command run again goes on where it stopped, and sends
    /// to nobody twice.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(CampaignNameCompleter))]
    public string? Campaign { get; set; }

    /// <summary>
    /// The store of campaigns and opt-outs: a path of a SQLite file, or Host=…;Database=…;Username=…;Password=… of PostgreSQL. By default the session's,
    /// then what the variable CHATALO_STORE says, then a file of the user.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Store { get; set; }

    /// <summary>The most messages of a device in a day, over all workers; the day is that of the zone of the session that first used the device. Needs -Campaign.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    [InvariantArgument(typeof(int))]
    public int? DailyLimit { get; set; }

    /// <summary>The hours in which messages go, such as 08:00-20:00, in the session's zone; they may wrap midnight. Needs -Campaign.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Between { get; set; }

    /// <summary>How many failed or unknown messages pause the campaign. Needs -Campaign.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    [InvariantArgument(typeof(int))]
    public int? MaxFailures { get; set; }

    /// <summary>How many inputs are expected, so that the progress can show the time left.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    [InvariantArgument(typeof(int))]
    public int? TotalCount { get; set; }

    /// <inheritdoc />
    protected override void Begin()
    {
        base.Begin();
        if (NumberIsFixed && GroupId is not (null or ""))
        {
            throw new ChataloException(ErrorKind.InvalidInput, "Both -Number and -GroupId are given.", "Give one of them.");
        }

        if (Campaign is null && (DailyLimit is not null || Between is not null || MaxFailures is not null))
        {
            throw new ChataloException(
                ErrorKind.InvalidInput, "-DailyLimit, -Between and -MaxFailures are kept in a campaign's store, and there is no campaign.", "Give -Campaign a name.");
        }

        _interval = CampaignArguments.ParseInterval(Interval);
        _settings = CampaignArguments.Read(_interval, DailyLimit, Between, MaxFailures, ActiveSession);
        _composer = new MessageComposer(new MessageText(Message, Template, Culture), GroupId, Message, Url);
        _sender = new MessageSender(Client, TimeProvider.System);
        _output = new SendOutput(_tally, _log, StopToken, WriteObject, WriteError);
        _progress = new SendProgress(_tally, TotalCount, WriteProgress);
    }

    private protected override void ProcessInput()
    {
        // A campaign's store remembers all of its inputs itself.
        var position = Campaign is null ? _log.Add(Row) : 0;
        if (Compose(position) is { } message)
        {
            // Not before there is something to send: -WhatIf leaves no trace in a store.
            var route = _route ??= OpenRoute();
            AwaitUntil(() => route.HasRoom);
            route.Start(message);
            WarnWhenMany(route.Count);
        }

        AwaitUntil(() => _route?.MayReadOn != false);
        ThrowIfFailed();
        _progress.Update();
    }

    /// <inheritdoc />
    protected override void End()
    {
        base.End();
        _route?.Complete();
        AwaitUntil(() => _route?.IsDone != false);
        ThrowIfFailed();
        if (_campaign?.Describe() is { State: CampaignState.Paused } paused)
        {
            WriteWarning(CampaignTexts.IsPaused(paused));
        }

        if (_route is CampaignRun { PausedBy: { } cause })
        {
            WriteError(cause, Campaign);
        }

        _progress.Complete();
        _hasEnded = true;
        if (!NumberIsFixed && RepeatedRecipients.Describe(_log.Numbers) is { } repeated)
        {
            WriteWarning(repeated);
        }

        foreach (var error in _halt.Errors())
        {
            WriteError(error, null);
        }
    }

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        if (disposing && (_route is { IsDone: false } || _output is { WasInterrupted: true } || (!_hasEnded && _log.Count > 0)))
        {
            // The pipeline takes nothing more. What is on its way gets a moment to end well; the rest is stopped.
            var wasStopped = StopToken.IsCancellationRequested;
            _output.Interrupt();
            _route?.Close();
            WaitQuietly(_route?.Ended ?? Task.CompletedTask);
            StopProcessing();
            WaitQuietly(_route?.Ended ?? Task.CompletedTask);
            Drain();
            // Whoever takes the first few and no more knows what they have.
            _output.Tell(ActiveSession, wasStopped || _output.EndedByError || _output.Kept > 0 ? Host : null, Campaign is not null);
        }

        base.Dispose(disposing);
        if (disposing)
        {
            _campaign?.Dispose();
            _optOuts?.Dispose();
        }
    }

    /// <summary>By way of a campaign's store, or straight.</summary>
    private ISendRoute OpenRoute()
    {
        try
        {
            if (Campaign is null)
            {
                _optOuts = OptOutCheck.Open(StoreArgument.Configured(Store, ActiveSession, ResolvePath), WaitForStore());
                var paced = new PacedSender(_sender, ActiveSession.Paces, _interval, _optOuts is null ? null : _optOuts.Holds, _halt, Context);
                return new StraightRoute(ThrottleLimit, paced.SendAsync, _sender.NotSent, Post, PostSoon, (message, report) => _output.Emit(report, message.Position));
            }

            _campaign = CampaignSending.Import(Campaign, StoreArgument.Find(Store, ActiveSession, ResolvePath), _settings, ActiveSession, WaitForStore());
        }
        catch (ChataloException e)
        {
            // Without its store nothing of the list can be sent.
            ThrowTerminatingError(ErrorRecords.From(e, Campaign));
        }

        _interval ??= _campaign!.Row.Interval;
        return _campaign!.Run(ThrottleLimit, retriesUnknown: false, _sender, Context, Post, report => _output.Emit(report), TellWhileHeard(WriteWarning));
    }

    // What cannot be recorded is not sent: nothing that is still to come could be.
    private void ThrowIfFailed()
    {
        if (_route?.Failure is { } failure)
        {
            ThrowTerminatingError(ErrorRecords.From(failure, Campaign));
        }
    }

    /// <summary>The message for the current input; null when it cannot be one, which is reported.</summary>
    private OutgoingMessage? Compose(int position)
    {
        string? group = null;
        string? device = null;
        var recipient = default(Recipient);
        try
        {
            group = NumberIsFixed ? null : _composer.GroupOf(Row);
            recipient = group is null ? new Recipient(ReadNumber(), IsGroup: false) : new Recipient(GatewayId.Check(group, "group id"), IsGroup: true);
            if (position > 0)
            {
                _log.Address(position, recipient, Input);
            }

            var content = _composer.ContentOf(Row);
            WarnOfField(content.Text);
            device = ReadDevice();
            if (HeldBackFrom(device) is { } cause)
            {
                _output.Emit(_sender.HeldBack(cause, group is null ? recipient.ToString() : null, group, device, Input), position);
                return null;
            }

            device = FindDevice(device);
            var message = new OutgoingMessage(device, recipient, content, Input) { Position = position };
            return Approve(message) ? message : null;
        }
        catch (ChataloException e) when (!StopToken.IsCancellationRequested)
        {
            var text = group ?? (recipient.Id is null ? NumberAsText() : recipient.ToString());
            Refuse(_sender.Refused(e, group is null ? text : null, group, device, Input), recipient.Id is null ? null : recipient, text ?? "", position);
            return null;
        }
    }

    /// <summary>Reports an input that cannot be a message; in a campaign it is recorded, because nobody may be missing there.</summary>
    private void Refuse(SendReport report, Recipient? recipient, string given, int position)
    {
        // -WhatIf leaves no trace in a store, and a disconnected session says nothing about the input.
        if (Campaign is null || IsWhatIf || report.Error?.Kind == ErrorKind.Stopped)
        {
            _output.Emit(report, position);
            return;
        }

        var run = (CampaignRun)(_route ??= OpenRoute());
        AwaitUntil(() => run.HasRoom);
        run.Refuse(recipient, given, report);
    }

    private string? NumberAsText()
    {
        try
        {
            return InputValue.Text(GivenNumber, "number");
        }
        catch (ChataloException)
        {
            // The result says so already.
            return null;
        }
    }

    // A list that names a device that there is not says so a few times, and not for each of its rows.
    private ChataloException? HeldBackFrom(string? device)
    {
        var cause = Campaign is null ? _halt.CauseFor(device ?? SessionsDevice) : null;
        if (cause is not null)
        {
            _halt.HoldBack(device ?? SessionsDevice);
        }

        return cause;
    }

    private string FindDevice(string? name)
    {
        try
        {
            return ResolveDevice(name);
        }
        catch (ChataloException e) when (e.Kind is ErrorKind.NotFound or ErrorKind.InvalidInput && e.StatusCode is null)
        {
            _halt.ObserveMissing(name ?? SessionsDevice, e);
            throw;
        }
    }

    private bool Approve(OutgoingMessage message)
    {
        if (ShouldProcess(MessageDescription.Of(message, withText: IsWhatIf), MessageDescription.Question(message), "Send WhatsApp message", out var reason))
        {
            return true;
        }

        if (reason == ShouldProcessReason.WhatIf)
        {
            _log.Leave(message.Position);
        }
        else
        {
            _output.Emit(_sender.Skipped(message, "Not confirmed."), message.Position);
        }

        return false;
    }

    private void WarnOfField(string? text)
    {
        if (!_warnedOfField && Template is null && MessageText.FieldLeftIn(text, Row) is { } field)
        {
            _warnedOfField = true;
            WriteWarning($"The message has {{{field}}} in it, which is sent as it is: only -Template fills it with the input's {field}.");
        }
    }

    private void WarnWhenMany(int waiting)
    {
        if (!_warned && _interval is null && _tally.Done + waiting > ManyRecipients)
        {
            _warned = true;
            WriteWarning(
                $"More than {ManyRecipients} recipients without -Interval: WhatsApp bans numbers that send too fast. Give -Interval 5-10. See about_Chatalo_SafeSending.");
        }
    }
}
