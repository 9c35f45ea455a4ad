using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Chatalo.Contacts.Files;

namespace Chatalo.UnitTests.Contacts.Files;

public class HeaderWordsTests
{
    [Fact]
    public void The_help_page_has_the_words_of_the_table()
    {
        var page = File.ReadAllText(Path.Combine(Path.GetDirectoryName(Here())!, "../../../../docs/about/about_Chatalo_Lists.md"));
        var said = Regex.Matches(page, @"^### (?<title>.+)\n\n(?<words>(?:.+\n)+)", RegexOptions.Multiline)
            .Select(match => (match.Groups["title"].Value, Regex.Replace(match.Groups["words"].Value.Trim(), @"\s+", " ")));

        Assert.Equal(HeaderWords.Groups.Select(group => (group.Title, string.Join(", ", group.Words))), said);
    }

    [Fact]
    public void No_word_has_two_meanings()
    {
        var words = HeaderWords.Groups.SelectMany(group => group.Words.Select(word => (Word: HeaderText.Fold(word), group.Meaning)));

        Assert.All(words.GroupBy(word => word.Word), word => Assert.Single(word.Select(w => w.Meaning).Distinct()));
    }

    [Theory]
    [InlineData("No. HP\uFFFE\uFFFE")]
    [InlineData("\uFFFFNo. HP")]
    [InlineData("No.\uD83DHP")]
    [InlineData("No.\uDE00 HP \uFDEF")]
    [InlineData("No. HP \uD83F\uDFFF")]
    [InlineData("No. HP \uD83D\uDE00")]
    public void A_header_with_what_is_not_a_character_has_its_words(string header) => Assert.Equal(["no", "hp"], HeaderText.Words(header));

    private static string Here([CallerFilePath] string path = "") => path;
}
