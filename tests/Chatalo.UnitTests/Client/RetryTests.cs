using System.Net.Sockets;
using System.Security.Authentication;
using Chatalo.Client;
using Chatalo.Client.Http;

namespace Chatalo.UnitTests.Client;

/// <summary>What is made again, what is not, and how long it waits.</summary>
public class RetryTests
{
    private const string Html = "<!DOCTYPE html><html><body>Too Many Requests</body></html>";

    private static readonly RequestKind[] Kinds = [RequestKind.Read, RequestKind.Change, RequestKind.Send];

    public static TheoryData<string, string?, double> RetryAfters => new()
    {
        { nameof(RequestKind.Read), "2", 2 },
        { nameof(RequestKind.Change), "2", 2 },
        { nameof(RequestKind.Send), "2", 2 },
        { nameof(RequestKind.Read), "0", 0.5 },
        { nameof(RequestKind.Send), "0", 0.5 },
        { nameof(RequestKind.Send), "-1", 0.5 },
        { nameof(RequestKind.Send), "2.5", 2.5 },
        { nameof(RequestKind.Send), "40", 40 },
        { nameof(RequestKind.Send), "300", 300 },
        { nameof(RequestKind.Send), "Mon, 05 Jan 2026 10:00:07 GMT", 7 },
        { nameof(RequestKind.Send), "Mon, 05 Jan 2026 09:00:00 GMT", 0.5 },
        { nameof(RequestKind.Send), null, 0 },
        { nameof(RequestKind.Change), null, 0 },
        { nameof(RequestKind.Send), "soon", 0 },
    };

