using System.Globalization;
using System.Management.Automation;
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
    private MessageText _text = null!;
    private MessageSender _sender = null!;
    private SendWindow _window = null!;
    private SendProgress _progress = null!;
    private List<SendResult>? _interrupted;
    private bool _warned;
    private bool _numberGiven;

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
    public int ThrottleLimit { get; set; } = 1;

    /// <summary>The gap between two messages of a device, in seconds: 5, or 5-10 for a random one in that range.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Interval { get; set; }

    /// <summary>How many inputs are expected, so that the progress can show the time left.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int? TotalCount { get; set; }

    /// <inheritdoc />
    protected override void Begin()
    {
        base.Begin();
        _numberGiven = MyInvocation.BoundParameters.ContainsKey(nameof(Number));
        if (_numberGiven && !string.IsNullOrEmpty(GroupId))
        {
            throw new ChataloException(ErrorKind.InvalidInput, "Both -Number and -GroupId are given.", "Give one of them.");
        }

        _interval = ParseInterval();
        _text = new MessageText(Message, Template, Culture);
        _sender = new MessageSender(Client, TimeProvider.System);
        _window = new SendWindow(SendInTurnAsync, Post, Emit);
        _progress = new SendProgress(_tally, TotalCount, WriteProgress);
    }

    /// <inheritdoc />
    protected override void Process()
    {
        if (Compose() is { } message)
        {
            AwaitUntil(() => _window.Count < ThrottleLimit);
            _window.Start(message);
            WarnWhenMany();
        }

        // With one in flight its result is written before the next input is read; with more, what is done by now.
        AwaitUntil(() => ThrottleLimit > 1 || _window.Count == 0);
        _progress.Update();
    }

    /// <inheritdoc />
    protected override void End()
    {
        AwaitUntil(() => _window.Count == 0);
        _progress.Complete();
    }

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        if (disposing && (_window is { Count: > 0 } || _interrupted is not null))
        {
            // The pipeline takes nothing more. What is on its way gets a moment to end well; the rest is stopped.
            _interrupted ??= [];
            WaitQuietly(_window.Ended);
            StopProcessing();
            WaitQuietly(_window.Ended);
            Drain();
            TellInterrupted(_interrupted);
            _interrupted = null;
        }

        base.Dispose(disposing);
    }

    private Interval? ParseInterval()
    {
        if (Interval is null)
        {
            return null;
        }

        return Sending.Interval.TryParse(Interval, out var interval)
            ? interval
            : throw new ChataloException(ErrorKind.InvalidInput, $"'{Interval}' is no interval.", "Give -Interval seconds, such as 5, or a range, such as 5-10.");
    }

    /// <summary>The message for the current input; null when it cannot be one, which is reported.</summary>
    private OutgoingMessage? Compose()
    {
        string? device = null;
        try
        {
            var recipient = GoesToGroup ? new Recipient(GatewayId.Check(GroupId, "group id"), IsGroup: true) : new Recipient(ReadNumber(), IsGroup: false);
            var content = MessageContent.Create(_text.For(Template is null ? Message : null, InputObject), Url);
            device = ResolveDevice();
            var message = new OutgoingMessage(device, recipient, content, InputObject);
            return Approve(message) ? message : null;
        }
        catch (ChataloException e) when (!StopToken.IsCancellationRequested)
        {
            Emit(_sender.Refused(e, GoesToGroup ? null : GivenNumber?.ToString(), GoesToGroup ? GroupId : null, device ?? Device, InputObject));
            return null;
        }
    }

    private bool GoesToGroup => !_numberGiven && !string.IsNullOrEmpty(GroupId);

    private bool Approve(OutgoingMessage message)
    {
        var action = string.Format(
            CultureInfo.InvariantCulture, "Send {0}{1}{2}", message.Content.TypeName,
            message.Content.Text is { } text ? $" '{text}'" : "", message.Content.Url is { } url ? $" {url}" : "");
        if (ShouldProcess($"Performing the operation \"{action}\" on target \"{message.Recipient.Id}\".", $"{action} to {message.Recipient.Id}?", "Send WhatsApp message", out var reason))
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
            if (_interval is { } interval)
            {
                var paces = ActiveSession.Paces;
                await paces.WaitAsync(paces.TakeTurn(message.DeviceId, interval), StopToken).ConfigureAwait(false);
            }

            // With one in flight this thread would only wait.
            return await _sender.SendAsync(message, ThrottleLimit == 1 ? Context.OnCallersThread() : Context).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return _sender.NotSent(message);
        }
    }

    private void Emit(SendReport report)
    {
        _tally.Add(report.Result.Outcome);
        if (_interrupted is not null || StopToken.IsCancellationRequested)
        {
            (_interrupted ??= []).Add(report.Result);
            return;
        }

        try
        {
            WriteObject(report.Result);
        }
        catch (PipelineStoppedException) when (StopToken.IsCancellationRequested)
        {
            (_interrupted ??= []).Add(report.Result);
            throw;
        }

        if (report.Error is { } error)
        {
            WriteError(error, report.Result);
        }
    }

    private void WarnWhenMany()
    {
        if (!_warned && _interval is null && _tally.Done + _window.Count > ManyRecipients)
        {
            _warned = true;
            WriteWarning(
                $"More than {ManyRecipients} recipients without -Interval: WhatsApp bans numbers that send too fast. Give -Interval 5-10. See about_Chatalo_SafeSending.");
        }
    }

    // Write* no longer reaches anybody here; the host itself still does.
    private void TellInterrupted(List<SendResult> results)
    {
        ActiveSession.Interrupted = results;
        if (results.Count > 0)
        {
            Host.UI.WriteWarningLine(
                $"Stopped with {results.Count} under way: {string.Join("; ", results.Select(r => $"{r.Number ?? r.GroupId} {r.Outcome}"))}. (Get-ChataloSession).Interrupted has them.");
        }
    }
}
