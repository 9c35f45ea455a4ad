using System.Text;
using System.Text.Json;
using Chatalo.Client;
using CsCheck;

namespace Chatalo.UnitTests.Client;

/// <summary>Whatever comes back, every call ends in a value or in the module's own exception.</summary>
public class HostileAnswerTests
{
    private static readonly string[] Names =
        ["data", "meta", "code", "message", "errors", "pagination", "current_page", "last_page", "limit", "id", "name", "status", "is_api", "is_sent",
            "participants", "creation", "date", "expires_on", "assigned_devices", "number", "admin", "exists", "url", "success", "request_id", "0", "x\ud800"];

    private static readonly Gen<string> Scalar = Gen.OneOf(
        Gen.OneOf("null", "true", "false", "1", "0", "-1", "1e400", "27.0", "99999999999999999999", "\"1\"", "\"\"", "\"OK\"", "\"\\ud800\"", "\"20 Jul 2023, 09:50 am (\"", "400", "500", "200"),
        Gen.Int.Select(n => n.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        Gen.String.Select(s => JsonSerializer.Serialize(s)));

    private static readonly Gen<string> Json = Gen.Recursive<string>((depth, inner) => depth >= 5
        ? Scalar
        : Gen.Frequency(
            (3, Scalar),
            (2, inner.Array[0, 4].Select(items => $"[{string.Join(",", items)}]")),
            (5, Gen.Select(Gen.OneOf(Names), inner).Array[0, 6].Select(
                fields => $"{{{string.Join(",", fields.Select(f => $"{Escape(f.Item1)}:{f.Item2}"))}}}"))));

    private static readonly Gen<byte[]> Body = Gen.Frequency(
        (8, Gen.Select(Json, Json, (data, meta) => Encoding.UTF8.GetBytes($$"""{"data":{{data}},"meta":{{meta}}}"""))),
        (3, Json.Select(Encoding.UTF8.GetBytes)),
        (2, Gen.Select(Json, Gen.Int[0, 200], (json, end) => Encoding.UTF8.GetBytes(json)[..Math.Min(end, Encoding.UTF8.GetByteCount(json))])),
        (2, Gen.Select(Json.Select(Encoding.UTF8.GetBytes), Gen.Int[0, 1000], Gen.Byte, Damage)),
        (1, Gen.Byte.Array[0, 100]));

    [Fact]
    public void No_answer_brings_anything_but_a_value_or_our_exception() => Gen.Select(Body, Gen.OneOf(200, 200, 200, 201, 302, 400, 404, 422, 500)).Sample(
        (body, status) =>
        {
            using var t = new ClientUnderTest(new GatewayOptions { MaximumRetryCount = 0 }, Step.Bytes(status, body, headers: [("X-RateLimit-Limit", "100000"), ("X-RateLimit-Remaining", "99999")]));
            foreach (var call in Calls(t))
            {
                try
                {
                    // The stub answers at once: nothing is waited for.
                    var task = call();
                    Assert.True(task.IsCompleted);
                    task.GetAwaiter().GetResult();
                }
                catch (ChataloException e)
                {
                    Assert.NotEqual("", e.Message);
                    Assert.NotEqual("", e.RecommendedAction);
                }
            }
        },
        iter: 1500, threads: 1, print: c => $"{c.Item2}: {Encoding.UTF8.GetString(c.Item1)} ({Convert.ToHexString(c.Item1)})");

    private static IEnumerable<Func<Task>> Calls(ClientUnderTest t)
    {
        var page = new PageRequest(1, 100);
        yield return () => new ProfileApi(t.Client).GetAsync(t.Context);
        yield return () => new ProfileApi(t.Client).ListLogsAsync(new LogFilter(null, null, null, null), page, t.Context);
        yield return () => new DeviceApi(t.Client).ListAsync(page, t.Context);
        yield return () => new DeviceApi(t.Client).GetAsync("d-1", t.Context);
        yield return () => new DeviceApi(t.Client).ConnectAsync("d-1", t.Context);
        yield return () => new DeviceApi(t.Client).IsAuthenticatedAsync("d-1", t.Context);
        yield return () => new DeviceApi(t.Client).DeleteAsync("d-1", t.Context);
        yield return () => new ContactApi(t.Client).ListAsync("d-1", page, t.Context);
        yield return () => new ContactApi(t.Client).CheckAsync("d-1", "62", null, t.Context);
        yield return () => new GroupApi(t.Client).ListAsync("d-1", page, t.Context);
        yield return () => new GroupApi(t.Client).GetAsync("d-1", "g", t.Context);
        yield return () => new OtpApi(t.Client).SendAsync("d-1", "62", "{otp_code}", 60, 3, t.Context);
        yield return () => new OtpApi(t.Client).ConfirmAsync("r", "1234", t.Context);
        yield return () => new WebhookApi(t.Client).GetAsync(t.Context);
        yield return () => t.SendAsync();
    }

    private static string Escape(string name) => "\"" + name.Replace("\ud800", "\\ud800", StringComparison.Ordinal) + "\"";

    private static byte[] Damage(byte[] bytes, int at, byte value)
    {
        bytes[at % bytes.Length] = value;
        return bytes;
    }
}
