using Chatalo.Contacts;
using CsCheck;

namespace Chatalo.UnitTests.Contacts;

/// <summary>Whatever is put around a number, it is read as that number or refused, never as another one.</summary>
public class NumberReadingPropertyTests
{
    private static readonly string[] Forms = ["0812-3456-789", "0812 3456 7890", "+62 812-3456-789", "08123456789", "(021) 555-1234", "021-5551234", "+6281234567890", "62812-3456-7890"];

    private static readonly (string Region, string Text)[] Abroad =
    [
        ("US", "(415) 555-2671"), ("IN", "98765 43210"), ("DE", "0151 23456789"), ("AT", "0664 123456"), ("FI", "041 2345678"), ("NZ", "021 123 4567"), ("KR", "010-2000-1234"),
        ("BR", "(11) 96123-4567"), ("GB", "07400 123456"), ("FR", "06 12 34 56 78"), ("JP", "090-1234-5678"), ("RS", "060 1234567"), ("EE", "5123 4567"), ("IT", "312 345 6789"),
    ];

    private static readonly Gen<string> Tail = Gen.Select(
        Gen.OneOf("/", " / ", ",", ", ", ",,", ";", " & ", "|", "\n", "\t", " (", ".", " x", "x", " ext. ", "#", " #", ":", " or ", " - ", "-", " "), Gen.Int[0, 99], (mark, digits) => mark + digits);

    private static readonly Gen<string> Head = Gen.Select(Gen.Int[1, 99], Gen.OneOf(". ", ") ", "/", ": ", " ", ", ", "; ", "\n", " - "), (digits, mark) => digits + mark);

    [Fact]
    public void Digits_behind_a_number_never_make_another_number() => Gen.Select(Gen.OneOf(Forms).Select(form => ("ID", form)), Tail).Sample(
        (number, tail) => IsSameOrRefused(number, number.Item2 + tail), iter: 3000, threads: 1);

    [Fact]
    public void Nor_do_they_abroad() => Gen.Select(Gen.OneOf(Abroad), Tail).Sample(
        (number, tail) => IsSameOrRefused(number, number.Text + tail), iter: 4000, threads: 1);

    [Fact]
    public void Digits_in_front_of_a_number_never_make_another_number() => Gen.Select(Gen.OneOf(Abroad), Head).Sample(
        (number, head) => IsSameOrRefused(number, head + number.Text), iter: 4000, threads: 1);

    [Fact]
    public void Labels_without_digits_change_nothing() => Gen.Select(
        Gen.OneOf(Abroad), Gen.OneOf("WA: ", "Tel. ", "HP ", "Ибрагим ", "電話：", "(Ani) ", "No. ", "📱 ", "Mobile - "), Gen.OneOf("", " (Budi)", " WA", ", Ani", " / Sari", " 自宅")).Sample(
        (number, head, tail) => Assert.Equal(Read(number.Text, number.Region), Read(head + number.Text + tail, number.Region)), iter: 2000, threads: 1);

    [Fact]
    public void The_digits_of_an_accepted_number_are_those_of_the_text() => Gen.Select(
        Gen.OneOf("ID", "US", "DE", "IN", "SG", "FR", "GB", "KR", "IT"), Gen.String[Gen.Char["0123456789012345678901234567890123456789+-()./ ,;:'"], 8, 22]).Sample(
        (region, text) => Read(text, region) is not { } digits || Digits(text).Contains(WithoutMark(digits.Substring(PhoneNumberNormalizer.Split(digits).CountryCode.Length), digits), StringComparison.Ordinal),
        iter: 20000, threads: 1);

    // Found by the property above: a number of Mexico, whose account has a 1 more, and one of San Marino, whose 0549 people leave out.
    [Theory]
    [InlineData("KR", "524568147670", "5214568147670")]
    [InlineData("US", "-.(+378951528", "3780549951528")]
    public void What_the_plan_adds_to_a_number_is_the_same_person(string region, string text, string digits) => Assert.Equal(digits, Read(text, region));

    [Fact]
    public void Without_plus_groups_are_a_number_of_the_region() => Gen.Select(
        Gen.OneOf("ID:62", "US:1", "DE:49", "IN:91", "SG:65", "FR:33"), Gen.String[Gen.Char["123456789"], 2, 4].Array[2, 4], Gen.OneOf("-", " ", ".")).Sample(
        (region, groups, mark) => Read(string.Join(mark, groups), region.Split(':')[0]) is not { } digits || digits.StartsWith(region.Split(':')[1], StringComparison.Ordinal),
        iter: 10000, threads: 1);

    [Fact]
    public void What_is_accepted_is_read_again_as_itself() => Gen.Select(Gen.OneOf(Abroad), Gen.Int[0, 9999]).Sample(
        (number, tail) => Read(number.Text.Substring(0, number.Text.Length - 4) + tail.ToString("D4"), number.Region) is not { } digits || Read("+" + digits, "ID") == digits,
        iter: 3000, threads: 1);

    private static bool IsSameOrRefused((string Region, string Text) number, string text) => Read(text, number.Region) is not { } digits || digits == Read(number.Text, number.Region);

    private static string? Read(string text, string region) => new PhoneNumberNormalizer().Normalize(text, region).Digits;

    // Accounts in Argentina and Mexico have a digit that people do not write; San Marino's lines are written with and without 0549.
    private static string WithoutMark(string national, string digits) =>
        digits.Length == 13 && (digits.StartsWith("549", StringComparison.Ordinal) || digits.StartsWith("521", StringComparison.Ordinal)) ? national.Substring(1)
        : digits.StartsWith("3780549", StringComparison.Ordinal) ? national.Substring(4)
        : national;

    private static string Digits(string text) => new(text.Where(char.IsAsciiDigit).ToArray());
}
