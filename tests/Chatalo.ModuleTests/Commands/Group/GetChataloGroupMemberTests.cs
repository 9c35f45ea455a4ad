using System.Management.Automation;
using Chatalo.Emulator;
using Chatalo.ModuleTests.Engine;

namespace Chatalo.ModuleTests.Commands.Group;

/// <summary>Who is in a group.</summary>
public sealed class GetChataloGroupMemberTests : IDisposable
{
    private readonly EmulatedSession _chat = new();

    [Fact]
    public void Members_come_with_their_roles()
    {
        var run = _chat.Invoke("Get-ChataloGroup 'Ops Bandung' | Get-ChataloGroupMember").Ok();

        Assert.Equal(12, run.Output.Count);
        Assert.All(run.Output, static member => Assert.Equal("Chatalo.GroupMember", member.BaseObject.GetType().FullName));
        Assert.Equal(["superadmin", "admin", null], run.Property("Role").Take(3));
        Assert.Equal([true, true, false], run.Property("IsAdmin").Take(3));
    }

    [Fact]
    public void A_send_behind_them_goes_to_the_people_and_not_to_the_group()
    {
        using var chat = new EmulatedSession(connect: "");

        var run = chat.Invoke("Get-ChataloDevice -Ready | Get-ChataloGroup 'Ops Jakarta' | Get-ChataloGroupMember | Send-ChataloMessage -Message Hi").Ok();

        Assert.Equal(2, run.Output.Count);
        Assert.Equal(run.Property("Number"), chat.Gateway.Messages.Select(static m => "+" + m.Number));
        Assert.All(chat.Gateway.Messages, static m => Assert.Null(m.GroupId));
    }

    [Fact]
    public void An_unknown_group_is_not_found() => Assert.Equal(
        "120363028887999999",
        _chat.Invoke("Get-ChataloGroupMember 120363028887999999").OneError("Chatalo.NotFound", ErrorCategory.ObjectNotFound).TargetObject);

    [Fact]
    public void A_group_without_a_list_of_members_is_an_unexpected_answer()
    {
        _chat.Fault(new FaultRule { Kind = FaultKind.Status, StatusCode = 200, Body = """{"data":{"id":"1","name":"G","participants":27},"meta":{"code":200}}""" });

        _chat.Invoke("Get-ChataloGroupMember 1").OneError("Chatalo.UnexpectedAnswer", ErrorCategory.ProtocolError);
    }

    public void Dispose() => _chat.Dispose();
}
