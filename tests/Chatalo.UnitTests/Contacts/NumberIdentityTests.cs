using Chatalo.Contacts;
using CsCheck;

namespace Chatalo.UnitTests.Contacts;

public class NumberIdentityTests
{
    [Theory]
    [InlineData("553188888888", "5531988888888")]
    [InlineData("551168888888", "5511968888888")]
    [InlineData("525512345678", "5215512345678")]
    [InlineData("541158749895", "5491158749895")]
    public void Two_forms_of_one_account_have_one_key(string old, string current)
    {
        Assert.Equal(current, WhatsAppNumberRules.ToIdentity(old));
        Assert.Equal(current, WhatsAppNumberRules.ToIdentity(current));
    }

    [Theory]
    [InlineData("551133334444")] // a fixed line: 11 9 3333-4444 is somebody's mobile
    [InlineData("551155554444")]
    [InlineData("5511933334444")]
    [InlineData("6281234567890")]
    [InlineData("628123456789")]
    [InlineData("14155552671")]
    [InlineData("")]
    public void Every_other_number_is_its_own_key(string digits) => Assert.Same(digits, WhatsAppNumberRules.ToIdentity(digits));

    [Fact]
    public void The_key_of_a_key_is_the_key() => Gen.Select(Gen.OneOf("52", "521", "54", "549", "55", "62", ""), Gen.String[Gen.Char["0123456789"], 0, 13]).Sample(
        (code, rest) => WhatsAppNumberRules.ToIdentity(WhatsAppNumberRules.ToIdentity(code + rest)) == WhatsAppNumberRules.ToIdentity(code + rest),
        iter: 2000, threads: 1);
}
