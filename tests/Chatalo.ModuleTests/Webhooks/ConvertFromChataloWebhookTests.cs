using System.Collections;
using System.Text;
using Chatalo.ModuleTests.Engine;

namespace Chatalo.ModuleTests.Webhooks;

public sealed class ConvertFromChataloWebhookTests : IDisposable
{
    private readonly ModuleSession _session = new();

    public static TheoryData<string> Forms() => new(
        "$json | ConvertFrom-ChataloWebhook",
        "ConvertFrom-ChataloWebhook $json",
        "$json -split '\\n' | ConvertFrom-ChataloWebhook",
        ",($json -split '\\n') | ConvertFrom-ChataloWebhook",
        "$bytes | ConvertFrom-ChataloWebhook",
        ",$bytes | ConvertFrom-ChataloWebhook",
        "ConvertFrom-ChataloWebhook -InputObject $bytes",
        "[pscustomobject]@{ WebhookName = 'x'; RequestBody = $json; RequestHeader = [pscustomobject]@{ Host = 'h' } } | ConvertFrom-ChataloWebhook",
        "ConvertFrom-ChataloWebhook -WebhookData @{ RequestBody = $json }",
        "\"{WebhookName:x,RequestBody:$json,RequestHeader:{Host:h}}\" | ConvertFrom-ChataloWebhook",
        "[pscustomobject]@{ chat_id = 'A'; sender = [pscustomobject]@{ number = 6281234567890; in_group = $true; group_id = 'g1' }; message = 'hi' } | ConvertFrom-ChataloWebhook",
        "@{ chat_id = 'A'; sender = @{ number = '6281234567890'; in_group = 1; group_id = 'g1' }; message = 'hi' } | ConvertFrom-ChataloWebhook",
        "$json | ConvertFrom-ChataloWebhook | ConvertFrom-ChataloWebhook");

    [Theory]
    [MemberData(nameof(Forms))]
    public void Every_form_gives_the_message(string script)
    {
        var json = WebhookEvents.Event("A", group: "g1");

        var message = _session.Invoke(script, ("json", json), ("bytes", Encoding.UTF8.GetBytes(json))).Single();

        Assert.Equal("Chatalo.IncomingMessage", message.BaseObject.GetType().FullName);
        Assert.Equal(["A", "hi", "+6281234567890", "g1"], new[] { "Id", "Text", "Number", "GroupId" }.Select(p => message.Properties[p].Value));
    }

    [Fact]
    public void Several_events_in_any_grouping_are_several_messages()
    {
        var run = _session.Invoke("\"[$a,$b]\", $a, @($b, $a) | ConvertFrom-ChataloWebhook", ("a", WebhookEvents.Event("A")), ("b", WebhookEvents.Event("B")));

        Assert.Equal(["A", "B", "A", "B", "A"], run.Ok().Property("Id"));
    }

    [Fact]
    public void What_is_no_event_is_an_error_and_the_next_is_read()
    {
        var run = _session.Invoke("'<html>', '{\"chat_id\":', $a, $null, 5 | ConvertFrom-ChataloWebhook", ("a", WebhookEvents.Event("A").ReplaceLineEndings("")));

        Assert.Equal(["A"], run.Property("Id"));
        Assert.All(run.ErrorIds, id => Assert.Equal("Chatalo.InvalidInput", id));
        Assert.Contains("'<html>'", run.Errors[0].ToString(), StringComparison.Ordinal);
        Assert.True(run.Errors.Count >= 3);
    }

    [Fact]
    public void An_object_that_holds_itself_is_an_error()
    {
        var loop = new Hashtable();
        loop["a"] = loop;
        loop["b"] = loop;

        Assert.Equal(["Chatalo.InvalidInput"], _session.Invoke("$loop | ConvertFrom-ChataloWebhook", ("loop", loop)).ErrorIds);
    }

    [Theory]
    [InlineData("Send-ChataloMessage -Message re", null, "g")]
    [InlineData("ForEach-Object { [pscustomobject]@{ Number = $_.Number; GroupId = $_.GroupId; DeviceId = $_.DeviceId } } | Send-ChataloMessage -Message re", null, "g")]
    [InlineData("Send-ChataloMessage -Number 628999000111 -Message re", "+628999000111", null)]
    [InlineData("Send-ChataloMessage -Number { $_.Number } -Message re", "+6281234567890", null)]
    public void An_answer_goes_to_the_group_unless_a_number_is_given(string answer, string? number, string? group)
    {
        var given = _session.Invoke("$null = Start-ChataloEmulator -RateLimit 0 | Connect-Chatalo; (Get-ChataloGroup -Device $device)[0].Id", ("device", WebhookEvents.ReadyDevice)).Single().ToString();

        var result = _session.Invoke("$json | ConvertFrom-ChataloWebhook | " + answer, ("json", WebhookEvents.Event("A", group: given))).Single();

        Assert.Equal(number, result.Properties["Number"].Value);
        Assert.Equal(group is null ? null : given, result.Properties["GroupId"].Value);
        Assert.Equal("re", result.Properties["Message"].Value);
        Assert.Equal(WebhookEvents.ReadyDevice, result.Properties["DeviceId"].Value);
        _session.Invoke("Stop-ChataloEmulator").Ok();
    }

    [Fact]
    public void An_answer_to_a_person_goes_to_the_person_and_never_repeats_the_text()
    {
        var run = _session.Invoke(
            "$null = Start-ChataloEmulator | Connect-Chatalo; $json | ConvertFrom-ChataloWebhook | Send-ChataloMessage; Stop-ChataloEmulator", ("json", WebhookEvents.Event("A")));

        Assert.Equal(["+6281234567890"], run.Property("Number"));
        Assert.Equal(["Chatalo.InvalidInput"], run.ErrorIds);
    }

    public void Dispose() => _session.Dispose();
}
