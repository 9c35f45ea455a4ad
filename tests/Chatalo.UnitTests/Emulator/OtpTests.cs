using Chatalo.Emulator;
using Microsoft.Extensions.Time.Testing;

namespace Chatalo.UnitTests.Emulator;

public sealed class OtpTests : IDisposable
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2025, 2, 26, 9, 0, 0, TimeSpan.Zero));
    private readonly EmulatorServer _server;
    private readonly EmulatorClient _client;

    public OtpTests()
    {
        _server = EmulatorServer.Start(new EmulatorOptions { TimeProvider = _clock, NumbersNotOnWhatsApp = ["628999"] });
        _client = new EmulatorClient(_server);
    }

    public void Dispose()
    {
        _client.Dispose();
        _server.Dispose();
    }

    [Fact]
    public async Task TheCodeIsDeliveredInTheTextAndMatchesOnce()
    {
        var id = await SendAsync();
        var message = Assert.Single(_server.Messages);
        Assert.Matches("^[0-9]{6}$", message.OtpCode);
        Assert.Equal(("628111", "text", $"Kode: {message.OtpCode}."), (message.Number, message.Type, message.Message));

        var first = await ValidateAsync(id, message.OtpCode!);
        var again = await ValidateAsync(id, message.OtpCode!);
        Assert.Equal((200, true, id), (first.Status, first.Data.GetProperty("success").GetBoolean(), first.Data.GetProperty("request_id").GetString()));
        Assert.Equal("OTP verified successfully.", first.Message);
        Assert.Equal((400, "The OTP code has already been used."), (again.Status, again.Message));
    }

    [Fact]
    public async Task AfterTheLastAttemptEvenTheRightCodeIsRefused()
    {
        var id = await SendAsync(maxAttempts: 2);
        var wrong = await ValidateAsync(id, "none");
        await ValidateAsync(id, "none");
        var late = await ValidateAsync(id, _server.Messages[0].OtpCode!);

        Assert.Equal((400, "The OTP code is invalid."), (wrong.Status, wrong.Message));
        Assert.Equal((400, "The maximum number of attempts has been reached."), (late.Status, late.Message));
    }

    [Fact]
    public async Task TheLastAttemptMayBeTheRightOne()
    {
        var id = await SendAsync(maxAttempts: 2);
        await ValidateAsync(id, "none");
        Assert.Equal(200, (await ValidateAsync(id, _server.Messages[0].OtpCode!)).Status);
    }

    [Theory]
    [InlineData(119, 200)]
    [InlineData(120, 400)]
    public async Task TheCodeLivesAsLongAsItWasGiven(int seconds, int expected)
    {
        var id = await SendAsync();
        _clock.Advance(TimeSpan.FromSeconds(seconds));
        var reply = await ValidateAsync(id, _server.Messages[0].OtpCode!);
        Assert.Equal(expected, reply.Status);
        Assert.Equal(expected == 200 ? "OTP verified successfully." : "The OTP code has expired.", reply.Message);
    }

    [Fact]
    public async Task AnUnknownRequestAndANumberNotOnWhatsAppAreRefused()
    {
        Assert.Equal("The OTP request was not found.", (await ValidateAsync("none", "123456")).Message);
        var reply = await _client.PostAsync("/otp/send", Body(number: "628999"));
        Assert.Equal(400, reply.Status);
        Assert.Empty(_server.Messages);
    }

    [Fact]
    public async Task EachFieldIsRequired()
    {
        var reply = await _client.PostAsync("/otp/send", "{}");
        var fields = reply.Json.GetProperty("errors").EnumerateObject().Select(field => field.Name);
        Assert.Equal(["device_id", "number", "message", "timeout", "max_attempts"], fields);
    }

    private static string Body(string number = "628111", int maxAttempts = 5) =>
        $$"""{"device_id":"{{EmulatorServer.ReadyDeviceId}}","number":"{{number}}","message":"Kode: {otp_code}.","timeout":120,"max_attempts":{{maxAttempts}}}""";

    private async Task<string> SendAsync(int maxAttempts = 5)
    {
        var reply = await _client.PostAsync("/otp/send", Body(maxAttempts: maxAttempts));
        Assert.Equal((200, "OTP has been sent successfully."), (reply.Status, reply.Message));
        return reply.Data.GetProperty("request_id").GetString()!;
    }

    private Task<EmulatorReply> ValidateAsync(string id, string code) => _client.PostAsync("/otp/validate", $$"""{"request_id":"{{id}}","otp_code":"{{code}}"}""");
}
