using System.Numerics;
using Chatalo.Contacts;

namespace Chatalo.UnitTests.Contacts;

/// <summary>Whatever type a cell or an argument has.</summary>
public class NumberCellTests
{
    public static TheoryData<object> LostDigits => new() { 6.2812E+12, 6.28e12, 6281230000000d, 81234567890.5, 8123456789.25m, -8123456789L, -1, new BigInteger(-8123456789), 6.28e12f, TimeSpan.FromDays(1), Guid.Empty };

    public static TheoryData<object> Whole => new() { 6281234567890d, 6281234567890L, 6281234567890UL, 6281234567890m, new BigInteger(6281234567890), "6281234567890", 81234567890d, "081234567890", "81234567890.0", "81234567890,00" };

    [Theory]
    [MemberData(nameof(LostDigits))]
    public void A_cell_that_is_not_a_whole_number_with_all_its_digits_is_refused(object cell) =>
        Assert.Contains("column", new PhoneNumberNormalizer().Normalize(cell, "ID").Refusal, StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Whole))]
    public void Every_type_gives_the_same(object cell) => Assert.Equal("6281234567890", new PhoneNumberNormalizer().Normalize(cell, "ID").Digits);

    [Theory]
    [InlineData("81234567890.5")]
    [InlineData("-8123456789")]
    [InlineData("6.2812E+12")]
    [InlineData("6,2812e12")]
    public void Their_text_is_refused_as_they_are(string text) => Assert.Null(new PhoneNumberNormalizer().Normalize(text, "ID").Digits);

    [Theory]
    [InlineData("6281200000000", "8 zeros")]
    [InlineData("6281230000000", "7 zeros")]
    [InlineData("6281234000000", "6 zeros")]
    [InlineData("081234000000", "6 zeros")]
    public void Zeros_that_end_bare_digits_are_doubted(string text, string says) =>
        Assert.Contains(says, new PhoneNumberNormalizer().Normalize(text, "ID").Doubt, StringComparison.Ordinal);

    [Theory]
    [InlineData("6281234500000")]
    [InlineData("+6281234000000")]
    [InlineData("0812-3400-0000")]
    public void Other_zeros_are_not(string text)
    {
        var result = new PhoneNumberNormalizer().Normalize(text, "ID");

        Assert.True(result.IsAccepted);
        Assert.Null(result.Doubt);
    }

    [Theory]
    [InlineData("85251234567", "6285251234567", "85251234567")]
    [InlineData("6591234567", "6591234567", "626591234567")]
    [InlineData("085251234567", "6285251234567", null)]
    [InlineData("+85251234567", "85251234567", null)]
    [InlineData("6281234567890", "6281234567890", null)]
    [InlineData("81234567890", "6281234567890", null)]
    public void The_other_reading_of_bare_digits_is_told(string text, string digits, string? alternative)
    {
        var result = new PhoneNumberNormalizer().Normalize(text, "ID");

        Assert.Equal(digits, result.Digits);
        Assert.Equal(alternative, result.Alternative);
    }
}
