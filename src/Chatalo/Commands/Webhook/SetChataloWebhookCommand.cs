using System.Management.Automation;
using Chatalo.Client;
using Chatalo.Text;

namespace Chatalo.Commands;

/// <summary>Says where incoming messages are to be posted.</summary>
[Cmdlet(VerbsCommon.Set, "ChataloWebhook", SupportsShouldProcess = true)]
[OutputType(typeof(Webhook))]
public sealed class SetChataloWebhookCommand : SessionCommand
{
    private static readonly Type[] WithAddress = [typeof(Webhook)];

    private bool _isGiven;
    private string _address = "";

    /// <summary>The address, http or https. From the pipeline come addresses and what Get-ChataloWebhook gives: the column Url of a list is somebody else's.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [Alias("Uri")]
    [AllowNull]
    [AllowEmptyString]
    [AllowEmptyCollection]
    public object? Url { get; set; }

    /// <summary>Writes the webhook as the gateway has it now; without it nothing is written.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc />
    protected override object? ErrorTarget => Uri.TryCreate(_address, UriKind.Absolute, out var uri) ? CommandLine.Address(uri) : CommandLine.WithoutUser(_address);

    /// <inheritdoc />
    protected override void Begin()
    {
        base.Begin();
        _isGiven = MyInvocation.BoundParameters.ContainsKey(nameof(Url));
    }

    /// <inheritdoc />
    protected override void Process()
    {
        const string remedy = "Give the whole address, such as https://example.com/in.";
        _address = "";
        _address = (PipedInput.Row(Url)?.BaseObject is Uri given ? given.OriginalString
            : _isGiven ? InputValue.Text(Url, "address")
            : PipedInput.OwnText(Url, WithAddress, ["Url"], "address", remedy)) ?? "";
        if (!Uri.TryCreate(_address, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https") || uri.Host.Length == 0)
        {
            throw new ChataloException(ErrorKind.InvalidInput, $"{DisplayText.Quote(CommandLine.WithoutUser(_address))} is not an http or https address.", remedy);
        }

        // The path may hold a token; only the host is shown.
        if (ShouldProcess($"{uri.Scheme}://{uri.Authority}", "Set webhook"))
        {
            var set = Await(new WebhookApi(Client).SetAsync(uri.AbsoluteUri, Context));
            if (PassThru)
            {
                WriteObject(set);
            }
        }
    }
}
