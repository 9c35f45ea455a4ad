using Chatalo.Sending;
using Chatalo.UnitTests.Client;

namespace Chatalo.UnitTests.Sending;

/// <summary>Whom a failure concerns, by what the gateway answered.</summary>
public sealed class SendFailureTests
{
    [Theory]
    [InlineData(401, """{"meta":{"code":401,"message":"Unauthenticated."}}""")]
    [InlineData(403, """{"meta":{"code":403,"message":"Unauthorized"}}""")]
    [InlineData(403, "<html>Forbidden</html>")]
    [InlineData(402, "")]
    [InlineData(400, """{"meta":{"code":400,"message":"The device is not connected."}}""")]
    [InlineData(400, """{"meta":{"code":400,"message":"API access is not enabled for this device."}}""")]
    [InlineData(404, """{"meta":{"code":404,"message":"Device not found."}}""")]
    [InlineData(404, """{"meta":{"code":404,"message":"The route could not be found."}}""")]
    [InlineData(422, """{"message":"The given data was invalid.","errors":{"device_id":["The selected device id is invalid."]}}""")]
    [InlineData(400, """{"meta":{"code":400,"message":"Your subscription has expired."}}""")]
    [InlineData(302, "")]
    [InlineData(400, """{"meta":{"code":400,"message":"Device is offline"}}""")]
    [InlineData(400, """{"meta":{"code":400,"message":"Perangkat tidak terhubung"}}""")]
    [InlineData(400, """{"meta":{"code":400,"message":"Kuota Anda habis"}}""")]
    [InlineData(400, """{"meta":{"code":400,"message":"Insufficient balance"}}""")]
    [InlineData(200, """{"data":{"is_sent":false},"meta":{"code":200,"message":"The device is not connected."}}""")]
    [InlineData(200, """{"data":{"is_sent":false},"meta":{"code":200,"message":"Quota exceeded"}}""")]
    public async Task The_device_or_the_account(int status, string body)
        => Assert.Equal(SendFailureCause.DeviceOrAccount, await CauseAsync(status, body));

    [Theory]
    [InlineData(400, """{"meta":{"code":400,"message":"The number is not on WhatsApp."}}""")]
    [InlineData(400, """{"meta":{"code":400,"message":"The account of the recipient is closed."}}""")]
    [InlineData(404, """{"meta":{"code":404,"message":"Group not found."}}""")]
    [InlineData(404, "")]
    [InlineData(200, """{"data":{"is_sent":false},"meta":{"code":200,"message":"The number is not on WhatsApp"}}""")]
    [InlineData(400, """{"meta":{"code":400,"message":"The number is invalid."}}""")]
    [InlineData(409, "")]
    [InlineData(418, "")]
    [InlineData(422, """{"message":"The given data was invalid.","errors":{"number":["The number is invalid."]}}""")]
    [InlineData(500, """{"meta":{"code":500,"message":"The device is not connected."}}""")]
    [InlineData(200, """{"data":{"is_sent":false},"meta":{"code":200,"message":"OK"}}""")]
    public async Task This_recipient(int status, string body)
        => Assert.Equal(SendFailureCause.ThisRecipient, await CauseAsync(status, body));

    [Theory]
    [InlineData(402, "", "Member Area")]
    [InlineData(403, """{"meta":{"code":403,"message":"Account suspended"}}""", "state of the account")]
    [InlineData(403, """{"meta":{"code":403,"message":"Unauthorized"}}""", "secret key")]
    [InlineData(400, """{"meta":{"code":400,"message":"Your subscription has expired."}}""", "Member Area")]
    [InlineData(422, """{"message":"The given data was invalid.","errors":{"device_id":["The selected device id is invalid."]}}""", "Get-ChataloDevice")]
    [InlineData(405, "", "-BaseUri")]
    [InlineData(200, """{"data":{"is_sent":false},"meta":{"code":200,"message":"The device is not connected."}}""", "Connect-ChataloDevice")]
    [InlineData(200, """{"data":{"is_sent":false},"meta":{"code":200,"message":"Quota exceeded"}}""", "Member Area")]
    [InlineData(200, """{"data":{"is_sent":false},"meta":{"code":200,"message":"The number is not on WhatsApp"}}""", "Test-ChataloNumber")]
    public async Task The_advice_is_for_whom_it_concerns(int status, string body, string advice)
        => Assert.Contains(advice, (await ErrorAsync(status, body)).RecommendedAction, StringComparison.Ordinal);

    [Fact]
    public async Task A_message_that_was_not_sent_says_why()
    {
        Assert.Contains("(is_sent is false: Quota exceeded)", (await ErrorAsync(200, """{"data":{"is_sent":false},"meta":{"code":200,"message":"Quota exceeded."}}""")).Message, StringComparison.Ordinal);
        Assert.Contains("(is_sent is false)", (await ErrorAsync(200, """{"data":{"is_sent":false},"meta":{"code":200,"message":"OK"}}""")).Message, StringComparison.Ordinal);
    }

    private static async Task<SendFailureCause> CauseAsync(int status, string body) => SendFailure.CauseOf(await ErrorAsync(status, body));

    private static async Task<ChataloException> ErrorAsync(int status, string body)
    {
        using var t = new ClientUnderTest(Step.Answer(status, body));
        var report = await t.PlayAsync(t.SendAsync());
        return report.Error!;
    }
}
