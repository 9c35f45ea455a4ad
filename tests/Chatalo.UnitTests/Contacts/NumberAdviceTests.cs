using Chatalo.Contacts;

namespace Chatalo.UnitTests.Contacts;

/// <summary>Each refusal names what is wrong and gives the advice that is true for it.</summary>
public class NumberAdviceTests
{
    [Theory]
    [InlineData("", "is empty")]
    [InlineData("n/a", "leave the row out")]
    [InlineData("O812-3456-789", "letter O for a zero")]
    [InlineData("0812-345O-789", "letter O for a zero")]
    [InlineData("6.28E+12", "scientific notation")]
    [InlineData("+62 021 555 12", "a zero behind country code 62")]
    [InlineData("+0812 3456 789", "zero where the country code begins")]
    [InlineData("0812-3456-789 / 0813-3456-789", "more than one number")]
    [InlineData("021-5551234 ext 12", "extension")]
    [InlineData("021-5551234 x12", "extension")]
    [InlineData("021-5551234/5", "digits behind")]
    [InlineData("3. 08123456789", "number of a list")]
    [InlineData("25/11/2024", "a date")]
    [InlineData("22112025", "a date")]
    [InlineData("123.456.789-09", "identity card")]
    [InlineData("192.168.10.25", "network address")]
    [InlineData("Rp 812.345.678", "not a phone number")]
    [InlineData("$ 812345678", "a price")]
    [InlineData("-8123456789", "negative")]
    [InlineData("1234567890", "made up")]
    [InlineData("0812-34xx-7890", "masked")]
    [InlineData("0812-3456-789?", "masked")]
    [InlineData("0812345", "it has 6 digits behind the 0, and mobile numbers have 9 to 12")]
    [InlineData("62812345", "region ID")]
    [InlineData("+62812345", "too short: 6 digits follow country code 62, and mobile numbers have 9 to 12")]
    [InlineData("+62812345678901234", "too long: 15 digits follow country code 62")]
    [InlineData("12812345678901", "region ID")]
    [InlineData("08123456789;4", "digits behind")]
    [InlineData("081234\n56789", "line break")]
    [InlineData("0812-3456-789\u0000", "control character")]
    public void The_reason_is_true(string text, string says) => Assert.Contains(says, new PhoneNumberNormalizer().Normalize(text, "ID").Refusal, StringComparison.Ordinal);
}
