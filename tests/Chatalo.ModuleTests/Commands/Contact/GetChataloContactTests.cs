using System.Management.Automation;
using Chatalo.Emulator;
using Chatalo.ModuleTests.Engine;

namespace Chatalo.ModuleTests.Commands.Contact;

/// <summary>The list of contacts, 42 of them: also how all lists are read page by page.</summary>
public sealed class GetChataloContactTests
{
    private const int Total = 42;

    [Fact]
    public void Contacts_come_with_the_device_they_belong_to()
    {
        using var chat = new EmulatedSession();

        var run = chat.Invoke("Get-ChataloContact").Ok();

        Assert.Equal(Total, run.Output.Count);
        Assert.All(run.Output, static contact => Assert.Equal("Chatalo.Contact", contact.BaseObject.GetType().FullName));
        Assert.Equal("+6287858270101", run.Property("Number")[0]);
        Assert.Equal("Arik Pratama", run.Property("Name")[0]);
        Assert.Null(run.Property("Name")[17]);
        Assert.All(run.Property("DeviceId"), static id => Assert.Equal(EmulatorServer.ReadyDeviceId, id));
    }

    [Theory]
    [InlineData("arik*", 3)]
    [InlineData("*sari", 14)]
    [InlineData("Arik*, 'Angga Wijaya'", 4)]
    [InlineData("nobody*", 0)]
    public void A_name_chooses(string name, int count)
    {
        using var chat = new EmulatedSession();

        Assert.Equal(count, chat.Invoke("Get-ChataloContact -Name " + name).Ok().Output.Count);
    }

    [Fact]
    public void A_name_that_nobody_has_is_an_error()
    {
        using var chat = new EmulatedSession();

        Assert.Equal("Nobody", chat.Invoke("Get-ChataloContact Nobody").OneError("Chatalo.NotFound", System.Management.Automation.ErrorCategory.ObjectNotFound).TargetObject);
    }

    [Theory]
    [InlineData(5)]
    [InlineData(10)]
    [InlineData(41)]
    [InlineData(42)]
    public void A_server_that_gives_smaller_pages_is_followed(int pageSize)
    {
        using var chat = Paged(pageSize);

        var numbers = chat.Invoke("Get-ChataloContact").Ok().Property("Number");

        Assert.Equal(Total, numbers.Distinct().Count());
        Assert.Equal((Total + pageSize - 1) / pageSize, chat.Asked.Count);
    }

    [Theory]
    [InlineData(0, 3)]
    [InlineData(4, 5)]
    [InlineData(5, 5)]
    [InlineData(12, 20)]
    [InlineData(40, 20)]
    [InlineData(50, 1)]
    [InlineData(0, 0)]
    public void Skip_and_first_are_the_same_part_of_the_list_whatever_the_pages(int skip, int first)
    {
        using var whole = new EmulatedSession();
        using var paged = Paged(5);

        var expected = whole.Invoke("Get-ChataloContact").Ok().Property("Number").Skip(skip).Take(first);

        Assert.Equal(expected, paged.Invoke($"Get-ChataloContact -Skip {skip} -First {first}").Ok().Property("Number"));
    }

    [Fact]
    public void With_a_filter_skip_and_first_count_what_passes_it()
    {
        using var chat = Paged(5);
        var all = chat.Invoke("Get-ChataloContact *sari").Ok().Property("Number");

        Assert.Equal(all.Skip(3).Take(4), chat.Invoke("Get-ChataloContact *sari -Skip 3 -First 4").Ok().Property("Number"));
    }

    [Theory]
    [InlineData("Get-ChataloContact | Select-FirstObject -First 3")]
    [InlineData("Get-ChataloContact -First 3")]
    [InlineData("Get-ChataloContact -First 10")]
    [InlineData("Get-ChataloContact *a* | Select-FirstObject -First 2")]
    public void Who_takes_a_few_asks_for_one_page(string script)
    {
        using var chat = Paged(10);

        chat.Invoke(script).Ok();
        chat.Invoke("'the prompt is back'").Ok();

        Assert.Single(chat.Asked);
    }

    [Fact]
    public async Task Who_leaves_in_the_middle_leaves_nothing_running()
    {
        using var chat = Paged(5);
        // The pages after the first are late; the second is asked for while the first is written.
        var fault = chat.Fault(new FaultRule { Kind = FaultKind.Delay, Skip = 1, DelayMs = 1000 });

        Assert.Equal(4, chat.Invoke("Get-ChataloContact | Select-FirstObject -First 4").Ok().Output.Count);

        // The emulator writes the late page down when its delay is over; a third would be asked for by then.
        await Until.TrueAsync(() => chat.Asked.Count == fault.Matched, "the second page");
        Assert.InRange(fault.Matched, 1, 2);
    }

    [Fact]
    public void The_total_count_is_exact_without_a_filter_and_an_estimate_with_one()
    {
        using var chat = Paged(5);

        var exact = chat.Invoke("Get-ChataloContact -First 1 -IncludeTotalCount").Ok().Output[0];
        var estimate = chat.Invoke("Get-ChataloContact *sari -First 1 -IncludeTotalCount").Ok().Output[0];

        Assert.Equal((ulong)Total, exact.BaseObject);
        Assert.Equal(1.0, Convert.ToDouble(exact.Properties["Accuracy"].Value, null));
        Assert.True(Convert.ToDouble(estimate.Properties["Accuracy"].Value, null) < 1);
    }

    [Fact]
    public void A_page_that_fails_is_an_error_after_what_came_before()
    {
        using var chat = Paged(10, "-MaximumRetryCount 0");
        chat.Fault(new FaultRule { Kind = FaultKind.Status, StatusCode = 500, Skip = 2, Count = 1 });

        var run = chat.Invoke("Get-ChataloContact");

        Assert.Equal(20, run.Output.Count);
        run.OneError("Chatalo.ServerError", ErrorCategory.InvalidResult);
    }

    [Theory]
    [InlineData("Get-ChataloDevice 'Dita*' | Get-ChataloContact", "Chatalo.DeviceNotReady", ErrorCategory.ResourceUnavailable)]
    [InlineData("Get-ChataloContact -Device 'Sela - CS'", "Chatalo.DeviceNotReady", ErrorCategory.ResourceUnavailable)]
    [InlineData("Get-ChataloContact -Device c7276ae0-c306-4896-8fda-999999999999", "Chatalo.NotFound", ErrorCategory.ObjectNotFound)]
    [InlineData("Get-ChataloContact -Device nobody", "Chatalo.NotFound", ErrorCategory.ObjectNotFound)]
    public void A_device_that_cannot_be_used_is_an_error(string script, string id, ErrorCategory category)
    {
        using var chat = new EmulatedSession();

        chat.Invoke(script).OneError(id, category);
    }

    private static EmulatedSession Paged(int size, string connect = "") =>
        new($"-Device {EmulatorServer.ReadyDeviceId} {connect}", new EmulatorOptions { RateLimit = 0, MaxPageSize = size });
}
