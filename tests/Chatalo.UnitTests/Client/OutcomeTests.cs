using Chatalo.Client;

namespace Chatalo.UnitTests.Client;

/// <summary>What an answer makes of a message, and which error a refusal is.</summary>
public class OutcomeTests
{
    public static TheoryData<int, string, string, string?> Answers => new()
    {
        { 200, """{"data":{"is_sent":true}}""", "Sent", null },
        { 200, """{"data":{"is_sent":1},"meta":{"code":200}}""", "Sent", null },
        { 200, """{"data":{"is_sent":"true"},"meta":{"code":"200"}}""", "Sent", null },
        { 200, "\uFEFF" + """{"data":{"is_sent":true}}""", "Sent", null },
        { 200, """{"data":{"is_sent":true,"name":"half \ud83d","\udc00":1,"deep":[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]}}""", "Sent", null },
        { 201, """{"data":{"is_sent":true}}""", "Sent", null },
        { 200, """{"data":{"is_sent":false},"meta":{"code":200}}""", "Failed", "Chatalo.InvalidInput" },
        { 200, """{"data":{"is_sent":0}}""", "Failed", "Chatalo.InvalidInput" },
        { 200, """{"data":{"number":"62"}}""", "Unknown", "Chatalo.OutcomeUnknown" },
        { 200, """{"data":{"is_sent":null}}""", "Unknown", "Chatalo.OutcomeUnknown" },
        { 200, """{"data":{"is_sent":{}}}""", "Unknown", "Chatalo.OutcomeUnknown" },
        { 200, """{"data":[]}""", "Unknown", "Chatalo.OutcomeUnknown" },
        { 200, """{"data":null}""", "Unknown", "Chatalo.OutcomeUnknown" },
        { 200, """{"data":"ok"}""", "Unknown", "Chatalo.OutcomeUnknown" },
        { 200, "{}", "Unknown", "Chatalo.OutcomeUnknown" },
        { 200, "[]", "Unknown", "Chatalo.OutcomeUnknown" },
        { 200, "null", "Unknown", "Chatalo.OutcomeUnknown" },
        { 200, "<html><body>Welcome</body></html>", "Unknown", "Chatalo.OutcomeUnknown" },
        { 200, "", "Unknown", "Chatalo.OutcomeUnknown" },
        { 204, "", "Unknown", "Chatalo.OutcomeUnknown" },
        { 200, """{"data":{"is_sent":tr""", "Unknown", "Chatalo.OutcomeUnknown" },
        { 200, """{"data":[],"meta":{"code":400,"message":"The number field is required."}}""", "Failed", "Chatalo.InvalidInput" },
        { 200, """{"data":[],"meta":{"code":"403","message":"Forbidden"}}""", "Failed", "Chatalo.Unauthorized" },
        { 200, """{"data":[],"meta":{"code":500,"message":"Server Error"}}""", "Unknown", "Chatalo.OutcomeUnknown" },
        { 500, """{"data":{"is_sent":true},"meta":{"code":200}}""", "Unknown", "Chatalo.OutcomeUnknown" },
        { 400, """{"data":[],"meta":{"code":400,"message":"Bad fields"}}""", "Failed", "Chatalo.InvalidInput" },
        { 400, """{"data":[],"meta":{"code":400,"message":"Device is not connected"}}""", "Failed", "Chatalo.DeviceNotReady" },
        { 401, """{"message":"Unauthenticated."}""", "Failed", "Chatalo.Unauthorized" },
        { 403, "<html>Forbidden</html>", "Failed", "Chatalo.Unauthorized" },
        { 404, """{"message":"No query results"}""", "Failed", "Chatalo.NotFound" },
        { 422, """{"message":"The given data was invalid.","errors":{"number":["Too short."]}}""", "Failed", "Chatalo.InvalidInput" },
        { 302, "", "Failed", "Chatalo.UnexpectedAnswer" },
        { 599, "", "Unknown", "Chatalo.OutcomeUnknown" },
        { 200, """{"data":[],"meta":{"code":408,"message":"Request Timeout"}}""", "Unknown", "Chatalo.OutcomeUnknown" },
        { 408, """{"data":[],"meta":{"code":408,"message":"Request Timeout"}}""", "Unknown", "Chatalo.OutcomeUnknown" },
        { 407, "<html>Proxy Authentication Required</html>", "Failed", "Chatalo.Unreachable" },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task Every_answer_gives_one_outcome_and_one_request(int status, string body, string outcome, string? errorId)
    {
        using var t = new ClientUnderTest(Step.Answer(status, body));

        var report = await t.PlayAsync(t.SendAsync());

        Assert.Equal((outcome, errorId), (report.Result.Outcome.ToString(), report.Result.ErrorId));
        Assert.Equal(outcome == "Sent", report.Error is null);
        Assert.Equal(1, t.Gateway.Count);
    }

    /// <summary>Every status there is or could be: only what by its definition was not carried out is <c>Failed</c>, and no status is sent to again but 429.</summary>
    [Fact]
    public async Task Only_a_status_that_refuses_the_request_says_that_nothing_was_delivered()
    {
        int[] refusals =
        [
            301, 302, 307, 308, 400, 401, 402, 403, 404, 405, 406, 407, 409, 410, 411, 412, 413, 414, 415, 416, 417, 419, 421, 422, 423, 424, 425, 426, 428, 429, 431, 451,
            463, 494, 495, 496, 497,
        ];
        foreach (var status in Enumerable.Range(101, 1).Concat(Enumerable.Range(201, 399)))
        {
            using var t = new ClientUnderTest(new GatewayOptions { MaximumRetryCount = 2 }, Step.Answer(status, ""));

            var report = await t.PlayAsync(t.SendAsync());

            var expected = refusals.Contains(status) ? "Failed" : "Unknown";
            Assert.Equal((status, expected, status == 429 ? 3 : 1), (status, report.Result.Outcome.ToString(), t.Gateway.Count));
            Assert.Equal(status, report.Result.StatusCode);
            Assert.Equal(expected == "Unknown", report.Error!.Message.Contains("is not sent again", StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData(408, "TimedOut")]
    [InlineData(499, "TimedOut")]
    [InlineData(425, "InvalidInput")]
    [InlineData(303, "UnexpectedAnswer")]
    [InlineData(524, "ServerError")]
    public async Task A_change_whose_answer_leaves_it_open_says_so(int status, string kind)
    {
        using var t = new ClientUnderTest(Step.Answer(status, ""));

        var error = await t.FailsAsync(t.CallAsync(RequestKind.Change));

        Assert.Equal(kind, error.Kind.ToString());
        Assert.Equal(status != 425, error.Message.Contains("may have been made", StringComparison.Ordinal));
        Assert.Equal(1, t.Gateway.Count);
    }

    [Theory]
    [InlineData(408, true)]
    [InlineData(425, true)]
    [InlineData(460, true)]
    [InlineData(499, true)]
    [InlineData(524, true)]
    [InlineData(409, false)]
    [InlineData(418, false)]
    [InlineData(303, false)]
    public async Task A_read_is_made_again_when_somebody_gave_up_waiting(int status, bool again)
    {
        using var t = new ClientUnderTest(Step.Answer(status, ""), Step.Answer(200));

        if (again)
        {
            await t.PlayAsync(t.CallAsync(RequestKind.Read));
        }
        else
        {
            await t.FailsAsync(t.CallAsync(RequestKind.Read));
        }

        Assert.Equal(again ? 2 : 1, t.Gateway.Count);
    }

    [Theory]
    [InlineData(400, "InvalidInput")]
    [InlineData(401, "Unauthorized")]
    [InlineData(403, "Unauthorized")]
    [InlineData(404, "NotFound")]
    [InlineData(422, "InvalidInput")]
    [InlineData(302, "UnexpectedAnswer")]
    [InlineData(500, "ServerError")]
    [InlineData(503, "ServerError")]
    public async Task Each_status_has_its_error(int status, string kind)
    {
        foreach (var body in new[] { "", "{}", "[]", "<html>", """{"data":[],"meta":{"message":"no"}}""" })
        {
            using var t = new ClientUnderTest(new GatewayOptions { MaximumRetryCount = 0 }, Step.Answer(status, body));

            var error = await t.FailsAsync(t.CallAsync(RequestKind.Read));

            Assert.Equal((kind, status), (error.Kind.ToString(), error.StatusCode));
            Assert.NotEqual("", error.RecommendedAction);
            Assert.DoesNotContain("\n", error.Message);
        }
    }

    [Fact]
    public async Task Field_errors_are_shown_and_kept()
    {
        using var t = new ClientUnderTest(Step.Answer(422, """
            {"message":"The given data was invalid.","errors":{"number":["The number is too short.","It holds letters."],"type":"Unknown."}}
            """));

        var error = await t.FailsAsync(t.CallAsync(RequestKind.Change));

        Assert.Contains("The given data was invalid", error.Message);
        Assert.Contains("number: The number is too short. It holds letters.", error.Message);
        Assert.Equal(["Unknown."], error.FieldErrors["type"]);
        Assert.Equal("The given data was invalid.", error.GatewayMessage);
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        using var t = new ClientUnderTest(Step.Answer(307, "", headers: [("Location", "https://elsewhere.example/api/v1/messages")]), Step.Answer(200));

        var error = await t.FailsAsync(t.CallAsync(RequestKind.Send));

        Assert.Equal(ErrorKind.UnexpectedAnswer, error.Kind);
        Assert.All(t.Gateway.Requests, r => Assert.Equal("chatalo.com", r.Uri.Host));
    }

    [Theory]
    [InlineData(nameof(RequestKind.Send), ErrorKind.OutcomeUnknown)]
    [InlineData(nameof(RequestKind.Read), ErrorKind.UnexpectedAnswer)]
    public async Task An_answer_of_more_than_16_MiB_is_not_read(string kind, ErrorKind error)
    {
        using var t = new ClientUnderTest(Step.Bytes(200, new byte[(16 * 1024 * 1024) + 1]));

        Assert.Equal(error, (await t.FailsAsync(t.CallAsync(Enum.Parse<RequestKind>(kind)))).Kind);
        Assert.Equal(1, t.Gateway.Count);
    }

    [Fact]
    public async Task Every_request_says_what_it_wants_and_who_it_is()
    {
        using var t = new ClientUnderTest(Step.Answer(200));

        await t.PlayAsync(t.SendAsync());

        var request = t.Gateway.Requests[0];
        Assert.Equal("application/json", request.Headers["Accept"]);
        Assert.Matches(@"^Chatalo/\d+\.\d+\.\d+$", request.Headers["User-Agent"]);
        Assert.Equal(ClientUnderTest.PublicKey, request.Headers["X-Public-Key"]);
        Assert.Equal(ClientUnderTest.SecretKey, request.Headers["X-Secret-Key"]);
        Assert.Equal("""{"device_id":"d-1","type":"text","number":"628123456789","message":"Halo"}""", request.Body);
        Assert.Equal("https://chatalo.com/api/v1/messages", request.Uri.AbsoluteUri);
    }

    [Fact]
    public async Task A_retried_request_carries_the_keys_and_the_body_once_each()
    {
        using var t = new ClientUnderTest(Step.Answer(429, "{}", headers: [("Retry-After", "0")]), Step.Answer(200));

        await t.PlayAsync(t.SendAsync());

        Assert.Equal(2, t.Gateway.Requests.Count);
        Assert.Equal(t.Gateway.Requests[0].Body, t.Gateway.Requests[1].Body);
        Assert.Equal(ClientUnderTest.SecretKey, t.Gateway.Requests[1].Headers["X-Secret-Key"]);
    }

    [Fact]
    public async Task Media_is_streamed_and_a_refusal_in_its_place_is_an_error()
    {
        using var t = new ClientUnderTest(
            Step.Bytes(200, [1, 2, 3], "image/png"), Step.Answer(404, """{"message":"gone"}"""), Step.Answer(200, """{"data":[],"meta":{"code":400,"message":"bad"}}"""),
            Step.Answer(200, "<html>login</html>", "text/html"));
        var api = new MessageApi(t.Client);

        using (var media = await t.PlayAsync(api.DownloadAsync("d-1", "abc", t.Context)))
        {
            Assert.Equal([1, 2, 3], await media.Content.ReadAsByteArrayAsync());
        }

        Assert.Equal(ErrorKind.NotFound, (await t.FailsAsync(api.DownloadAsync("d-1", "abc", t.Context))).Kind);
        Assert.Equal(ErrorKind.InvalidInput, (await t.FailsAsync(api.DownloadAsync("d-1", "abc", t.Context))).Kind);
        Assert.Equal(ErrorKind.UnexpectedAnswer, (await t.FailsAsync(api.DownloadAsync("d-1", "abc", t.Context))).Kind);
    }
}
