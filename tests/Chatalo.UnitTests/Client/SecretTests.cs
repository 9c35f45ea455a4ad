using System.Text.Json;
using Chatalo.Client;

namespace Chatalo.UnitTests.Client;

/// <summary>The keys are in the request's headers, and nowhere else.</summary>
public class SecretTests
{
    private const string Echo = $"the keys {ClientUnderTest.PublicKey} and {ClientUnderTest.SecretKey} are wrong";

    public static TheoryData<string, int, string> Failures => new()
    {
        { "refused", 0, "" },
        { "broken", 0, "" },
        { "hanging", 0, "" },
        { "answered", 403, $$$"""{"data":[],"meta":{"code":403,"message":"{{{Echo}}}"}}""" },
        { "answered", 400, $$$"""{"message":"{{{Echo}}}","errors":{"X-Secret-Key":["{{{Echo}}}"]}}""" },
        { "answered", 200, $"<html>{Echo}</html>" },
        { "answered", 200, Echo },
        { "answered", 500, Echo },
        { "answered", 302, Echo },
        { "answered", 429, Echo },
        { "answered", 200, $$$"""{"data":{"is_sent":false,"headers":"{{{Echo}}}"}}""" },
        { "answered", 200, $$"""{"data":"{{Echo}}"}""" },
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task No_failure_shows_a_key(string how, int status, string body)
    {
        var step = how switch
        {
            "refused" => Step.Refuse(),
            "broken" => Step.Break(),
            "hanging" => Step.Hang(),
            _ => Step.Answer(status, body, "text/html", ("Retry-After", "0"), ("X-Echo", Echo)),
        };
        foreach (var kind in new[] { RequestKind.Read, RequestKind.Change, RequestKind.Send })
        {
            using var t = new ClientUnderTest(new GatewayOptions { MaximumRetryCount = 1 }, step);
            try
            {
                await t.PlayAsync(t.CallAsync(kind));
            }
            catch (ChataloException e)
            {
                HoldsNoKey(e.ToString());
                HoldsNoKey(e.Message + e.RecommendedAction + e.GatewayMessage + string.Join(" ", e.FieldErrors.SelectMany(f => f.Value)));
            }

            HoldsNoKey(string.Join("\n", t.Exchanges.Select(x => x.ToString())));
            HoldsNoKey(string.Join("\n", t.Reasons));
            Assert.NotEmpty(t.Exchanges);
        }

        using var s = new ClientUnderTest(new GatewayOptions { MaximumRetryCount = 0 }, step);
        var report = await s.PlayAsync(s.SendAsync());
        HoldsNoKey(JsonSerializer.Serialize(report.Result) + report.Result + report.Error);
    }

    [Fact]
    public async Task A_good_answer_that_repeats_a_key_shows_none()
    {
        using var t = new ClientUnderTest(Step.Answer(200, $$$"""{"data":{"id":"d-1","name":"{{{ClientUnderTest.SecretKey}}}","note":"{{{Echo}}}"}}"""));

        var device = await t.PlayAsync(new DeviceApi(t.Client).GetAsync("d-1", t.Context));

        HoldsNoKey(JsonSerializer.Serialize(device) + device);
        Assert.Equal(new string('*', ClientUnderTest.SecretKey.Length), device.Name);
    }

    [Fact]
    public void A_credential_prints_no_key()
        => HoldsNoKey(new GatewayCredential(ClientUnderTest.PublicKey, ClientUnderTest.SecretKey).ToString());

    [Fact]
    public void A_session_shows_no_more_than_the_beginning_of_the_public_key()
    {
        var options = new GatewayOptions { Proxy = new Uri("http://user:proxy-password@proxy.example:8080") };
        var credential = new GatewayCredential(ClientUnderTest.PublicKey, ClientUnderTest.SecretKey);
        using var session = new Session(new GatewayClient(options, credential), credential, new SessionDefaults("d-1", "ID"));

        var shown = session + string.Join("\n", typeof(Session).GetProperties().Select(p => $"{p.Name}={p.GetValue(session)}"));

        HoldsNoKey(shown);
        Assert.DoesNotContain("proxy-password", shown, StringComparison.Ordinal);
        Assert.Equal("publ…", session.PublicKey);
    }

    private static void HoldsNoKey(string text)
    {
        Assert.DoesNotContain(ClientUnderTest.PublicKey, text, StringComparison.Ordinal);
        Assert.DoesNotContain(ClientUnderTest.SecretKey, text, StringComparison.Ordinal);
    }
}
