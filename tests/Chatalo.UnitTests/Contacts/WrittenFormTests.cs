using Chatalo.Contacts;

namespace Chatalo.UnitTests.Contacts;

/// <summary>The table of written forms: what a careful person reads in the cell, or that it is refused. See NumberForms.md beside it.</summary>
public class WrittenFormTests
{
    private static readonly string[] Lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Assets", "number-forms.tsv"));

    [Fact]
    public void No_form_is_read_as_another_number() => Assert.Empty(Compare().Where(form => form.Digits is not null && form.Digits != form.Expected).Select(form => form.ToString()));

    [Fact]
    public void No_readable_form_is_refused() => Assert.Empty(Compare().Where(form => form.Digits is null && form.Expected is not null).Select(form => form.ToString()));

    [Fact]
    public void The_table_is_whole() => Assert.True(Compare().Count() > 6000 && Compare().Select(form => form.Region).Distinct().Count() >= 54);

    // Four parts with dots are looked at as an address of a machine; the first has more digits than a number of .NET holds.
    [Fact]
    public void A_long_part_before_dots_is_refused_in_words() => Assert.False(string.IsNullOrEmpty(new PhoneNumberNormalizer().Normalize("12616676596.500.9.6", "SG").Refusal));

    private static IEnumerable<Form> Compare()
    {
        var normalizer = new PhoneNumberNormalizer();
        foreach (var line in Lines.Where(line => line.Length > 0 && line[0] != '#'))
        {
            var cells = line.Split('\t');
            var text = System.Text.RegularExpressions.Regex.Unescape(cells[1]);
            var result = normalizer.Normalize(text, cells[0]);
            yield return new Form(cells[0], text, cells[2] == "refused" ? null : cells[2], cells[3], result.Digits, result.Refusal);
        }
    }

    private sealed record Form(string Region, string Text, string? Expected, string Kind, string? Digits, string? Refusal);
}
