using System.Text.Json;
using Chatalo.Json;

namespace Chatalo.UnitTests.Webhooks;

public class WebhookReaderTests
{
    private const string Event = """{"device_id":"d1","chat_id":"A1","sender":{"name":"Ari","number":"6281","in_group":false,"group_id":null},"message":"hi, \"you\"","timestamp":1689930829}""";

    [Fact]
    public void The_documented_example_has_every_field()
    {
        var message = One(ExampleEvent.Json);

        Assert.Equal("c7276ae0-c306-4896-8fda-xxxxxxxxxxx", message.DeviceId);
        Assert.Equal("D073D8Bxxxx", message.Id);
        Assert.Equal("SENDER-NAME", message.Sender);
        Assert.Equal("628897509xxxx", message.Number);
        Assert.Null(message.GroupId);
        Assert.False(message.IsGroup);
        Assert.Null(message.Text);
        Assert.True(message.HasMedia);
        Assert.Equal("image/jpeg", message.MediaType);
        Assert.Equal("https://chatalo.com/files/1ee5b9a3-f5dc-46cb-b45c-xxxxxxxxxxxx", message.MediaUrl);
        Assert.Equal("eyJpdiI6ImV3d...", message.FileEncoded);
        Assert.Null(message.Latitude);
        Assert.Null(message.Longitude);
        Assert.Equal(new DateTimeOffset(2023, 7, 21, 9, 13, 49, TimeSpan.Zero), message.Time);
        Assert.False(message.IsFromMe || message.IsForwarded || message.IsSticker || message.IsBroadcast);
        Assert.Equal(ExampleEvent.Json, message.Raw);
        Assert.Empty(message.AdditionalProperties);
    }

    [Fact]
    public void All_flags_a_place_and_a_group_are_read()
    {
        var message = One("""
            {"sender":{"number":6281234567890,"in_group":1,"group_id":120363037968000000},"from_me":true,"is_forwarded":"1","is_sticker":true,
             "broadcast":"true","message":"","has_media":0,"location_attached":{"latitude":"-6.2","longitude":106.8}}
            """);

        Assert.True(message.IsFromMe && message.IsForwarded && message.IsSticker && message.IsBroadcast && message.IsGroup);
        Assert.Equal("+6281234567890", message.Number);
        Assert.Equal("120363037968000000", message.GroupId);
        Assert.Equal("", message.Text);
        Assert.False(message.HasMedia);
        Assert.Equal(-6.2, message.Latitude);
        Assert.Equal(106.8, message.Longitude);
    }

    [Theory]
    [InlineData("1689930829")]
    [InlineData("\"1689930829\"")]
    [InlineData("1689930829000")]
    [InlineData("\"1689930829000\"")]
    [InlineData("1689930829.0")]
    public void Time_is_seconds_or_milliseconds(string timestamp)
        => Assert.Equal(new DateTimeOffset(2023, 7, 21, 9, 13, 49, TimeSpan.Zero), One($$"""{"timestamp":{{timestamp}}}""").Time);

