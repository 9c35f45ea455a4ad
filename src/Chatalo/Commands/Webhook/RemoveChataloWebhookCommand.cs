using System.Management.Automation;
using Chatalo.Client;

namespace Chatalo.Commands;

/// <summary>Has incoming messages posted nowhere.</summary>
[Cmdlet(VerbsCommon.Remove, "ChataloWebhook", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(void))]
public sealed class RemoveChataloWebhookCommand : SessionCommand
{
    /// <inheritdoc />
    protected override void Process()
    {
        if (ShouldProcess(ActiveSession.BaseUri.Host, "Remove webhook"))
        {
            Await(new WebhookApi(Client).UnsetAsync(Context));
        }
    }
}
