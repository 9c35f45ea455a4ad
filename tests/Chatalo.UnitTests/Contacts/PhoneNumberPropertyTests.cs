using Chatalo.Contacts;
using CsCheck;

namespace Chatalo.UnitTests.Contacts;

public class PhoneNumberPropertyTests
{
    private static readonly Gen<string> Hostile = Gen.OneOf(
        Gen.String,
        Gen.String[Gen.Char["0123456789+-()./ ,;:@?&eExX*#'\u200B\u00A0\uFEFF\u0660\uFF11\uD83D\uDE00\n"], 0, 40],
        Gen.Select(Gen.OneOf("tel:", "https://wa.me/", "wa.me/", "+", "00", "phone=", "whatsapp:", "0"), Gen.String, (prefix, rest) => prefix + rest),
        Gen.Select(Gen.String, Gen.OneOf("@c.us", "@g.us", "@s.whatsapp.net", "@lid", ".0", "E+12"), (rest, suffix) => rest + suffix));

    [Fact]
    public void Nothing_that_can_be_typed_throws() => Hostile.Sample(
        text =>
        {
            var result = new PhoneNumberNormalizer().Normalize(text, "ID");
            return result.IsAccepted ? result.Digits.All(char.IsAsciiDigit) && result.Digits.Length is >= 7 and <= 17 : result.Refusal!.Length > 10;
        },
        iter: 5000, threads: 1);

    [Fact]
    public void No_cell_throws() => Gen.Double.Sample(
        number => Assert.NotNull(new PhoneNumberNormalizer().Normalize(number, "ID").ToString()), iter: 2000, threads: 1);

    [Fact]
    public void Normalising_what_was_normalised_changes_nothing() =>
        Gen.Select(Gen.OneOf("+62", "+1", "+52", "+521", "+54", "+549", "+55", "+44", "+39", "+65", "+7", "+81", "0"), Gen.String[Gen.Char["0123456789"], 7, 12]).Sample(
            (prefix, rest) =>
            {
                var normalizer = new PhoneNumberNormalizer();
                var digits = normalizer.Normalize(prefix + rest, "ID").Digits;
                return digits is null || normalizer.Normalize("+" + digits, "ID").Digits == digits;
            },
            iter: 5000, threads: 1);

    [Fact]
    public void A_normalised_mobile_number_of_the_region_needs_no_plus() => Gen.Int[10_000_000, 99_999_999].Sample(
        tail =>
        {
            var normalizer = new PhoneNumberNormalizer();
            var digits = normalizer.Normalize("0812" + tail, "ID").Digits;
            return digits == "62812" + tail && normalizer.Normalize(digits, "ID").Digits == digits;
        },
        iter: 2000, threads: 1);

    [Theory]
    [InlineData("+55090960852773")]
    [InlineData("+620020259946")]
    public void A_number_with_prefixes_upon_prefixes_never_becomes_another_one_by_degrees(string text)
    {
        var normalizer = new PhoneNumberNormalizer();
        var digits = normalizer.Normalize(text, "ID").Digits;

        Assert.Equal(digits, digits is null ? null : normalizer.Normalize("+" + digits, "ID").Digits);
    }
}
