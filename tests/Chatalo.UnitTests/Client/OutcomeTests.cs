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
