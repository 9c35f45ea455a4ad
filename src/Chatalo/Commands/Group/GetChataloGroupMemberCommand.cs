using System.Management.Automation;
using Chatalo.Client;
using Chatalo.Completion;

namespace Chatalo.Commands;

/// <summary>Lists who is in a group.</summary>
[Cmdlet(VerbsCommon.Get, "ChataloGroupMember")]
[OutputType(typeof(GroupMember))]
public sealed class GetChataloGroupMemberCommand : DeviceCommand
{
    private static readonly Type[] WithGroup = [typeof(Group), typeof(IncomingMessage), typeof(SendResult), typeof(Delivery)];

    private bool _groupIsGiven;

    /// <summary>The group: its id. From the pipeline come ids as text, and groups and other objects of this module that name one.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [ArgumentCompleter(typeof(GroupIdCompleter))]
    [AllowNull]
    [AllowEmptyString]
    [AllowEmptyCollection]
    public object? GroupId { get; set; }

    /// <inheritdoc />
    protected override object? ErrorTarget => GroupId;

    // It is the group's id.
    private protected override bool TakesDeviceNames => _groupIsGiven;

    /// <inheritdoc />
    protected override void Begin()
    {
        base.Begin();
        _groupIsGiven = MyInvocation.BoundParameters.ContainsKey(nameof(GroupId));
    }

    /// <inheritdoc />
    protected override void Process()
    {
        var id = _groupIsGiven
            ? InputValue.Text(GroupId is PSObject { BaseObject: Group given } ? given.Id : GroupId is Group bare ? bare.Id : GroupId, "group id")
            : PipedInput.OwnText(GroupId, WithGroup, ["GroupId"], "group", "Pipe in what Get-ChataloGroup gives, or give -GroupId.");
        if (string.IsNullOrWhiteSpace(id))
        {
            throw new ChataloException(ErrorKind.InvalidInput, "The input names no group.", "Pipe in what Get-ChataloGroup gives, or give -GroupId.");
        }

        var group = Await(new GroupApi(Client).GetAsync(ResolveDevice(), id!, Context));
        WriteObject(
            group.Members ?? throw new ChataloException(ErrorKind.UnexpectedAnswer, $"The gateway's answer on the group {group} has no list of participants."),
            enumerateCollection: true);
    }
}
