using System.Globalization;
using System.Management.Automation;
using Chatalo.Binding;
using Chatalo.Json;
using Chatalo.Webhooks;

namespace Chatalo.Commands;

/// <summary>
/// Listens for what the gateway posts and streams the messages, each once. The gateway is answered at once, before the pipeline has seen
/// the message; while 32 wait, it is told to come again.
/// </summary>
/// <remarks>
/// It listens from the begin block on: what stands behind it in the pipeline can use -AddressVariable in its own begin block, as in
/// <c>Receive-ChataloMessage -AddressVariable uri | ForEach-Object -Begin { Set-ChataloWebhook $uri } -Process { … }</c>.
/// </remarks>
[Cmdlet(VerbsCommunications.Receive, "ChataloMessage", DefaultParameterSetName = LoopbackSet)]
[OutputType(typeof(IncomingMessage))]
public sealed class ReceiveChataloMessageCommand : ChataloCommand
{
    private const string LoopbackSet = "Loopback";
    private const string PrefixSet = "Prefix";
    // What is answered with 200 and not handed over yet is lost with the process, so it is little.
    private const int Capacity = 32;
    private const int Remembered = 10_000;

    private WebhookQueue _queue = null!;
    private MessageListener? _listener;
    private Timer? _timer;
    private bool _timedOut;

    /// <summary>The port on 127.0.0.1, where only programs and tunnels on this machine reach it; 0 lets the system choose a free one.</summary>
    [Parameter(Position = 0, ParameterSetName = LoopbackSet)]
    [ValidateRange(0, 65535)]
    [InvariantArgument(typeof(int))]
    public int Port { get; set; }

    /// <summary>Where to listen instead, such as <c>http://+:8080/whatsapp/</c> for all addresses of this machine.</summary>
    [Parameter(Mandatory = true, ParameterSetName = PrefixSet)]
    [ValidateNotNullOrEmpty]
    public string? Prefix { get; set; }

    /// <summary>The last part of the address, which keeps others out; by default a random one.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Token { get; set; }

    /// <summary>Ends after this many messages. A post with several of them is never cut.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    [InvariantArgument(typeof(int))]
    public int? Count { get; set; }

    /// <summary>Ends after this many seconds, however many messages came.</summary>
    [Parameter]
    [ValidateRange(0.001, 2_000_000.0)]
    [InvariantArgument(typeof(double))]
    public double? TimeoutSec { get; set; }

    /// <summary>The name of a variable that takes the address to post to, as a Uri, before the first message is waited for.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? AddressVariable { get; set; }

    /// <inheritdoc />
    protected override object? ErrorTarget => Prefix ?? (object)Port;

    private bool IsDone => _timedOut || (_queue.IsComplete && _queue.IsEmpty);

    /// <inheritdoc />
    protected override void Begin()
    {
        var address = Prefix is null ? ListenerAddress.OnLoopback(Port, Token) : ListenerAddress.OnPrefix(Prefix, Token);
        _queue = new WebhookQueue(Capacity, Remembered, Count ?? long.MaxValue);
        _listener = new MessageListener(address, _queue, () => Post(WriteArrived));
        if (AddressVariable is not null)
        {
            SessionState.PSVariable.Set(AddressVariable, _listener.Uri);
        }

        Announce(_listener.Uri);
    }

    /// <inheritdoc />
    protected override void Process()
    {
        if (TimeoutSec is { } seconds)
        {
            _timer = new Timer(_ => Post(() => _timedOut = true), null, TimeSpan.FromSeconds(seconds), Timeout.InfiniteTimeSpan);
        }

        AwaitUntil(() => IsDone);
        // Whatever was answered with 200 up to the end of time is still written.
        _listener!.Dispose();
        WriteArrived();
    }

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        if (disposing && _listener is not null)
        {
            _timer?.Dispose();
            _listener.Dispose();
            _listener = null;
            TellUnhandled();
        }

        base.Dispose(disposing);
    }

    private void WriteArrived()
    {
        while (_queue.Take() is { } content)
        {
            Write(content);
        }
    }

    private void Write(WebhookContent content)
    {
        foreach (var message in content.Messages)
        {
            WriteObject(message);
        }

        foreach (var problem in content.Problems)
        {
            WriteError(problem, CommandLine.Address(_listener?.Uri));
        }
    }

    // Seen at the prompt as Write-Host's text is, out of the way of the output, and silent with -InformationAction Ignore.
    private void Announce(Uri uri)
    {
        var text = string.Format(CultureInfo.InvariantCulture, "Listening on {0}", uri.AbsoluteUri);
        WriteVerbose(text);
        WriteInformation(new HostInformationMessage { Message = text + (Count is null && TimeoutSec is null ? " Ctrl+C ends it." : "") }, ["PSHOST", "Chatalo.ListenerAddress"]);
    }

    // The pipeline takes nothing more, and the gateway will not post these again: it was told that they came.
    private void TellUnhandled()
    {
        if (_queue.WaitingMessages is > 0 and var lost)
        {
            Host.UI.WriteWarningLine($"Ended with {lost} messages that were received and acknowledged, but not handed over. The gateway does not post them again.");
        }
    }
}
