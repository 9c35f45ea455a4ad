using Chatalo.Contacts;

namespace Chatalo.UnitTests.Contacts;

public class E164Tests
{
    [Theory]
    [InlineData("6281234567890", "+6281234567890")]
    [InlineData("+6281234567890", "+6281234567890")]
    [InlineData(" 6281234567890 ", "+6281234567890")]
    [InlineData("553188888888", "+553188888888")]
    [InlineData("6281234567890.0", "+6281234567890")]
    [InlineData("6281234567890@c.us", "+6281234567890")]
    [InlineData("6281234567890:12@s.whatsapp.net", "+6281234567890")]
    [InlineData("123456789012345", "+123456789012345")]
    public void A_number_that_the_gateway_names_gets_a_plus(string named, string expected) => Assert.Equal(expected, E164.Format(named));

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("+")]
    [InlineData("120363037968123456")]
    [InlineData("120363037968123456@g.us")]
    [InlineData("628156875832-1503123456")]
    [InlineData("123456789012345@lid")]
    [InlineData("status@broadcast")]
    [InlineData("628897509xxxx")]
    [InlineData("081234567890")]
    [InlineData("٦٢٨١٢٣٤٥٦٧٨٩٠")]
    public void What_is_not_a_number_stays_as_it_is(string named)
    {
        Assert.Equal(named, E164.Format(named));
        Assert.False(E164.TryRead(E164.Format(named), out _));
    }

    [Fact]
    public void Nothing_stays_nothing() => Assert.Null(E164.Format(null));

    [Theory]
    [InlineData("+6281234567890", "6281234567890")]
    [InlineData("6281234567890", null)]
    [InlineData("+062812", null)]
    [InlineData("+62 812", null)]
    [InlineData("+1234567890123456", null)]
    [InlineData(null, null)]
    public void Only_what_the_module_writes_is_read(string? text, string? digits)
    {
        Assert.Equal(digits is not null, E164.TryRead(text, out var read));
        Assert.Equal(digits ?? "", read);
    }
}
