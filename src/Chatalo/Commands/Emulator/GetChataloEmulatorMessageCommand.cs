using System.Management.Automation;

namespace Chatalo.Commands;

/// <summary>Shows what an emulator "delivered".</summary>
[Cmdlet(VerbsCommon.Get, "ChataloEmulatorMessage")]
[OutputType(typeof(EmulatorMessage))]
public sealed class GetChataloEmulatorMessageCommand : EmulatorCommand
{
    /// <summary>Only what went to this number or group: digits with country code, with or without plus, or the group's id; wildcards are permitted.</summary>
    [Parameter(Position = 0)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? To { get; set; }

    /// <summary>Forgets the messages after they were shown.</summary>
    [Parameter]
    public SwitchParameter Clear { get; set; }

    /// <inheritdoc />
    protected override void Process()
    {
        var server = ActiveEmulator.Server;
        var to = NamePattern.Create(To);
        foreach (var message in server.Messages)
        {
            var shown = new EmulatorMessage(message);
            if (to is null || to.Matches(shown.DeliveredTo) || to.Matches(message.Number))
            {
                WriteObject(shown);
            }
        }

        if (Clear)
        {
            server.ClearMessages();
        }
    }
}
