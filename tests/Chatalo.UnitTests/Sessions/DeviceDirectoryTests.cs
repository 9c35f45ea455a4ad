using Chatalo.UnitTests.Client;
using Microsoft.Extensions.Time.Testing;

namespace Chatalo.UnitTests.Sessions;

public class DeviceDirectoryTests
{
    private const string Uuid = "c7276ae0-c306-4896-8fda-0123456789ab";

    [Theory]
    [InlineData("Andi - CS", "a-1")]
    [InlineData("andi - cs", "a-1")]
    [InlineData("b-2", "b-2")]
    public async Task A_device_is_found_by_name_or_id_and_remembered(string name, string id)
    {
        using var t = new ClientUnderTest(Page(1, 1, ("a-1", "Andi - CS"), ("b-2", "Dita - CS")));
        var directory = new DeviceDirectory();

        Assert.Equal(id, await t.PlayAsync(directory.ResolveAsync(name, t.Client, t.Context)));
        Assert.Equal(id, await t.PlayAsync(directory.ResolveAsync(name, t.Client, t.Context)));
        Assert.Equal(1, t.Gateway.Count);
    }

    [Fact]
    public async Task An_id_is_not_asked_for()
    {
        using var t = new ClientUnderTest(Page(1, 1));
        Assert.Equal(Uuid, await t.PlayAsync(new DeviceDirectory().ResolveAsync(Uuid, t.Client, t.Context)));
        Assert.Equal(0, t.Gateway.Count);
    }

    [Theory]
    [InlineData("nobody", ErrorKind.NotFound)]
    [InlineData("twin", ErrorKind.InvalidInput)]
    public async Task None_and_two_of_a_name_are_errors(string name, ErrorKind kind)
    {
        using var t = new ClientUnderTest(Page(1, 1, ("a-1", "Twin"), ("b-2", "twin")));
        Assert.Equal(kind, (await t.FailsAsync(new DeviceDirectory().ResolveAsync(name, t.Client, t.Context))).Kind);
    }

    [Fact]
    public async Task A_name_that_no_device_has_costs_one_call_and_is_looked_up_again_a_minute_later()
    {
        var time = new FakeTimeProvider();
        using var t = new ClientUnderTest(Page(1, 1, ("a-1", "Andi")), Page(1, 1, ("a-1", "Andi"), ("n-2", "New")));
        var directory = new DeviceDirectory(time);

        for (var row = 0; row < 70; row++)
        {
            Assert.Equal(ErrorKind.NotFound, (await t.FailsAsync(directory.ResolveAsync("New", t.Client, t.Context))).Kind);
            Assert.Equal(ErrorKind.NotFound, (await t.FailsAsync(directory.ResolveAsync($"phone {row}", t.Client, t.Context))).Kind);
        }

        Assert.Equal(1, t.Gateway.Count);
        time.Advance(TimeSpan.FromSeconds(61));
        Assert.Equal("n-2", await t.PlayAsync(directory.ResolveAsync("New", t.Client, t.Context)));
        Assert.Equal(2, t.Gateway.Count);
    }

    [Fact]
    public async Task A_device_that_was_registered_meanwhile_is_found_at_once()
    {
        using var t = new ClientUnderTest(Page(1, 1, ("a-1", "Andi")), Page(1, 1, ("a-1", "Andi"), ("n-2", "New")));
        var directory = new DeviceDirectory(new FakeTimeProvider());
        await t.FailsAsync(directory.ResolveAsync("New", t.Client, t.Context));

        directory.Forget();

        Assert.Equal("n-2", await t.PlayAsync(directory.ResolveAsync("New", t.Client, t.Context)));
    }

    [Fact]
    public async Task All_pages_are_read()
    {
        using var t = new ClientUnderTest(Page(1, 2, ("a-1", "Andi")), Page(2, 2, ("b-2", "Dita")));
        Assert.Equal("b-2", await t.PlayAsync(new DeviceDirectory().ResolveAsync("Dita", t.Client, t.Context)));
        Assert.Equal(["?page=1&limit=100", "?page=2&limit=100"], t.Gateway.Requests.Select(r => r.Uri.Query));
    }

    [Fact]
    public async Task A_gateway_that_always_answers_the_first_page_is_not_asked_for_ever()
    {
        using var t = new ClientUnderTest(Page(1, 5, ("a-1", "Andi")));
        Assert.Equal("a-1", await t.PlayAsync(new DeviceDirectory().ResolveAsync("Andi", t.Client, t.Context)));
        Assert.Equal(2, t.Gateway.Count);
    }

    private static Step Page(int current, int last, params (string Id, string Name)[] devices)
    {
        var data = string.Join(",", devices.Select(d => $$"""{"id":"{{d.Id}}","name":"{{d.Name}}"}"""));
        return Step.Answer(200, "{\"data\":[" + data + "],\"meta\":{\"pagination\":{\"current_page\":" + current + ",\"last_page\":" + last + "}}}");
    }
}
