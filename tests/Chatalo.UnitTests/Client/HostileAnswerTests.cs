using System.Text;
using Chatalo.Client;
using Chatalo.UnitTests.Fuzzing;
using CsCheck;

namespace Chatalo.UnitTests.Client;

/// <summary>Whatever comes back, every call ends in a value or in the module's own exception.</summary>
public class HostileAnswerTests
{
    [Fact]
    public void No_answer_brings_anything_but_a_value_or_our_exception() => Gen.Select(HostileJson.Body, Gen.OneOf(200, 200, 200, 201, 302, 400, 404, 422, 500)).Sample(
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
}
