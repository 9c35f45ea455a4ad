using System.Management.Automation;
using Chatalo.Client;

namespace Chatalo.Commands;

/// <summary>Says where incoming messages are to be posted.</summary>
[Cmdlet(VerbsCommon.Set, "ChataloWebhook", SupportsShouldProcess = true)]
[OutputType(typeof(Webhook))]
public sealed class SetChataloWebhookCommand : SessionCommand
{
    /// <summary>The address, http or https.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("Uri")]
    [ValidateNotNullOrEmpty]
    public string? Url { get; set; }

    /// <inheritdoc />
    protected override object? ErrorTarget => Uri.TryCreate(Url, UriKind.Absolute, out var uri) ? CommandLine.Address(uri) : CommandLine.WithoutUser(Url ?? "");

    /// <inheritdoc />
    protected override void Process()
    {
        if (!Uri.TryCreate(Url, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https") || uri.Host.Length == 0)
        {
            throw new ChataloException(ErrorKind.InvalidInput, $"'{GatewayId.Shorten(CommandLine.WithoutUser(Url!))}' is no http or https address.", "Give the whole address, such as https://example.com/in.");
        }

        // The path may hold a token; only the host is shown.
        if (ShouldProcess($"{uri.Scheme}://{uri.Authority}", "Set webhook"))
        {
            WriteObject(Await(new WebhookApi(Client).SetAsync(uri.AbsoluteUri, Context)));
        }
    }
}
