using System.Management.Automation;
using Chatalo.Emulator;
using Chatalo.ModuleTests.Engine;

namespace Chatalo.ModuleTests.Commands.Group;

/// <summary>The groups of a device: 17, of which three are for operations.</summary>
public sealed class GetChataloGroupTests : IDisposable
{
    private readonly EmulatedSession _chat = new();

    [Fact]
    public void The_list_counts_the_members()
    {
        var run = _chat.Invoke("Get-ChataloGroup").Ok();

        Assert.Equal(17, run.Output.Count);
        Assert.All(run.Output, static group => Assert.Equal("Chatalo.Group", group.BaseObject.GetType().FullName));
        Assert.Equal([2, 7, 12], run.Property("ParticipantCount").Take(3));
        Assert.Equal(run.Property("Id"), run.Property("GroupId"));
        Assert.Null(run.Property("Members")[0]);
    }

    [Theory]
    [InlineData("Ops*", 3)]
    [InlineData("ops*, sales", 4)]
    [InlineData("\"Alumni '98\"", 1)]
    [InlineData("nothing*", 0)]
    public void Names_choose(string name, int count) => Assert.Equal(count, _chat.Invoke("Get-ChataloGroup -Name " + name).Ok().Output.Count);

    [Fact]
    public void A_name_that_no_device_has_a_group_of_is_one_error()
    {
        var run = _chat.Invoke("(Get-ChataloDevice -Ready), (Get-ChataloDevice -Ready) | Get-ChataloGroup Nobody, Sales");

        Assert.Equal(["Sales", "Sales"], run.Property("Name"));
        Assert.Equal("Nobody", run.OneError("Chatalo.NotFound", ErrorCategory.ObjectNotFound).TargetObject);
    }

    [Fact]
    public void An_id_gives_the_detail_with_the_members()
    {
        var group = _chat.Invoke("Get-ChataloGroup 'Ops Bandung' | ForEach-Object { Get-ChataloGroup -Id $_.GroupId }").Single();

        Assert.Equal("About Ops Jakarta", _chat.Invoke("(Get-ChataloGroup -Id (Get-ChataloGroup 'Ops Jakarta').Id).Description").Single().BaseObject);
        Assert.Equal(12, group.Properties["ParticipantCount"].Value);
        Assert.IsType<DateTimeOffset>(group.Properties["CreatedAt"].Value);
        Assert.NotNull(group.Properties["Members"].Value);
    }

    [Theory]
    [InlineData("120363028887999999", "Chatalo.NotFound", ErrorCategory.ObjectNotFound)]
    [InlineData("../contacts", "Chatalo.InvalidInput", ErrorCategory.InvalidArgument)]
    public void An_id_that_is_none_is_an_error_beside_the_others(string id, string errorId, ErrorCategory category)
    {
        var run = _chat.Invoke("$known = (Get-ChataloGroup Sales).Id; Get-ChataloGroup -Id $id, $known", ("id", id));

        Assert.Equal(["Sales"], run.Property("Name"));
        Assert.Equal(id, run.OneError(errorId, category).TargetObject);
    }

    [Fact]
    public void First_and_skip_choose()
    {
        var all = _chat.Invoke("Get-ChataloGroup").Ok().Property("Id");

        Assert.Equal(all.Skip(2).Take(3), _chat.Invoke("Get-ChataloGroup -Skip 2 -First 3").Ok().Property("Id"));
        Assert.Equal(17UL, _chat.Invoke("Get-ChataloGroup -IncludeTotalCount").Ok().Output[0].BaseObject);
    }

    [Fact]
    public void A_device_piped_in_lists_its_groups_and_they_go_on_to_a_send()
    {
        using var chat = new EmulatedSession(connect: "");

        var run = chat.Invoke("Get-ChataloDevice -Ready | Get-ChataloGroup -Name Ops* | Send-ChataloMessage -Message Hi").Ok();

        Assert.Equal(["Sent", "Sent", "Sent"], run.Property("Outcome").Select(static o => o!.ToString()));
        Assert.Equal(3, chat.Gateway.Messages.Count);
        Assert.All(chat.Gateway.Messages, static m => Assert.Equal((EmulatorServer.ReadyDeviceId, null, "Hi"), (m.DeviceId, m.Number, m.Message)));
        Assert.Equal(run.Property("GroupId"), chat.Gateway.Messages.Select(static m => m.GroupId));
    }

    public void Dispose() => _chat.Dispose();
}
