using Chatalo.Client;

namespace Chatalo.UnitTests.Client;

public class GatewayIdTests
{
    [Theory]
    [InlineData("c7276ae0-c306-4896-8fda-0123456789ab")]
    [InlineData("628156875832-1503123456")]
    [InlineData("120363028887123456@g.us")]
    [InlineData("  d-1 ")]
    public void An_id_is_taken(string id) => Assert.Equal(id.Trim(), GatewayId.Check(id, "device id"));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("../x")]
    [InlineData("a..b")]
    [InlineData("a/b")]
    [InlineData("a\\b")]
    [InlineData("a?b")]
    [InlineData("a#b")]
    [InlineData("a%2fb")]
    [InlineData("a b")]
    [InlineData("a\nb")]
    [InlineData("@host")]
    [InlineData("ａ")]
    [InlineData("\u0661")]
    public void What_could_lead_elsewhere_is_refused(string? id)
        => Assert.Equal(ErrorKind.InvalidInput, Assert.Throws<ChataloException>(() => GatewayId.Check(id, "device id")).Kind);

    [Fact]
    public void An_endless_id_is_refused_and_shortened()
        => Assert.InRange(Assert.Throws<ChataloException>(() => GatewayId.Check(new string('a', 5000), "group id")).Message.Length, 10, 200);

    [Theory]
    [InlineData("c7276ae0-c306-4896-8fda-xxxxxxxxxxxx", true)]
    [InlineData("Andi - CS", false)]
    [InlineData("c7276ae0c30648968fdaxxxxxxxxxxxx", false)]
    public void A_uuid_is_told_from_a_name(string text, bool looksLikeOne) => Assert.Equal(looksLikeOne, GatewayId.LooksLikeUuid(text));

    [Theory]
    [InlineData("/")]
    [InlineData("..")]
    public async Task A_bad_id_makes_no_request(string id)
    {
        using var t = new ClientUnderTest(Step.Answer(200));
        await t.FailsAsync(Task.Run(() => new DeviceApi(t.Client).DeleteAsync(id, t.Context)));
        Assert.Equal(0, t.Gateway.Count);
    }
}
