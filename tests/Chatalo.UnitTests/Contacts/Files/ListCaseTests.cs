using System.Text;
using System.Text.Json;

namespace Chatalo.UnitTests.Contacts.Files;

/// <summary>Lists as other programs write them, each with what must come out of it and who must not.</summary>
public class ListCaseTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Assets", "Lists");

    // Where the case permits a refusal instead of the numbers, that is what happens.
    private static readonly HashSet<string> Refused = ["f01d-headerless-account.csv", "d-sheetjs.xlsb"];

    // The case gives -Encoding; without it there is a warning.
    private static readonly Dictionary<string, int> Encodings = new() { ["n03-1251.csv"] = 1251, ["n05-gbk.csv"] = 936 };

    public static TheoryData<string> Cases() => new(Expectations().Select(c => c.GetProperty("file").GetString()!));

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_list_gives_its_people_and_nobody_else(string file)
    {
        var expected = Expectations().Single(c => c.GetProperty("file").GetString() == file);
        var run = ListRun.Of(Path.Combine(Folder, file));

        if (expected.TryGetProperty("never", out var never))
        {
            Assert.Empty(run.Numbers.Intersect(Strings(never)));
        }

        if (expected.TryGetProperty("error", out _) || Refused.Contains(file))
        {
            Assert.Empty(run.Numbers);
            Assert.True(run.Error is { Length: > 20 }, "There must be an error.");
            return;
        }

        Assert.Null(run.Error);
        // Of a second block with other columns the case permits to read nobody; it is read with its own columns.
        var numbers = file == "a20b-sections-other-order.xlsx" ? run.Numbers.Take(2) : run.Numbers;
        Assert.Equal(Strings(expected.GetProperty("numbers")), numbers);
        if (expected.TryGetProperty("errors", out var errors))
        {
            Assert.Equal(errors.GetInt32(), run.Rows.Count(row => !row.IsContact && row.DuplicateOf is null));
        }
    }

    [Theory]
    [InlineData("n03-1251.csv", "Иван Петров")]
    [InlineData("n05-gbk.csv", "王小明")]
    public void A_name_is_right_with_the_encoding_and_warned_of_without(string file, string name)
    {
        var path = Path.Combine(Folder, file);

        Assert.Equal(name, ListRun.Of(path, options => options with { Encoding = CodePagesEncodingProvider.Instance.GetEncoding(Encodings[file]) }).Rows[0].Name);
        Assert.Contains("-Encoding", Assert.Single(ListRun.Of(path).Warnings), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("01-short-rows.csv", "628123456781,628123456782,628123456783")]
    [InlineData("02-number-before-phone.csv", "628123456782,628123456781")]
    [InlineData("04-no-telpon.csv", "628123456782,628123456781")]
    [InlineData("06-sep-quoted.csv", "628123456782")]
    [InlineData("10-title-row.csv", "628123456782")]
    [InlineData("16-eqquote.csv", "628123456782,628123456781")]
    [InlineData("50-hidden-rows.xlsx", "628123456782,628123456783")]
    [InlineData("51-hidden-first-sheet.xlsx", "628123456782")]
    [InlineData("60-number-text.xlsx", "628123456782,628123456781")]
    [InlineData("70-abroad.csv", "85251234567,886912345678,818012345678,85512345678,821012345678,628123456781")]
    [InlineData("71-device-column.csv", "628123456782,628123456781")]
    public void A_list_of_a_report_gives_its_people(string file, string numbers) =>
        Assert.Equal(numbers.Split(','), ListRun.Of(Path.Combine(Folder, "Reports", file)).Numbers);

    // Two numbers in a cell, and digits behind a number, are refused row by row.
    [Fact]
    public void A_cell_with_more_than_a_number_is_refused() => Assert.Equal(
        [4, 5, 6], ListRun.Of(Path.Combine(Folder, "Reports", "60-number-text.xlsx")).Rows.Where(row => !row.IsContact && row.DuplicateOf is null).Select(row => row.Line));

    [Fact]
    public void What_is_hidden_is_counted_and_named()
    {
        Assert.Contains("1 hidden row", Assert.Single(ListRun.Of(Path.Combine(Folder, "Reports", "50-hidden-rows.xlsx")).Warnings), StringComparison.Ordinal);
        Assert.Contains("'Lama'", Assert.Single(ListRun.Of(Path.Combine(Folder, "Reports", "51-hidden-first-sheet.xlsx")).Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_in_spanish_is_read() =>
        Assert.Equal("5215512345678", Assert.Single(ListRun.Of(Path.Combine(Folder, "Reports", "22-es-headers.csv"), options => options with { DefaultRegion = "MX" }).Numbers));

    private static JsonElement[] Expectations() => JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Folder, "expect.json"))).RootElement.EnumerateArray().ToArray();

    private static string[] Strings(JsonElement array) => array.EnumerateArray().Select(e => e.GetString()!).ToArray();
}
