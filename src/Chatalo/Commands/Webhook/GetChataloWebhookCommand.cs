using System.Management.Automation;
using Chatalo.Client;

namespace Chatalo.Commands;

/// <summary>Shows where incoming messages are posted.</summary>
[Cmdlet(VerbsCommon.Get, "ChataloWebhook")]
[OutputType(typeof(Webhook))]
public sealed class GetChataloWebhookCommand : SessionCommand
{
    /// <inheritdoc />
    protected override void Process() => WriteObject(Await(new WebhookApi(Client).GetAsync(Context)));
}
