namespace Chatalo.UnitTests.Contacts.Files;

/// <summary>The column that -NumberColumn names is read, and no other in its place.</summary>
public class GivenColumnTests
{
    [Theory]
    [InlineData("Nama,HP,WA\nAni,081255500101,081255500109\n", "B", "6281255500101")]
    [InlineData("Nama,HP,WA\nAni,081255500101,081255500109\n", "HP", "6281255500101")]
    [InlineData("Nama,HP,WA\nB,081255500101,081255500109\nC,081255500102,081255500108\n", "B", "6281255500101,6281255500102")]
    [InlineData("Nama,HP,WA\nAni,081255500101,081255500109\nNama,WA,HP\nBudi,081255500108,081255500102\n", "HP", "6281255500101,6281255500102")]
    [InlineData("Ani,081255500101,081255500109\nNama,WA,HP\nBudi,081255500102,081255500108\n", "2", "6281255500101,6281255500102")]
    public void It_counts_whatever_the_headers_say(string text, string column, string numbers)
        => Assert.Equal(numbers.Split(','), ListRun.OfText(text, options => options with { NumberColumn = [column] }).Numbers);

    [Theory]
    [InlineData("A")]
    [InlineData("1")]
    [InlineData("Nama")]
    public void Nothing_is_read_from_elsewhere_where_it_has_no_numbers(string column)
    {
        var run = ListRun.OfText("Nama;No HP\nB;081255500101\nC;081255500102\n", options => options with { NumberColumn = [column] });

        Assert.Empty(run.Numbers);
        Assert.Equal(2, run.Rows.Count);
    }

    [Fact]
    public void A_block_without_it_ends_the_list()
    {
        var run = ListRun.OfText("Nama,HP,WA\nAni,081255500101,081255500109\nNama,WA,Kota\nBudi,081255500108,Bogor\n", options => options with { NumberColumn = ["HP"] });

        Assert.Equal(["6281255500101"], run.Numbers);
        Assert.Contains("without the column 'HP' that -NumberColumn names", run.Error, StringComparison.Ordinal);
    }
}
