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

    private readonly SendTally _tally = new();
    private Interval? _interval;
    private CampaignSettings _settings = null!;
    private MessageText _text = null!;
    private MessageSender _sender = null!;
    private ISendRoute? _route;
    private SendOutput _output = null!;
    private CampaignSending? _campaign;
    private OptOutCheck? _optOuts;
    private SendProgress _progress = null!;
    private bool _warned;

    /// <summary>The group's id, as Get-ChataloGroup shows it. An input with a number and a group goes to the group, as a reply does.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    [AllowNull]
    [ArgumentCompleter(typeof(GroupIdCompleter))]
    public string? GroupId { get; set; }

    /// <summary>The text, or a script block that makes it of the input: <c>{ "Halo $($_.Nama)" }</c>. Braces in a text are literal.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    [AllowNull]
    public object? Message { get; set; }

    /// <summary>A text with fields that are filled from each input, as in <c>Halo {Nama}, tagihan {Jumlah:N0}</c>.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Template { get; set; }

    /// <summary>How the template writes numbers and dates; by default as the user's culture does.</summary>
    [Parameter]
    [ValidateNotNull]
    public CultureInfo Culture { get; set; } = CultureInfo.CurrentCulture;

    /// <summary>The address of a file, http or https, that the gateway fetches.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    [AllowNull]
    public string? Url { get; set; }

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
        if (NumberIsFixed && !string.IsNullOrEmpty(GroupId))
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
        _text = new MessageText(Message, Template, Culture);
        _sender = new MessageSender(Client, TimeProvider.System);
        _output = new SendOutput(_tally, StopToken, WriteObject, WriteError);
        _progress = new SendProgress(_tally, TotalCount, WriteProgress);
    }

    /// <inheritdoc />
    protected override void Process()
    {
        if (Compose() is { } message)
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
    }

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        if (disposing && (_route is { IsDone: false } || _output is { WasInterrupted: true }))
        {
            // The pipeline takes nothing more. What is on its way gets a moment to end well; the rest is stopped.
            _output.Interrupt();
            _route?.Close();
            WaitQuietly(_route?.Ended ?? Task.CompletedTask);
            StopProcessing();
            WaitQuietly(_route?.Ended ?? Task.CompletedTask);
            Drain();
            _output.Tell(ActiveSession, Host);
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
                return new StraightRoute(ThrottleLimit, SendInTurnAsync, _sender.NotSent, Post, PostSoon, Emit);
            }

            _campaign = CampaignSending.Import(Campaign, StoreArgument.Find(Store, ActiveSession, ResolvePath), _settings, ActiveSession, WaitForStore());
        }
        catch (ChataloException e)
        {
            // Without its store nothing of the list can be sent.
            ThrowTerminatingError(ErrorRecords.From(e, Campaign));
        }

        _interval ??= _campaign!.Row.Interval;
        return _campaign!.Run(ThrottleLimit, retriesUnknown: false, _sender, Context, Post, Emit, TellWhileHeard(WriteWarning));
    }

    private void Emit(SendReport report) => _output.Emit(report);

    // What cannot be recorded is not sent: nothing that is still to come could be.
    private void ThrowIfFailed()
    {
        if (_route?.Failure is { } failure)
        {
            ThrowTerminatingError(ErrorRecords.From(failure, Campaign));
        }
    }

    /// <summary>The message for the current input; null when it cannot be one, which is reported.</summary>
    private OutgoingMessage? Compose()
    {
        string? device = null;
        var recipient = default(Recipient);
        try
        {
            recipient = GoesToGroup ? new Recipient(GatewayId.Check(GroupId, "group id"), IsGroup: true) : new Recipient(ReadNumber(), IsGroup: false);
            var content = MessageContent.Create(_text.For(Template is null ? Message : null, InputObject), Url);
            device = ResolveDevice();
            var message = new OutgoingMessage(device, recipient, content, Input);
            return Approve(message) ? message : null;
        }
        catch (ChataloException e) when (!StopToken.IsCancellationRequested)
        {
            var given = GoesToGroup ? GroupId : recipient.Id is null ? GivenNumber?.ToString() : recipient.ToString();
            Refuse(_sender.Refused(e, GoesToGroup ? null : given, GoesToGroup ? GroupId : null, device ?? Device, Input), recipient.Id is null ? null : recipient, given ?? "");
            return null;
        }
    }

    /// <summary>Reports an input that is no message; in a campaign it is recorded, because nobody may be missing there.</summary>
    private void Refuse(SendReport report, Recipient? recipient, string given)
    {
        // -WhatIf leaves no trace in a store, and a disconnected session says nothing about the input.
        if (Campaign is null || IsWhatIf || report.Error?.Kind == ErrorKind.Stopped)
        {
            Emit(report);
            return;
        }

        var run = (CampaignRun)(_route ??= OpenRoute());
        AwaitUntil(() => run.HasRoom);
        run.Refuse(recipient, given, report);
    }

    private bool IsWhatIf => MyInvocation.BoundParameters.TryGetValue("WhatIf", out var given)
        ? given is SwitchParameter { IsPresent: true }
        : LanguagePrimitives.IsTrue(GetVariableValue("WhatIfPreference"));

    private bool GoesToGroup => !NumberIsFixed && !string.IsNullOrEmpty(GroupId);

    private bool Approve(OutgoingMessage message)
    {
        var (text, url) = (message.Content.Text, message.Content.Url);
        var action = string.Concat("Send ", message.Content.TypeName, text is null ? null : $" '{text}'", url is null ? null : $" {url}");
        if (ShouldProcess($"Performing the operation \"{action}\" on target \"{message.Recipient}\".", $"{action} to {message.Recipient}?", "Send WhatsApp message", out var reason))
        {
            return true;
        }

        if (reason != ShouldProcessReason.WhatIf)
        {
            Emit(_sender.Skipped(message, "Not confirmed."));
        }

        return false;
    }

    private async Task<SendReport> SendInTurnAsync(OutgoingMessage message)
    {
        try
        {
            if (_optOuts?.Holds(message.Recipient) == true)
            {
                return _sender.Skipped(message, CampaignTexts.OptedOut);
            }

            if (_interval is { } interval)
            {
                var paces = ActiveSession.Paces;
                await paces.WaitAsync(paces.TakeTurn(message.DeviceId, interval), StopToken).ConfigureAwait(false);
            }

            // With one in flight this thread would only wait.
            return await _sender.SendAsync(message, Context).ConfigureAwait(false);
        }
        catch (ChataloException e)
        {
            return _sender.Refused(message, e);
        }
        catch (OperationCanceledException)
        {
            return _sender.NotSent(message);
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
