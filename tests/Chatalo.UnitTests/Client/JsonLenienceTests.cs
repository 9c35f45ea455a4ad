using System.Globalization;
using Chatalo.Client;
using Chatalo.Sending;

namespace Chatalo.UnitTests.Client;

/// <summary>PHP's habits, and what a later gateway may add, are read; nothing of it is lost.</summary>
public class JsonLenienceTests
{
    private static readonly PageRequest First = new(1, 100);

    [Theory]
    [InlineData("true", true)]
    [InlineData("1", true)]
    [InlineData("\"1\"", true)]
    [InlineData("\"true\"", true)]
    [InlineData("false", false)]
    [InlineData("0", false)]
    [InlineData("\"0\"", false)]
    [InlineData("null", null)]
    [InlineData("[]", null)]
    public async Task A_bool_may_be_a_number_or_a_text(string json, bool? expected)
        => Assert.Equal(expected, (await DeviceAsync($$"""{"id":"d-1","is_api":{{json}}}""")).IsApiEnabled);

    [Fact]
    public async Task Unknown_fields_and_statuses_are_kept()
    {
        var device = await DeviceAsync("""{"id":7,"status":"HIBERNATING","name":null,"battery":{"level":80,"cells":[1,2.5,"x",null,true]},"":1}""");

        Assert.Equal(("7", "HIBERNATING", null), (device.Id, device.Status, device.Name));
        Assert.False(device.IsReady);
        var battery = Assert.IsAssignableFrom<Dictionary<string, object?>>(device.AdditionalProperties["battery"]);
        Assert.Equal(80L, battery["level"]);
        Assert.Equal([1L, 2.5, "x", null, true], Assert.IsType<object?[]>(battery["cells"]));
        Assert.Equal(1L, device.AdditionalProperties[""]);
    }

    [Theory]
    [InlineData("""{"id":"g","participants":27}""", 27, null)]
    [InlineData("""{"id":"g","participants":"27"}""", 27, null)]
    [InlineData("""{"id":"g","participants":27.0}""", 27, null)]
    [InlineData("""{"id":"g","size":2,"participants":[{"number":"62","admin":null},{"number":63,"admin":"superadmin"}]}""", 2, 2)]
    [InlineData("""{"id":"g","participants":[{"number":"62"},"noise",null]}""", 1, 1)]
    [InlineData("""{"id":"g","participants":[]}""", 0, 0)]
    [InlineData("""{"id":"g","participants":99999999999}""", null, null)]
    [InlineData("""{"id":"g"}""", null, null)]
    public async Task Participants_are_a_count_or_the_people(string json, int? count, int? members)
    {
        using var t = Answering(json);
        var group = await t.PlayAsync(new GroupApi(t.Client).GetAsync("d-1", "g", t.Context));

        Assert.Equal((count, members), (group.ParticipantCount, group.Members?.Count));
    }

    [Theory]
    [InlineData("1642144181", "2022-01-14T07:09:41Z")]
    [InlineData("\"1642144181\"", "2022-01-14T07:09:41Z")]
    [InlineData("99999999999999999999", null)]
    [InlineData("-62135596801", null)]
    [InlineData("1e400", null)]
    public async Task A_creation_time_is_seconds_since_1970(string json, string? expected)
    {
        using var t = Answering($$"""{"id":"g","creation":{{json}}}""");
        var group = await t.PlayAsync(new GroupApi(t.Client).GetAsync("d-1", "g", t.Context));

        Assert.Equal(expected is null ? null : DateTimeOffset.Parse(expected, CultureInfo.InvariantCulture), group.CreatedAt);
    }