    [Theory]
    [InlineData("null")]
    [InlineData("false")]
    [InlineData("[]")]
    [InlineData("\"soon\"")]
    [InlineData("\"NaN\"")]
    [InlineData("-1e300")]
    [InlineData("999999999999999999999")]
    public void Time_that_is_none_is_null(string timestamp) => Assert.Null(One($$"""{"timestamp":{{timestamp}}}""").Time);

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"sender":null,"media_info":[],"location_attached":false,"message":null}""")]
    [InlineData("""{"sender":"Ari","media_info":{"mimetype":false,"file_url":null},"message":{"text":"x"},"has_media":"maybe"}""")]
    public void What_is_missing_or_something_else_is_null(string json)
    {
        var message = One(json);

        Assert.Null(message.Id);
        Assert.Null(message.Number);
        Assert.Null(message.Text);
        Assert.Null(message.MediaType);
        Assert.Null(message.FileEncoded);
        Assert.Null(message.Latitude);
        Assert.False(message.HasMedia);
        Assert.Equal(json, message.Raw);
    }

    [Fact]
    public void Unknown_fields_are_kept()
        => Assert.Equal(7L, One("""{"chat_id":"A","quoted":{"id":7}}""").AdditionalProperties["quoted"] is IReadOnlyDictionary<string, object?> quoted ? quoted["id"] : null);

    [Theory]
    [InlineData("""{"\ud800":1,"chat_id":"A","sender":{"\udfff":2,"number":"6281"}}""")]
    [InlineData("""{"chat_id":"A","sender":{"number":"6281"},"\ud800\"x":{"\udc00":[]}}""")]
    public void Half_a_surrogate_pair_in_a_name_hides_nothing_else(string json)
    {
        var message = One(json);

        Assert.Equal("A", message.Id);
        Assert.Equal("+6281", message.Number);
        Assert.Single(message.AdditionalProperties);
    }

    [Fact]
    public void An_array_holds_several_and_what_is_none_of_them_is_a_problem()
    {
        var content = WebhookReader.Read($"[{Event},{ExampleEvent.Json},5]");

        Assert.Equal(["A1", "D073D8Bxxxx"], content.Messages.Select(m => m.Id));
        Assert.Contains("'5'", Assert.Single(content.Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void No_more_are_taken_than_asked_for()
    {
        var content = WebhookReader.Read("[" + string.Join(',', Enumerable.Repeat(Event, 50)) + "]", maximum: 20);

        Assert.Equal(20, content.Messages.Count);
        Assert.Single(content.Problems);
    }

    public static TheoryData<string> WebhookData() => new(
        JsonSerializer.Serialize(new { WebhookName = "x", RequestBody = Event, RequestHeader = new { Host = "h" } }),
        $$$"""{"WebhookName":"x","RequestBody":{{{Event}}}}""",
        JsonSerializer.Serialize(JsonSerializer.Serialize(new { requestBody = Event })),
        "{WebhookName:x,RequestBody:" + Event + ",RequestHeader:{Connection:Keep-Alive,Host:a.webhook.azure-automation.net,sec:\"a}}",
        "{WebhookName:x,RequestBody:" + Event + "}",
        "{WebhookName:x,RequestBody:" + Event.Replace("hi, ", "hi, ,RequestHeader:{} ", StringComparison.Ordinal) + ",RequestHeader:{}}");

    [Theory]
    [MemberData(nameof(WebhookData))]
    public void Webhook_data_of_a_runbook_holds_the_event(string json)
    {
        var message = One(json);

        Assert.Equal("A1", message.Id);
        Assert.EndsWith("\"you\"", message.Text, StringComparison.Ordinal);
        Assert.StartsWith("{\"device_id\"", message.Raw, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("\uFEFF \r\n", "empty")]
    [InlineData("<html>Not here</html>", "'<html>Not here</html>'")]
    [InlineData("{\"a\": \u001b[31mred", "'{\"a\": \uFFFD[31mred'")]
    [InlineData("null", "'null'")]
    [InlineData("""{"WebhookName":"x","RequestBody":""}""", "empty")]
    [InlineData("""{"WebhookName":"x","RequestBody":null}""", "'null'")]
    public void What_is_no_event_is_told_by_its_beginning(string body, string said)
    {
        var content = WebhookReader.Read(body);

        Assert.Empty(content.Messages);
        var problem = Assert.Single(content.Problems);
        Assert.Equal("Chatalo.InvalidInput", problem.ErrorId);
        Assert.Contains(said, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_text_is_cut() => Assert.InRange(Assert.Single(WebhookReader.Read(new string('x', 100_000)).Problems).Message.Length, 80, 200);

    [Fact]
    public void Deep_nesting_is_refused_and_not_followed()
    {
        var content = WebhookReader.Read(new string('[', 100_000) + new string(']', 100_000));

        Assert.Empty(content.Messages);
        Assert.Single(content.Problems);
    }

    private static IncomingMessage One(string json)
    {
        var content = WebhookReader.Read(json);
        Assert.Empty(content.Problems);
        return Assert.Single(content.Messages);
    }
}
