using System.Text;
using Chatalo.Json;
using Chatalo.UnitTests.Webhooks;
using Chatalo.Webhooks;
using CsCheck;

namespace Chatalo.UnitTests.Fuzzing;

/// <summary>Whatever is posted to a listener or a runbook, it is messages or problems, never an exception.</summary>
public class WebhookFuzzTests
{
    private static readonly string Wrapped =
        "{\"WebhookName\":\"chatalo\",\"RequestBody\":" + System.Text.Json.JsonSerializer.Serialize(ExampleEvent.Json) + ",\"RequestHeader\":{\"Host\":\"x\"}}";

    [Fact]
    public void Any_json_is_read_as_events() => HostileJson.Json.Inputs(static json => Check(json));

    [Fact]
    public void Any_damage_to_an_event_is_survived() => Gen.OneOf(
        Damage.To(ExampleEvent.Json), Damage.To(Wrapped), Damage.To("{WebhookName:chatalo,RequestBody:" + ExampleEvent.Json + ",RequestHeader:{Host:x}}")).Inputs(
        static bytes => Check(Encoding.UTF8.GetString(bytes)), print: Convert.ToHexString);

    [Fact]
    public void Any_lines_are_put_together() => Gen.Select(Damage.To(ExampleEvent.Json), Gen.Char["\n,:}{ "]).Inputs(
        static input =>
        {
            var lines = Encoding.UTF8.GetString(input.Item1).Split(input.Item2);
            var reader = new JsonTextBuffer();
            var read = lines.Select(reader.Add).OfType<string>().Sum(static text => text.Length) + reader.TakeOpen().Sum(static text => text.Length);
            // Nothing of what came is lost; line ends take the place of where it was cut.
            Assert.InRange(read, lines.Sum(static line => line.Length), lines.Sum(static line => line.Length) + lines.Length);
        });

    private static void Check(string text)
    {
        var content = WebhookReader.Read(text, maximum: 1000);
        Assert.All(content.Messages, static message => Assert.NotNull(message.ToString()));
        Assert.All(content.Problems, static problem => Assert.NotEqual("", problem.Message));
    }
}
