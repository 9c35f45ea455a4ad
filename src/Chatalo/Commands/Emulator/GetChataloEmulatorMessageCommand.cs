using System.Management.Automation;

namespace Chatalo.Commands;

/// <summary>Shows what an emulator "delivered".</summary>
[Cmdlet(VerbsCommon.Get, "ChataloEmulatorMessage")]
[OutputType(typeof(EmulatorMessage))]
public sealed class GetChataloEmulatorMessageCommand : EmulatorCommand
{
    /// <summary>Only what went to these numbers: digits with country code, with or without plus; wildcards are permitted.</summary>
    [Parameter(Position = 0)]
    [Alias("To")]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? Number { get; set; }

    /// <summary>Only what went to the groups of these ids; wildcards are permitted.</summary>
    [Parameter]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? GroupId { get; set; }

    /// <inheritdoc />
    protected override void Process()
    {
        var (numbers, groups) = (NamePattern.Create(Number), NamePattern.Create(GroupId));
        foreach (var message in ActiveEmulator.Server.Messages)
        {
            var shown = new EmulatorMessage(message);
            var isNumber = shown.Number is not null && (numbers?.Matches(shown.Number) is true || numbers?.Matches(message.Number) is true);
            if ((numbers is null && groups is null) || isNumber || (shown.GroupId is not null && groups?.Matches(shown.GroupId) is true))
            {
                WriteObject(shown);
            }
        }
    }
}
