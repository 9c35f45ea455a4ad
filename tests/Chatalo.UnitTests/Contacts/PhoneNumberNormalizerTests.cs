using Chatalo.Contacts;

namespace Chatalo.UnitTests.Contacts;

public class PhoneNumberNormalizerTests
{
    private readonly PhoneNumberNormalizer _normalizer = new();

    [Theory]
    [InlineData("0812-3456-789")]
    [InlineData("+62 (0)812 3456 789")]
    [InlineData("+6208123456789")]
    [InlineData("+62-812.3456.789")]
    [InlineData("00628123456789")]
    [InlineData("628123456789")]
    [InlineData("08123456789")]
    [InlineData("8123456789")]
    [InlineData("\uFEFF08123456789")]
    [InlineData("08\u00A0123\u202F456\u2009789")]
    [InlineData("\u200E+62\u200B812\u200D3456\u2060789\u202C")]
    [InlineData("\u0660\u0668\u0661\u0662\u0663\u0664\u0665\u0666\u0667\u0668\u0669")]
    [InlineData("\uFF0B\uFF16\uFF12\uFF18\uFF11\uFF12\uFF13\uFF14\uFF15\uFF16\uFF17\uFF18\uFF19")]
    [InlineData("0812\u20113456\u2013789")]
    [InlineData("  08123456789\t\r\n")]
    [InlineData("'08123456789")]
    [InlineData("\"08123456789\"")]
    [InlineData("tel:+62-812-3456-789")]
    [InlineData("whatsapp:+628123456789")]
    [InlineData("wa.me/628123456789")]
    [InlineData("https://wa.me/628123456789")]
    [InlineData("https://wa.me/+628123456789?text=Halo")]
    [InlineData("https://wa.me/%2B628123456789/")]
    [InlineData("https://api.whatsapp.com/send?phone=628123456789&text=hi%201")]
    [InlineData("whatsapp://send?phone=628123456789")]
    [InlineData("628123456789@c.us")]
    [InlineData("628123456789@s.whatsapp.net")]
    [InlineData("628123456789:17@s.whatsapp.net")]
    [InlineData("8123456789.0")]
    [InlineData("628123456789.0")]
    [InlineData("0812/3456789")]
    public void Every_way_of_writing_a_number_gives_the_same_digits(string text)
    {
        var result = _normalizer.Normalize(text, "ID");

        Assert.Null(result.Refusal);
        Assert.Equal("628123456789", result.Digits);
    }

    public static TheoryData<object> Cells => new() { 8123456789d, 628123456789d, 628123456789L, 8123456789L, 628123456789m, 8123456789.0m, 628123456789ul };

    [Theory]
    [MemberData(nameof(Cells))]
    public void Numeric_cells_keep_their_digits(object cell) => Assert.Equal("628123456789", _normalizer.Normalize(cell, "ID").Digits);

    [Fact]
    public void An_int_is_read_as_the_digits_it_has() => Assert.Equal("62215551234", _normalizer.Normalize(215551234, "ID").Digits);

    [Fact]
    public void Digits_that_carry_the_country_code_are_not_taken_for_a_fixed_line_of_area_0628() =>
        Assert.Equal("62812345678", _normalizer.Normalize("62812345678", "ID").Digits);

    [Theory]
    [InlineData("14155552671", "ID", "14155552671")]
    [InlineData("6591234567", "ID", "6591234567")]
    [InlineData("(415) 555-2671", "US", "14155552671")]
    [InlineData("011 62 812 3456 789", "US", "628123456789")]
    [InlineData("0011 62 812 3456 789", "AU", "628123456789")]
    [InlineData("8 916 123-45-67", "RU", "79161234567")]
    [InlineData("9123456789", "IN", "919123456789")]
    [InlineData("+39 06 1234 5678", "ID", "390612345678")]
    [InlineData("+33 (0)6 12 34 56 78", "ID", "33612345678")]
    [InlineData("+44 7911 123456", "", "447911123456")]
    [InlineData("+44 7911 123456", null, "447911123456")]
    [InlineData("0812 3456 789", "id", "628123456789")]
    [InlineData("062812345678", "ID", "62812345678")]
    [InlineData("021-5551234", "ID", "62215551234")]
    public void The_region_completes_what_the_text_leaves_out(string text, string? region, string expected) =>
        Assert.Equal(expected, _normalizer.Normalize(text, region).Digits);

    [Theory]
    [InlineData("+52 55 1234 5678", "ID", "5215512345678")]
    [InlineData("+52 1 55 1234 5678", "ID", "5215512345678")]
    [InlineData("5215512345678", "ID", "5215512345678")]
    [InlineData("55 1234 5678", "MX", "5215512345678")]
    [InlineData("044 55 1234 5678", "MX", "5215512345678")]
    [InlineData("+54 11 5874 9895", "ID", "5491158749895")]
    [InlineData("+54 9 11 5874 9895", "ID", "5491158749895")]
    [InlineData("+54 11 15 5874 9895", "ID", "5491158749895")]
    [InlineData("011 15 5874 9895", "AR", "5491158749895")]
    [InlineData("+54 800 222 3333", "ID", "548002223333")]
    [InlineData("+55 92 98172 3241", "ID", "5592981723241")]
    [InlineData("559281723241@c.us", "ID", "559281723241")]
    public void WhatsApp_accounts_keep_WhatsApps_form(string text, string region, string expected) =>
        Assert.Equal(expected, _normalizer.Normalize(text, region).Digits);

