using System.Diagnostics;
using Chatalo.Contacts.Files;

namespace Chatalo.UnitTests.Contacts.Files;

/// <summary>Lists of the kinds that the cases are of, written for these tests.</summary>
public class ListKindTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Assets", "Lists", "Workbooks");

    [Theory]
    [InlineData("Name,Home Phone,Work Phone,Cell\nAni,021-5550100,021-5550101,081255500101\n", "6281255500101")]
    [InlineData("Nama,Telp,Telp Seluler\nAni,021-5550100,081255500101\n", "6281255500101")]
    [InlineData("Number,Account Name,WA\n8125550901,Ani,081255500101\n", "6281255500101")]
    [InlineData("PT Contoh,021-5550100\n\nNama,No HP\nAni,081255500101\n", "6281255500101")]
    [InlineData("PT Contoh,021-5550100\n\nAni,081255500101\nBudi,081255500102\n", "6281255500101,6281255500102")]
    [InlineData("'Nama','No HP'\n'Ani','081255500101'\n'Budi, S.','081255500102'\n", "6281255500101,6281255500102")]
    [InlineData("sep=;;;\nNama;No HP;Kota;X\nAni;081255500101;;\n", "6281255500101")]
    [InlineData("Nama,No HP\nAni,081255500101\n\u001A", "6281255500101")]
    [InlineData("full_name,phone_number\nAni,p:+6281255500101\n", "6281255500101")]
    [InlineData("Nama,No HP\nAni,\"81,255,500,101.00\"\nBudi,\"81.255.500.102,00\"\nCici,\"81,255,500,103.50\"\n", "6281255500101,6281255500102")]
    [InlineData("Nama,No HP\nAni,081255500101\n\nNama,No HP\nBudi,081255500102\n", "6281255500101,6281255500102")]
    [InlineData("Name,Phone,Formatted Phone\nAni,8125550101,+1 812-555-0101\n", "18125550101")]
    [InlineData("Foo,Bar\nAni,081255500101\nBudi,081255500102\n", "6281255500101,6281255500102")]
    [InlineData("Nama,Telepon,,Alamat\n,Kantor,HP,\nAni,021-5550100,081255500101,Jl\n", "6281255500101")]
    [InlineData("NIK,Nama,HP\n3201010101010001,Ani,081255500101\n", "6281255500101")]
    [InlineData("No,Nama,Kontak\n1,Ani,081255500101\n2,Budi,081255500102\n", "6281255500101,6281255500102")]
    [InlineData("Nama Siswa,No HP Siswa,No HP Ortu\nAni,,081255500109\nBudi,081255500102,081255500108\n", "6281255500102")]
    [InlineData("Daftar No HP Pelanggan;;\nKota;HP;Nama\nBogor;081255500101;Ani\n", "6281255500101")]
    [InlineData("Nama,Kode Negara,No HP\nAni,+852,51234501\nBudi,62,+85251234502\n", "85251234501")]
    [InlineData("<html><table><tr><th>Nama</th><th>No HP</th></tr><tr><td>Ani &amp; Co<td>081255500101</table></html>", "6281255500101")]
    public void A_list_gives_its_people(string text, string numbers) => Assert.Equal(numbers.Split(','), ListRun.OfText(text).Numbers);

    [Theory]
    [InlineData("Nomor,Rekening,Nama\n8125550901,BCA,Ani\n8125550902,BCA,Budi\n")]
    [InlineData("Ani,081255500101,081255500102\n")]
    [InlineData("22112025,Ani\n23112025,Budi\n")]
    public void Where_the_column_is_in_doubt_nobody_is_read(string text)
    {
        var run = ListRun.OfText(text);

        Assert.Empty(run.Rows);
        Assert.Contains("-NumberColumn", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("x01-hiddenrow.xlsx", "6281255500101,6281255500103", "hidden")]
    [InlineData("x02-hiddencol.xlsx", "6281255500101,6281255500102,6281255500103", null)]
    [InlineData("x03-hiddenfirst.xlsx", "6281255500109,6281255500102,6281255500103", "'Lama'")]
    [InlineData("x04-front-hotline.xlsx", "6281255500101,6281255500102,6281255500103", null)]
    [InlineData("x05-two.xlsx", "6281255500101,6281255500102,6281255500103", "-WorksheetName")]
    [InlineData("x06-merged-title.xlsx", "6281255500101,6281255500102,6281255500103", null)]
    [InlineData("x07-merged2.xlsx", "6281255500101", null)]
    [InlineData("x08-fmt852.xlsx", "85251234501", null)]
    [InlineData("x09-fmtbracket.xlsx", "6281255500101", null)]
    [InlineData("x10-fmtplusbare.xlsx", "6281255500101", null)]
    [InlineData("e02-biff5.xls", "6281255500101", null)]
    [InlineData("e03-biff8.xls", "6281255500101", null)]
    [InlineData("e05-html.xls", "6281255500101", null)]
    [InlineData("e07-biff2.xls", "6281255500101", null)]
    [InlineData("e08-strict.xlsx", "6281255500101,6281255500102,6281255500103", null)]
    public void A_workbook_gives_its_people(string file, string numbers, string? warning)
    {
        var run = ListRun.Of(Path.Combine(Folder, file));

        Assert.Null(run.Error);
        Assert.Equal(numbers.Split(','), run.Numbers);
        Assert.Equal(warning is null ? 0 : 1, run.Warnings.Count);
        Assert.Contains(warning ?? string.Empty, string.Concat(run.Warnings), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("rahasia", null)]
    [InlineData("falsch", "check -Password")]
    [InlineData(null, "give it with -Password")]
    public void A_protected_workbook_is_opened_with_its_password(string? password, string? error)
    {
        var run = ListRun.Of(Path.Combine(Folder, "e01-password.xlsx"), options => options with { Password = password });

        Assert.Equal(error is null ? ["6281255500101"] : [], run.Numbers);
        Assert.Contains(error ?? string.Empty, run.Error ?? string.Empty, StringComparison.Ordinal);
        Assert.Equal(error is null, run.Error is null);
    }

    [Fact]
    public void Dates_of_the_1904_system_are_right() => Assert.Equal(
        new DateTime(2026, 12, 1), SheetValue.ValueOf(Assert.Single(ListRun.Of(Path.Combine(Folder, "x12-1904.xlsx")).Rows).Fields[2].Value));

    [Fact]
    public void Cells_far_outside_a_list_cost_nothing()
    {
        var watch = Stopwatch.StartNew();
        var run = ListRun.Of(Path.Combine(Folder, "h01-stray.xlsx"));

        Assert.Equal(3, run.Numbers.Count());
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(10));
    }
}
