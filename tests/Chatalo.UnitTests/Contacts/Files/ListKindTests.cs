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

    // Parts of the number in columns of their own.
    [Theory]
    [InlineData("Name,Country,Phone\nAni,Indonesia,081255500101\nBen,United States,812-555-0102\nChan,HK,51234503\nEve,Singapore,+6581234505\nFay,Japan,080-1234-5606\n", "6281255500101,18125550102,85251234503,6581234505,818012345606")]
    [InlineData("Nama,Negara,No HP\nAni,Malaysia,012-3456701\nBudi,Indonesia,081255500102\nCici,,081255500103\n", "60123456701,6281255500102,6281255500103")]
    [InlineData("nama,country_iso,phone\nAni,MY,0123456701\nBudi,ID,081255500102\n", "60123456701,6281255500102")]
    [InlineData("Name,Country Code,Area Code,Phone\nAni,62,812,55500101\nBen,1,812,5550102\n", "6281255500101,18125550102")]
    [InlineData("Nama,Kode Area,Telepon\nAni,021,5550101\nBudi,0812,55500102\n", "62215550101,6281255500102")]
    [InlineData("Name;L\u00e4ndervorwahl;Vorwahl;Telefonnummer\nAni;+49;171;5550101\nBen;+43;664;5550102\n", "491715550101,436645550102")]
    [InlineData("Billing Country,Billing Phone,Shipping Country,Shipping Phone\nID,081255500101,,\nUS,8125550102,ID,081255500103\n", "6281255500101,18125550102")]
    [InlineData("Name,Country,Phone\nAni,Singapore,081255500101\nBudi,Atlantis,081255500102\nCici,Indonesia,081255500103\n", "6281255500103")]
    [InlineData("Name,Country Manager,Phone\nAni,Joko,081255500101\n", "6281255500101")]
    [InlineData("Name,Prefix,Mobile\nJoe,+1,8125550101\nAni,Mrs.,081255500101\n", "18125550101,6281255500101")]
    [InlineData("Nama,Kode,No HP\nJoe,(+1),8125550101\nAni,+62,81255500101\n", "18125550101,6281255500101")]
    [InlineData("Name,CC,Mobile\nJoe,1,8125550101\nAni,boss@example.id,081255500101\n", "18125550101,6281255500101")]
    [InlineData("Vorname;Vorwahl;Handy\nAni;+49;15112345678\n", "4915112345678")]
    [InlineData("Nama,Tamu,No HP\nAni,+1,081255500101\n", "6281255500101")]
    public void A_part_of_the_number_in_a_column_of_its_own_is_put_before_it_or_the_row_is_refused(string text, string numbers)
    {
        var run = ListRun.OfText(text);

        Assert.Null(run.Error);
        Assert.Equal(numbers.Split(','), run.Numbers);
        Assert.Equal(text.Split('\n').Length - 2, run.Rows.Count);
    }

    // Nothing separates a hotline from the people of a list without a header: its row is refused, and the people are read.
    [Theory]
    [InlineData("Hotline,021-5550100\nAni,081255500101\nBudi,081255500102\n", 1)]
    [InlineData("Layanan Pelanggan,0811999001\nAni,081255500101\nBudi,081255500102\n", 1)]
    [InlineData("CV Maju,0811999001\nWA Admin,0811999002\nAni,081255500101\nBudi,081255500102\n", 2)]
    [InlineData(",021-5550100\nAni,081255500101\nBudi,081255500102\n", 1)]
    [InlineData("Ani,081255500101\nBudi,081255500102\n", 0)]
    [InlineData("PT Maju,081255500101\nCV Sari,081255500102\n", 0)]
    [InlineData("Wa Ode Siti,081255500101\nBudi,081255500102\n", 0)]
    [InlineData("081255500101\n081255500102\n", 0)]
    public void A_hotline_at_the_top_of_a_list_without_a_header_is_refused(string text, int refused)
    {
        var run = ListRun.OfText(text);

        Assert.Equal(["6281255500101", "6281255500102"], run.Numbers);
        Assert.Equal(refused, run.Rows.Count(row => !row.IsContact));
        Assert.All(run.Rows.Take(refused), row => Assert.Contains("give the list a header", row.Problem, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Nama,No HP\nAni,081255500101\nBudi,081255500102\n\nHotline,081199900999\n", 1)]
    [InlineData("Nama,No HP\nAni,081255500101\nBudi,081255500102\nTotal,2\nDicetak oleh Joko,081199900999\nCS,021-5550100\n", 3)]
    [InlineData("Nama,No HP,Bagian\nAni,081255500101,CS\n\nBudi,081255500102,Admin\n", 0)]
    public void A_hotline_below_a_list_is_refused(string text, int refused)
    {
        var run = ListRun.OfText(text);

        Assert.Equal(["6281255500101", "6281255500102"], run.Numbers);
        Assert.Equal(refused, run.Rows.Count(row => !row.IsContact));
    }

    // People who share a fixed line would be one; WhatsApp is on the other.
    [Theory]
    [InlineData("Nama,Telp 1,Telp 2\nAni,021-5550100,081255500101\nBudi,021-5550100,081255500102\n", "6281255500101,6281255500102")]
    [InlineData("firstname,phone1,phone2\nAni,021-5550100,081255500101\nBudi,081255500102,021-5550100\nCici,021-5550100,\n", "6281255500101,6281255500102,62215550100")]
    [InlineData("Nama,Telp,HP Istri\nAni,021-5550100,081199900999\n", "62215550100")]
    [InlineData("Nama,WA,Telp\nAni,021-5550100,081199900999\n", "62215550100")]
    public void A_fixed_line_gives_way_to_a_mobile_number_of_the_person(string text, string numbers) => Assert.Equal(numbers.Split(','), ListRun.OfText(text).Numbers);

    [Theory]
    [InlineData("Cap waktu,Nama,Nomor yang dapat dihubungi\n22/11/2025,Ani,081255500101\n")]
    [InlineData("Nama,Telepon 1 - Jenis,Telepon 1 - Nilai,Telepon 2 - Jenis,Telepon 2 - Nilai\nAni,Rumah,021-5550100,Ponsel,081255500101\n")]
    [InlineData("Name,E.164 Number\nAni,081255500101\n")]
    [InlineData("Nr telefonu,Miasto\n081255500101,Bogor\n")]
    [InlineData("First Name,Default Address Country Code,Default Address Phone,Phone\nAni,ID,081255500101,\n")]
    [InlineData("Nama,WhatsApp,Kontak: 081199900999\nAni,081255500101,\n")]
    public void Headers_of_other_programs_are_known(string text) => Assert.Equal(["6281255500101"], ListRun.OfText(text).Numbers);

    [Fact]
    public void Numbers_above_the_header_are_said_to_be_left_out() =>
        Assert.Contains("line 2", Assert.Single(ListRun.OfText("Toko\nWA,0811999001\n\nNama,No HP\nAni,081255500101\n").Warnings), StringComparison.Ordinal);

    [Fact]
    public void A_block_of_other_people_ends_the_list_with_an_error()
    {
        var run = ListRun.OfText("Nama,HP\nAni,081255500101\nHP Sales,Nama Sales\n081199900999,Joko\n");

        Assert.Equal(["6281255500101"], run.Numbers);
        Assert.Contains("Line 3 begins a block of other people", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Nama^HP^Kota\nAni^081255500101^X\nBudi^081255500102^Y\n")]
    [InlineData("Nama~HP~Kota\nAni~081255500101~X\nBudi~081255500102~Y\n")]
    [InlineData("Nama\u060cHP\nAni\u060c081255500101\nBudi\u060c081255500102\n")]
    [InlineData("Nama\u001fHP\u001eAni\u001f081255500101\u001eBudi\u001f081255500102\u001e")]
    [InlineData("Nama,HP\u2028Ani,081255500101\u2028Budi,081255500102")]
    [InlineData("Nama,HP\fAni,081255500101\fBudi,081255500102\f")]
    public void Rare_delimiters_and_line_ends_are_known(string text) => Assert.Equal(["6281255500101", "6281255500102"], ListRun.OfText(text).Numbers);

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
    [InlineData("x13-active-second.xls", "6281255500101", "'A'")]
    [InlineData("x14-gnumeric.xlsx", "6281255500101,6281255500103", "1 hidden row")]
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

    // Gnumeric indents the texts of a workbook.
    [Fact]
    public void White_space_between_the_elements_of_a_workbook_is_not_text()
    {
        var rows = ListRun.Of(Path.Combine(Folder, "x14-gnumeric.xlsx")).Rows;

        Assert.Equal(["Ani", "Cici"], rows.Select(row => row.Name));
        Assert.Equal("081255500101", rows[0].Fields[1].Value);
    }

    [Fact]
    public void The_active_sheet_of_a_workbook_in_XML_is_read() => Assert.Equal("6281255500101", Assert.Single(ListRun.OfText(
        "<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\" xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><x:ExcelWorkbook><x:ActiveSheet>1</x:ActiveSheet></x:ExcelWorkbook>"
        + SheetOf("Lama", "081199900999") + SheetOf("Kirim", "081255500101") + "</Workbook>").Numbers));

    [Theory]
    [InlineData("<Objs Version=\"1.1.0.1\" xmlns=\"http://schemas.microsoft.com/powershell/2004/04\">\n<S N=\"No HP\">081255500101</S>\n</Objs>", "Import-Clixml")]
    [InlineData("<?xml version=\"1.0\"?><office:document xmlns:office=\"urn:oasis\"/>", ".fods")]
    [InlineData("<?xml version=\"1.0\"?><people><hp>081255500101</hp></people>", "not of a spreadsheet")]
    public void A_text_of_another_kind_is_named(string text, string named)
    {
        var run = ListRun.OfText(text);

        Assert.Empty(run.Rows);
        Assert.Contains(named, run.Error, StringComparison.Ordinal);
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

    // A list in UTF-16 with bytes lost and joined: its header has U+FFFE, which .NET refuses to normalise.
    [Fact]
    public void A_header_with_what_is_not_a_character_is_read() => Assert.Empty(ListRun.Of(new MemoryStream(
        Convert.FromHexString("FFFE7300650070003D003B000D000A004E0061006D0061003B004E006F002E192000480050003B004BFFFEFFFE006F00740061003B004A0075006D006C00610068"))).Numbers);

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

    private static string SheetOf(string name, string number) =>
        $"<Worksheet xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\" ss:Name=\"{name}\"><Table><Row><Cell><Data ss:Type=\"String\">No HP</Data></Cell></Row><Row><Cell><Data ss:Type=\"String\">{number}</Data></Cell></Row></Table></Worksheet>";
}