    [Theory]
    [InlineData("en-US")]
    [InlineData("ar-SA")]
    [InlineData("th-TH")]
    [InlineData("id-ID")]
    [InlineData("fa-IR")]
    [InlineData("tr-TR")]
    public async Task Times_are_English_whatever_the_culture(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = new CultureInfo(culture);
        try
        {
            using var t = Answering("""{"expires_on":"20 Jul 2023, 09:50 am (10 days remaining)"}""");
            var profile = await t.PlayAsync(new ProfileApi(t.Client).GetAsync(t.Context));
            Assert.Equal(new DateTimeOffset(2023, 7, 20, 9, 50, 0, TimeSpan.FromHours(7)), profile.ExpiresOn);
            Assert.Equal("20 Jul 2023, 09:50 am (10 days remaining)", profile.ExpiresOnText);

            using var q = new ClientUnderTest(new GatewayOptions { UtcOffset = TimeSpan.FromHours(-5) }, Data("""{"qr":"data:,","expires_at":"2025-02-26 16:20:53"}"""));
            var (_, expires, _) = await q.PlayAsync(new DeviceApi(q.Client).ConnectAsync("d-1", q.Context));
            Assert.Equal(new DateTimeOffset(2025, 2, 26, 16, 20, 53, TimeSpan.FromHours(-5)), expires);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData("20 Jul 2023, 11:35:04 am", "2023-07-20T11:35:04+07:00")]
    [InlineData("1 Jan 2024, 12:05:00 am", "2024-01-01T00:05:00+07:00")]
    [InlineData("2025-02-26T09:20:53.000000Z", "2025-02-26T09:20:53+00:00")]
    [InlineData("2025-02-26 09:20:53+02:00", "2025-02-26T09:20:53+02:00")]
    [InlineData("0001-01-01 00:00:00", null)]
    [InlineData("32 Jul 2023, 11:35:04 am", null)]
    [InlineData("soon", null)]
    [InlineData("(", null)]
    public async Task A_time_is_read_or_null(string text, string? expected)
    {
        using var t = new ClientUnderTest(Step.Answer(200, $$"""{"data":[{"id":1,"date":"{{text}}"}]}"""));
        var page = await t.PlayAsync(new ProfileApi(t.Client).ListLogsAsync(new LogFilter(null, null, null, null), First, t.Context));

        var entry = Assert.Single(page.Items);
        Assert.Equal(expected is null ? null : DateTimeOffset.Parse(expected, CultureInfo.InvariantCulture), entry.Date);
    }

    [Theory]
    [InlineData("""{"current_page":1,"total":749,"per_page":15,"last_page":50}""", false, 15)]
    [InlineData("""{"current_page":"2","total":"749","limit":"15","last_page":"2"}""", true, 15)]
    [InlineData("""{"current_page":1}""", true, null)]
    [InlineData("[]", true, null)]
    [InlineData("null", true, null)]
    public async Task A_page_knows_whether_it_is_the_last(string pagination, bool isLast, int? size)
    {
        using var t = new ClientUnderTest(Step.Answer(200, $$$"""{"data":[{"number":"62"}],"meta":{"pagination":{{{pagination}}}}}"""));
        var page = await t.PlayAsync(new ContactApi(t.Client).ListAsync("d-1", First, t.Context));

        Assert.Equal((isLast, size), (page.IsLast, page.Position?.PageSize));
    }

    [Theory]
    [InlineData("[]", 0)]
    [InlineData("{}", 0)]
    [InlineData("null", 0)]
    [InlineData("""{"0":{"number":"1"},"2":{"number":"2"}}""", 2)]
    [InlineData("""[{"number":"1"},null,7,[]]""", 1)]
    public async Task A_list_may_come_as_php_writes_it(string data, int count)
    {
        using var t = new ClientUnderTest(Data(data));
        Assert.Equal(count, (await t.PlayAsync(new ContactApi(t.Client).ListAsync("d-1", First, t.Context))).Items.Count);
    }

    [Theory]
    [InlineData("\"ok\"")]
    [InlineData("true")]
    [InlineData("""{"message":"no list"}""")]
    public async Task What_is_no_list_is_an_error(string data)
    {
        using var t = new ClientUnderTest(Data(data));
        Assert.Equal(ErrorKind.UnexpectedAnswer, (await t.FailsAsync(new ContactApi(t.Client).ListAsync("d-1", First, t.Context))).Kind);
    }

    [Fact]
    public async Task Half_a_surrogate_pair_is_shown_as_such()
    {
        var device = await DeviceAsync("""{"id":"d","name":"a\ud83d","status":"\ud83d\ude00","\udc00k":"\\ud83d","x\ud800":{"\udfff":[1]}}""");

        Assert.Equal(("a\uFFFD", "\U0001F600", "\\ud83d"), (device.Name, device.Status, device.AdditionalProperties["\uFFFDk"]));
    }

    [Fact]
    public async Task Bad_utf_8_is_shown_as_such()
    {
        byte[] body = [.. """{"data":{"id":"d","name":"a"""u8, 0xFF, 0xC3, .. "\",\"x"u8, 0x80, .. "\":1}}"u8];
        using var t = new ClientUnderTest(Step.Bytes(200, body));
        var device = await t.PlayAsync(new DeviceApi(t.Client).GetAsync("d", t.Context));

        Assert.StartsWith("a\uFFFD", device.Name);
        Assert.True(device.AdditionalProperties.ContainsKey("x\uFFFD"));
    }

    [Theory]
    [InlineData("true", SendOutcome.Sent)]
    [InlineData("false", SendOutcome.Failed)]
    [InlineData("null", SendOutcome.Unknown)]
    public async Task What_the_gateway_says_of_a_message_is_kept(string sent, SendOutcome outcome)
    {
        using var t = new ClientUnderTest(Step.Answer(
            200, $$$"""{"data":{"is_sent":{{{sent}}},"number":"62811","url":null,"type":"text","message_id":"3EB0","queue":{"n":2}},"meta":{"code":200,"message":"Queued"}}"""));

        var result = (await t.PlayAsync(t.SendAsync())).Result;

        Assert.Equal(outcome, result.Outcome);
        Assert.Equal("Queued", result.GatewayMessage);
        Assert.Equal(["message_id", "queue"], result.AdditionalProperties.Keys);
        Assert.Equal("3EB0", result.AdditionalProperties["message_id"]);
    }

    [Fact]
    public async Task What_the_gateway_says_when_it_refuses_a_message_is_kept()
    {
        using var t = new ClientUnderTest(Step.Answer(400, """{"meta":{"code":400,"message":"The number is blocked."}}"""));

        var result = (await t.PlayAsync(t.SendAsync())).Result;

        Assert.Equal("The number is blocked.", result.GatewayMessage);
        Assert.Empty(result.AdditionalProperties);
    }

    [Fact]
    public async Task What_the_gateway_says_of_a_password_is_kept()
    {
        using var t = new ClientUnderTest(Step.Answer(200, """{"data":{"success":true,"request_id":"r","channel":"wa"},"meta":{"code":200,"message":"OTP has been sent."}}"""));

        var request = await t.PlayAsync(new OtpApi(t.Client).SendAsync("d-1", "62811", "{otp_code}", 60, 3, t.Context));

        Assert.Equal(("OTP has been sent.", "wa"), (request.GatewayMessage, request.AdditionalProperties["channel"]));
    }

    [Fact]
    public async Task Unknown_fields_of_a_code_are_kept()
    {
        using var t = Answering("""{"qr":"x","expires_at":"2025-02-26 16:20:53","pairing_code":"ABCD-1234"}""");

        var (picture, expiresAt, rest) = await t.PlayAsync(new DeviceApi(t.Client).ConnectAsync("d-1", t.Context));

        Assert.Equal("ABCD-1234", new QrCode("d-1", null, expiresAt, picture) { Rest = rest }.AdditionalProperties["pairing_code"]);
    }

    [Theory]
    [InlineData("AUTHENTICATED", null, null)]
    [InlineData("AUTHENTICATED", "1", true)]
    [InlineData("AUTHENTICATED", "0", false)]
    [InlineData("CONNECTED", null, false)]
    [InlineData("CONNECTED", "1", false)]
    public async Task A_device_is_not_called_unready_where_the_gateway_is_silent(string status, string? api, bool? expected)
    {
        var device = await DeviceAsync($$"""{"id":"d-1","status":"{{status}}"{{(api is null ? "" : $",\"is_api\":{api}")}}}""");

        Assert.Equal(expected, device.IsReady);
    }

    [Fact]
    public async Task A_text_that_ends_in_half_an_emoji_is_sent()
    {
        using var t = new ClientUnderTest(Step.Answer(200));
        var message = ClientUnderTest.Message with { Content = MessageContent.Create("Halo \ud83d", null) };

        var report = await t.PlayAsync(new MessageSender(t.Client, t.Clock).SendAsync(message, t.Context));

        Assert.Equal(SendOutcome.Sent, report.Result.Outcome);
        Assert.Matches("Halo (\uFFFD|\\\\uFFFD)", t.Gateway.Requests[0].Body!);
    }

    [Fact]
    public async Task Text_is_sent_as_it_is()
    {
        const string Text = "Selamat 😀 \"pagi\" <b>&amp; \\ \u2028 \t\n ñ عربى \0";
        using var t = new ClientUnderTest(Step.Answer(200));
        await t.PlayAsync(new MessageSender(t.Client, t.Clock).SendAsync(
            ClientUnderTest.Message with { Content = MessageContent.Create(Text, null) }, t.Context));

        using var sent = System.Text.Json.JsonDocument.Parse(t.Gateway.Requests[0].Body!);
        Assert.Equal(Text, sent.RootElement.GetProperty("message").GetString());
    }

    [Fact]
    public async Task Deep_nesting_is_kept_or_an_error_never_a_crash()
    {
        var deep = await DeviceAsync($$"""{"id":"d","x":{{new string('[', 50)}}{{new string(']', 50)}}}""");
        Assert.NotNull(deep.AdditionalProperties["x"]);

        using var t = Answering($$"""{"id":"d","x":{{new string('[', 100_000)}}{{new string(']', 100_000)}}}""");
        Assert.Equal(ErrorKind.UnexpectedAnswer, (await t.FailsAsync(new DeviceApi(t.Client).GetAsync("d", t.Context))).Kind);
    }

    [Fact]
    public async Task An_empty_object_for_a_device_says_that_there_is_none()
    {
        using var t = Answering("[]");
        Assert.Equal(ErrorKind.NotFound, (await t.FailsAsync(new DeviceApi(t.Client).GetAsync("d-1", t.Context))).Kind);
    }

    private static Step Data(string json) => Step.Answer(200, $$$"""{"data":{{{json}}},"meta":{"code":200}}""");

    private static ClientUnderTest Answering(string data) => new(Data(data));

    private static async Task<Device> DeviceAsync(string json)
    {
        using var t = Answering(json);
        return await t.PlayAsync(new DeviceApi(t.Client).GetAsync("d-1", t.Context));
    }
}
