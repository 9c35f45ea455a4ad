using System.Management.Automation;
using Chatalo.Client;
using Chatalo.Completion;

namespace Chatalo.Commands;

/// <summary>Lists who is in a group.</summary>
[Cmdlet(VerbsCommon.Get, "ChataloGroupMember")]
[OutputType(typeof(GroupMember))]
public sealed class GetChataloGroupMemberCommand : DeviceCommand
{
    /// <summary>The group.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(GroupIdCompleter))]
    public string? GroupId { get; set; }

    /// <inheritdoc />
    protected override object? ErrorTarget => GroupId;

    /// <inheritdoc />
    protected override void Process()
    {
        var group = Await(new GroupApi(Client).GetAsync(ResolveDevice(), GroupId!, Context));
        WriteObject(
            group.Members ?? throw new ChataloException(ErrorKind.UnexpectedAnswer, $"The gateway's answer on the group {group} has no list of participants."),
            enumerateCollection: true);
    }
}
