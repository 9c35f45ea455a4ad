using System.Management.Automation;

namespace Chatalo.Commands;

/// <summary>Has an emulator forget the messages that it "delivered", as between two tests.</summary>
[Cmdlet(VerbsCommon.Clear, "ChataloEmulatorMessage", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low)]
[OutputType(typeof(void))]
public sealed class ClearChataloEmulatorMessageCommand : EmulatorCommand
{
    /// <inheritdoc />
    protected override void Process()
    {
        var server = ActiveEmulator.Server;
        if (ShouldProcess(server.BaseUri.Authority, "Forget delivered messages"))
        {
            server.ClearMessages();
        }
    }
}
