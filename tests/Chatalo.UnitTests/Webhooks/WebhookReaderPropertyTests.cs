using Chatalo.Json;
using CsCheck;

namespace Chatalo.UnitTests.Webhooks;

/// <summary>Whatever is posted, reading it never throws and says something: messages or problems.</summary>
public class WebhookReaderPropertyTests
{
    private static readonly Gen<string> Name = Gen.OneOf(
        Gen.OneOf(
            "device_id", "chat_id", "sender", "number", "name", "in_group", "group_id", "from_me", "timestamp", "message", "has_media", "media_info",
            "mimetype", "file_encoded", "location_attached", "latitude", "longitude", "broadcast", "RequestBody", "\\ud800", "a\\\"b", ""),
        Gen.String[Gen.Char['a', 'z'], 0, 5]);

    private static readonly Gen<string> Scalar = Gen.OneOf(
        Gen.OneOf("null", "true", "false", "[]", "{}", "1e999", "-0", "1E-400", "\"\\udc00\"", "\"false\"", "\"1e999\"", "\"{}\"", "\"NaN\"", "\"∞\""),
        Gen.Long.Select(n => n.ToString()),
        Gen.Double.Where(double.IsFinite).Select(n => n.ToString("r", System.Globalization.CultureInfo.InvariantCulture)),
        Gen.Long.Select(n => $"\"{n}\""),
        Gen.String.Select(s => System.Text.Json.JsonSerializer.Serialize(s)));

    private static readonly Gen<string> Value = Gen.Recursive<string>((depth, inner) => depth > 4
        ? Scalar
        : Gen.OneOf(
            Scalar,
            inner.Array[0, 4].Select(items => $"[{string.Join(',', items)}]"),
            Gen.Select(Name, inner, (n, v) => $"\"{n}\":{v}").Array[0, 8].Select(fields => $"{{{string.Join(',', fields)}}}")));

    [Fact]
    public void Any_json_is_read() => Value.Sample(
        json =>
        {
            var content = WebhookReader.Read(json);
            // An empty array, however wrapped, holds nothing and is nothing wrong.
            return content.Messages.Count + content.Problems.Count > 0 || json.Contains("[]", StringComparison.Ordinal);
        },
        iter: 20_000, threads: 1);

    [Fact]
    public void Any_text_is_read() => Gen.OneOf(
        Gen.String,
        Gen.String[Gen.Char["{}[]\",:\\u0dDfF \n\uFEFF\0"], 0, 40],
        Gen.Select(Value, Gen.Int[0, 60], (json, cut) => json[..Math.Min(cut, json.Length)]),
        Value.Select(json => "{WebhookName:x,RequestBody:" + json)).Sample(
        text => WebhookReader.Read(text) is not null, iter: 20_000, threads: 1);
}