    [Theory]
    [InlineData("+6284012345678", "6284012345678")]
    [InlineData("6284012345678@c.us", "6284012345678")]
    [InlineData("https://wa.me/6284012345678", "6284012345678")]
    [InlineData("+62 840 1234 5678", null)]
    [InlineData("6284012345678", null)]
    public void A_range_newer_than_the_metadata_is_taken_as_the_module_and_the_gateway_write_numbers(string text, string? expected) =>
        Assert.Equal(expected, _normalizer.Normalize(text, "ID").Digits);

    [Theory]
    [InlineData("", "empty")]
    [InlineData("   ", "empty")]
    [InlineData("-", "no digits")]
    [InlineData("n/a", "no digits")]
    [InlineData("6.28E+12", "format the column as text")]
    [InlineData("6,28123E+12", "format the column as text")]
    [InlineData("6E12", "format the column as text")]
    [InlineData("628517663xxxx", "masked")]
    [InlineData("6285****1234", "masked")]
    [InlineData("0800-FLOWERS", "letters")]
    [InlineData("021-5551234 ext 12", "extension")]
    [InlineData("08123456789 / 08129876543", "more than one")]
    [InlineData("08123456789, 08129876543", "more than one")]
    [InlineData("08123456789\n08129876543", "more than one")]
    [InlineData("+628123456789 +628129876543", "more than one")]
    [InlineData("120363037968123456", "-GroupId")]
    [InlineData("120363037968123456@g.us", "-GroupId")]
    [InlineData("628156875832-1503123456", "-GroupId")]
    [InlineData("https://chat.whatsapp.com/AbCdEf123", "-GroupId")]
    [InlineData("123456789012345@lid", "LID")]
    [InlineData("status@broadcast", "broadcast")]
    [InlineData("budi@contoh.id", "e-mail")]
    [InlineData("https://wa.me/message/ABC123", "link")]
    [InlineData("https://contoh.id/0812", "link")]
    [InlineData("+62812345", "too short")]
    [InlineData("+62812345678901234", "too long")]
    [InlineData("+9991234567", "country code")]
    [InlineData("+0", "country code")]
    [InlineData("12345", "region ID")]
    [InlineData("08123", "region ID")]
    [InlineData("3271046504930002", "region ID")]
    [InlineData("\u00B1 08123456789", "character")]
    public void What_cannot_be_a_number_is_refused_with_the_reason(string text, string says)
    {
        var result = _normalizer.Normalize(text, "ID");

        Assert.Null(result.Digits);
        Assert.Contains(says, result.Refusal, StringComparison.Ordinal);
        Assert.EndsWith(".", result.Refusal, StringComparison.Ordinal);
    }

    public static TheoryData<object> BadCells => new()
    {
        double.NaN, double.PositiveInfinity, -628123456789d, 628123456789.5, 1.2e17, 6.28e12f, -1L, 628.5m, true, new DateTime(2024, 1, 1),
    };

    [Theory]
    [MemberData(nameof(BadCells))]
    public void A_cell_that_lost_digits_is_refused(object cell) => Assert.NotNull(_normalizer.Normalize(cell, "ID").Refusal);

    [Fact]
    public void A_null_is_refused_as_empty() => Assert.Contains("empty", _normalizer.Normalize(null, "ID").Refusal, StringComparison.Ordinal);

    [Fact]
    public void A_region_that_does_not_exist_is_named() =>
        Assert.Contains("'XX' is not a region", _normalizer.Normalize("08123456789", "XX").Refusal, StringComparison.Ordinal);

    [Fact]
    public void The_reason_names_the_input() => Assert.StartsWith("'08123'", _normalizer.Normalize("08123", "ID").Refusal, StringComparison.Ordinal);

    [Fact]
    public void A_repeated_number_is_answered_from_memory() =>
        Assert.Same(_normalizer.Normalize("0812-3456-789", "ID"), _normalizer.Normalize("0812-3456-789", "ID"));

    [Fact]
    public void The_memory_does_not_mix_regions()
    {
        Assert.Equal("628123456789", _normalizer.Normalize("08123456789", "ID").Digits);
        Assert.NotEqual("628123456789", _normalizer.Normalize("08123456789", "DE").Digits);
    }

    [Fact]
    public void More_numbers_than_it_remembers_are_still_right_from_many_threads() => Parallel.For(0, 20_000, i =>
        Assert.Equal("62812" + (1_000_000 + i), _normalizer.Normalize("0812" + (1_000_000 + i), "ID").Digits));

    [Theory]
    [InlineData("628123456789", "62", "8123456789")]
    [InlineData("14155552671", "1", "4155552671")]
    [InlineData("5215512345678", "52", "15512345678")]
    [InlineData("35812345678", "358", "12345678")]
    public void A_number_is_split_behind_its_country_code(string digits, string code, string number) =>
        Assert.Equal((code, number), PhoneNumberNormalizer.Split(digits));

    [Theory]
    [InlineData("")]
    [InlineData("62")]
    [InlineData("9991234567")]
    [InlineData("08123456789")]
    [InlineData("+628123456789")]
    public void What_has_no_country_code_is_not_split(string digits) =>
        Assert.Throws<FormatException>(() => PhoneNumberNormalizer.Split(digits));

    [Theory]
    [InlineData("ID", true)]
    [InlineData("id", true)]
    [InlineData("XX", false)]
    [InlineData("IDN", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Regions_are_known(string? region, bool expected) => Assert.Equal(expected, PhoneNumberNormalizer.IsRegion(region));
}
