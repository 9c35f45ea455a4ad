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
    [InlineData("0812345", "DefaultRegion")]
    [InlineData("0", "no digits but zeros")]
    [InlineData("08123456789\n08133334444", "'08123456789 08133334444'")]
    [InlineData("62812345", "region ID")]
    [InlineData("+62812345", "too short: 6 digits follow country code 62, and mobile numbers have 9 to 12")]
    [InlineData("+62812345678901234", "too long: 15 digits follow country code 62")]
    [InlineData("12812345678901", "region ID")]
    [InlineData("08123456789;4", "digits behind")]
    [InlineData("081234\n56789", "line break")]
    [InlineData("0812-3456-789\u0000", "control character")]
    public void The_reason_is_true(string text, string says) => Assert.Contains(says, new PhoneNumberNormalizer().Normalize(text, "ID").Refusal, StringComparison.Ordinal);

    [Theory]
    [InlineData("0660 1234567", "DE", "none begins like this")]
    [InlineData("11 15-2345-67", "BR", "none begins like this")]
    [InlineData("(31) 8888-8888", "BR", "write +5531988888888, or +553188888888 for an account of before 2016")]
    [InlineData("91234-5678", "BR", "whether the area code is there")]
    public void The_reason_is_true_in_its_region(string text, string region, string says) => Assert.Contains(says, new PhoneNumberNormalizer().Normalize(text, region).Refusal, StringComparison.Ordinal);

    [Theory]
    [InlineData(-5, "'-5' (Int32) is a negative number")]
    [InlineData(81234567890.5, "fraction")]
    [InlineData(6.28e12, "has not kept all its digits")]
    [InlineData(double.NaN, "has not kept all its digits")]
    [InlineData(double.PositiveInfinity, "has not kept all its digits")]
    [InlineData(true, "is a Boolean")]
    public void The_reason_is_true_for_what_is_no_text(object value, string says) => Assert.Contains(says, new PhoneNumberNormalizer().Normalize(value, "ID").Refusal, StringComparison.Ordinal);
}