    public static TheoryData<string, string> Lost
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var kind in Kinds)
            {
                foreach (var how in new[] { "500", "502", "503", "504", "reset", "time-out", "ended", "html 500", "empty 502" })
                {
                    data.Add(kind.ToString(), how);
                }
            }

            return data;
        }
    }

    public static TheoryData<string, string> NeverLeft
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var kind in Kinds)
            {
                foreach (var how in new[] { "dns", "refused", "tls", "proxy", "slow connection" })
                {
                    data.Add(kind.ToString(), how);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(RetryAfters))]
    public async Task A_429_is_waited_out_and_made_again(string kind, string? retryAfter, double seconds)
    {
        foreach (var html in new[] { false, true })
        {
            var headers = new[] { ("Date", "Mon, 05 Jan 2026 10:00:00 GMT"), ("X-RateLimit-Limit", "60"), ("X-RateLimit-Remaining", "0"), ("Retry-After", retryAfter ?? "") };
            var refusal = Step.Answer(429, html ? Html : """{"message":"Too Many Attempts."}""", html ? "text/html" : "application/json", retryAfter is null ? headers[..3] : headers);
            using var t = new ClientUnderTest(refusal, Step.Answer(200));
            var start = t.Clock.GetUtcNow();

            Assert.Equal("x", await t.PlayAsync(t.CallAsync(Kind(kind))));

            Assert.Equal(2, t.Gateway.Count);
            Assert.True(t.Clock.GetUtcNow() - start >= TimeSpan.FromSeconds(seconds));
            Assert.InRange(t.Waits[0].TotalSeconds, seconds, seconds == 0 ? 5 : seconds);
        }
    }

    [Theory]
    [InlineData("1767607217", 17)]
    [InlineData("17", 17)]
    [InlineData("1767607100", 0)]
    [InlineData("soon", 0)]
    public async Task A_429_that_names_only_the_time_of_its_reset_is_waited_out(string reset, double seconds)
    {
        using var t = new ClientUnderTest(
            Step.Answer(429, "{}", headers: [("Date", "Mon, 05 Jan 2026 10:00:00 GMT"), ("X-RateLimit-Reset", reset)]), Step.Answer(200));

        Assert.Equal("x", await t.PlayAsync(t.CallAsync(RequestKind.Send)));

        Assert.Equal(2, t.Gateway.Count);
        Assert.InRange(t.Waits[0].TotalSeconds, seconds, seconds + (seconds == 0 ? 5 : 0));
    }

    [Theory]
    [InlineData(nameof(RequestKind.Read), 503, ErrorKind.ServerError)]
    [InlineData(nameof(RequestKind.Read), 429, ErrorKind.RateLimited)]
    [InlineData(nameof(RequestKind.Send), 503, ErrorKind.OutcomeUnknown)]
    public async Task A_code_in_the_body_of_a_good_answer_decides_the_outcome_but_nothing_is_made_again(string kind, int code, ErrorKind expected)
    {
        using var t = new ClientUnderTest(Step.Answer(200, $$$"""{"data":{},"meta":{"code":{{{code}}}}}"""), Step.Answer(200));

        Assert.Equal(expected, (await t.FailsAsync(t.CallAsync(Kind(kind)))).Kind);
        Assert.Equal(1, t.Gateway.Count);
    }

    [Fact]
    public async Task A_wait_beyond_five_minutes_is_reported_at_once_and_so_are_the_calls_after_it()
    {
        using var t = new ClientUnderTest(Step.Answer(429, "{}", headers: [("Retry-After", "86400")]));

        Assert.Equal(ErrorKind.RateLimited, (await t.FailsAsync(t.CallAsync(RequestKind.Send))).Kind);
        Assert.Equal(ErrorKind.RateLimited, (await t.FailsAsync(t.CallAsync(RequestKind.Send))).Kind);

        Assert.Equal(new DateTimeOffset(2026, 1, 5, 10, 0, 0, TimeSpan.Zero), t.Clock.GetUtcNow(), TimeSpan.FromSeconds(30));
    }

    [Theory]
    [InlineData(nameof(RequestKind.Read), 0)]
    [InlineData(nameof(RequestKind.Send), 0)]
    [InlineData(nameof(RequestKind.Send), 3)]
    public async Task A_429_that_stays_is_made_again_as_often_as_allowed(string kind, int retries)
    {
        using var t = new ClientUnderTest(new GatewayOptions { MaximumRetryCount = retries }, Step.Answer(429, "{}", headers: [("Retry-After", "1")]));

        var error = await t.FailsAsync(t.CallAsync(Kind(kind)));

        Assert.Equal((ErrorKind.RateLimited, 429), (error.Kind, error.StatusCode));
        Assert.Equal(retries + 1, t.Gateway.Count);
    }

    [Theory]
    [MemberData(nameof(Lost))]
    public async Task A_lost_answer_is_asked_for_again_only_on_a_read(string kind, string how)
    {
        using var t = new ClientUnderTest(Loss(how), Step.Answer(200));
        var call = t.CallAsync(Kind(kind));

        if (Kind(kind) == RequestKind.Read)
        {
            Assert.Equal("x", await t.PlayAsync(call));
            Assert.Equal(2, t.Gateway.Count);
            return;
        }

        var error = await t.FailsAsync(call);
        Assert.Equal(1, t.Gateway.Count);
        if (Kind(kind) == RequestKind.Send)
        {
            Assert.Equal("Chatalo.OutcomeUnknown", error.ErrorId);
        }
        else
        {
            Assert.Contains(error.Kind, new[] { ErrorKind.ServerError, ErrorKind.TimedOut, ErrorKind.Unreachable });
            Assert.Contains("may have been made", error.Message);
        }
    }

    [Theory]
    [MemberData(nameof(NeverLeft))]
    public async Task What_never_left_is_made_again_whatever_it_is(string kind, string how)
    {
        Step failure = how switch
        {
            "dns" => Step.FailBefore(new HttpRequestException(HttpRequestError.NameResolutionError, "no such host", new SocketException((int)SocketError.HostNotFound))),
            "refused" => Step.Refuse(),
            "tls" => Step.FailBefore(new HttpRequestException(HttpRequestError.SecureConnectionError, "The SSL connection could not be established", new AuthenticationException("bad certificate"))),
            "proxy" => Step.FailBefore(new HttpRequestException(HttpRequestError.ProxyTunnelError, "The proxy tunnel request failed with status code 407")),
            _ => Step.HangBefore(),
        };
        if (how == "slow connection" && Kind(kind) == RequestKind.Read)
        {
            // Without a body nobody knows whether a request left: see the lost answers.
            return;
        }

        using var t = new ClientUnderTest(failure, failure, Step.Answer(200));

        Assert.Equal("x", await t.PlayAsync(t.CallAsync(Kind(kind))));
        Assert.Equal(3, t.Gateway.Count);
    }

    [Fact]
    public async Task What_never_left_surely_failed()
    {
        using var t = new ClientUnderTest(new GatewayOptions { MaximumRetryCount = 2 }, Step.Refuse());

        var report = await t.PlayAsync(t.SendAsync());

        Assert.Equal((SendOutcome.Failed, "Chatalo.Unreachable"), (report.Result.Outcome, report.Result.ErrorId));
        Assert.Equal(3, t.Gateway.Count);
    }

    [Fact]
    public async Task A_send_that_broke_after_it_was_read_is_unknown_even_if_the_first_attempt_never_left()
    {
        using var t = new ClientUnderTest(Step.Refuse(), Step.Break(), Step.Answer(200));

        var report = await t.PlayAsync(t.SendAsync());

        Assert.Equal(SendOutcome.Unknown, report.Result.Outcome);
        Assert.Equal(2, t.Gateway.Count);
    }

    [Fact]
    public async Task A_send_that_was_refused_by_the_limit_and_then_never_left_surely_failed()
    {
        using var t = new ClientUnderTest(
            new GatewayOptions { MaximumRetryCount = 1 }, Step.Answer(429, "{}", headers: [("Retry-After", "0")]), Step.Refuse());

        Assert.Equal(SendOutcome.Failed, (await t.PlayAsync(t.SendAsync())).Result.Outcome);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(4)]
    public async Task A_read_is_made_again_as_often_as_allowed_each_time_later(int retries)
    {
        using var t = new ClientUnderTest(new GatewayOptions { MaximumRetryCount = retries }, Step.Answer(500, "{}"));

        var error = await t.FailsAsync(t.CallAsync(RequestKind.Read));

        Assert.Equal((ErrorKind.ServerError, 500), (error.Kind, error.StatusCode));
        Assert.Equal(retries + 1, t.Gateway.Count);
        Assert.Equal(retries, t.Waits.Count);
        Assert.All(t.Waits, wait => Assert.InRange(wait, TimeSpan.Zero, TimeSpan.FromSeconds(30)));
    }

    [Fact]
    public async Task A_503_is_made_again_when_it_says()
    {
        using var t = new ClientUnderTest(Step.Answer(503, "", "text/html", ("Retry-After", "7")), Step.Answer(200));

        await t.PlayAsync(t.CallAsync(RequestKind.Read));

        Assert.Equal([TimeSpan.FromSeconds(7)], t.Waits);
    }

    [Theory]
    [InlineData(nameof(RequestKind.Read))]
    [InlineData(nameof(RequestKind.Send))]
    public async Task What_was_refused_is_not_made_again(string kind)
    {
        foreach (var status in new[] { 400, 401, 403, 404, 405, 409, 413, 422, 302 })
        {
            using var t = new ClientUnderTest(Step.Answer(status, "{}"));
            await t.FailsAsync(t.CallAsync(Kind(kind)));
            Assert.Equal(1, t.Gateway.Count);
        }
    }

    [Theory]
    [InlineData("429")]
    [InlineData("refused")]
    public async Task A_stop_during_a_wait_ends_at_once_and_is_a_failure_that_was_not_sent(string how)
    {
        using var t = new ClientUnderTest(how == "429" ? Step.Answer(429, "{}", headers: [("Retry-After", "200")]) : Step.Refuse());
        var sending = t.SendAsync();
        await Until(() => t.Gateway.Count == 1 && t.Waits.Count > 0);

        t.Stop.Cancel();

        // The clock stands still: only the stop can end it.
        var report = await sending;
        Assert.Equal((SendOutcome.Failed, "Chatalo.Stopped"), (report.Result.Outcome, report.Result.ErrorId));
        Assert.Equal(1, t.Gateway.Count);
    }

    [Fact]
    public async Task A_stop_during_a_wait_of_a_read_is_a_stop()
    {
        using var t = new ClientUnderTest(Step.Answer(503, "", "text/html", ("Retry-After", "200")));
        var call = t.CallAsync(RequestKind.Read);
        await Until(() => t.Waits.Count > 0);

        t.Stop.Cancel();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
    }

    [Fact]
    public async Task A_stop_after_a_send_left_says_so()
    {
        using var t = new ClientUnderTest(Step.Hang());
        var call = t.CallAsync(RequestKind.Send);
        await Until(() => t.Gateway.Requests.Count == 1);

        t.Stop.Cancel();

        var error = await Assert.ThrowsAsync<StoppedInFlightException>(() => call);
        Assert.Equal(t.Stop.Token, error.CancellationToken);
    }

    [Fact]
    public async Task A_stop_after_a_message_left_makes_its_outcome_unknown()
    {
        using var t = new ClientUnderTest(Step.Hang());
        var sending = t.SendAsync();
        await Until(() => t.Gateway.Requests.Count == 1);

        t.Stop.Cancel();

        Assert.Equal(SendOutcome.Unknown, (await sending).Result.Outcome);
    }

    [Fact]
    public async Task A_stop_before_a_message_left_makes_it_not_sent()
    {
        using var t = new ClientUnderTest(Step.HangBefore());
        var sending = t.SendAsync();
        await Until(() => t.Gateway.Requests.Count == 1);

        t.Stop.Cancel();

        Assert.Equal((SendOutcome.Failed, "Chatalo.Stopped"), ((await sending).Result.Outcome, (await sending).Result.ErrorId));
    }

    [Fact]
    public async Task A_closed_session_refuses_calls()
    {
        using var t = new ClientUnderTest(Step.Answer(200));
        t.Client.Dispose();

        var error = await t.FailsAsync(t.CallAsync(RequestKind.Send));

        Assert.Contains("disconnected", error.Message);
        Assert.Equal(0, t.Gateway.Count);
    }

    [Fact]
    public async Task A_session_closed_while_a_message_is_on_its_way_leaves_it_unknown()
    {
        using var t = new ClientUnderTest(Step.Hang());
        var sending = t.SendAsync();
        await Until(() => t.Gateway.Requests.Count == 1);

        t.Client.Dispose();

        Assert.Equal(SendOutcome.Unknown, (await t.PlayAsync(sending)).Result.Outcome);
    }

    private static Step Loss(string how) => how switch
    {
        "reset" => Step.Break(),
        "ended" => Step.Break(new HttpIOException(HttpRequestError.ResponseEnded, "The response ended prematurely.")),
        "time-out" => Step.Hang(),
        "html 500" => Step.Answer(500, Html, "text/html"),
        "empty 502" => Step.Answer(502, "", "text/html"),
        _ => Step.Answer(int.Parse(how, System.Globalization.CultureInfo.InvariantCulture), """{"meta":{"code":500,"message":"Server Error"}}"""),
    };

    private static RequestKind Kind(string name) => Enum.Parse<RequestKind>(name);

    private static async Task Until(Func<bool> condition)
    {
        for (var tries = 0; !condition(); tries++)
        {
            Assert.True(tries < 5000, "It never came to that.");
            await Task.Delay(1);
        }
    }
}
