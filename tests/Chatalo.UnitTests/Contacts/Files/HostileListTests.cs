using System.IO.Compression;
using System.Text;

namespace Chatalo.UnitTests.Contacts.Files;

/// <summary>A small file that is a gigabyte when it is unpacked ends soon, with an error that says what it has, and without the memory for it.</summary>
public class HostileListTests
{
    private const string Start = "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>No HP</t></is></c></row><row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>081255500101</t></is></c></row>";
    private const int Megabyte = 1 << 20;

    [Theory]
    [InlineData("<row r=\"3\"><c r=\"", "A", "\"/></row>", "a tag of more than a million characters")]
    [InlineData("<row r=\"3\"><", "c", "/></row>", "a tag of more than a million characters")]
    [InlineData("<row r=\"3\"><c r='", "\">", "'/></row>", "a tag of more than a million characters")]
    [InlineData("<row r=\"3\"><c t=\"inlineStr\"><is><t>", "a", "</t></is></c></row>", "more than 32,767 characters")]
    [InlineData("<row r=\"3\"><c><v>", "1", "</v></c></row>", "more than 32,767 characters")]
    [InlineData("<row r=\"3\">", "<c/>", "</row>", "more than 16,384 columns")]
    [InlineData("<row r=\"3\">", "<c><v>1</v></c>", "</row>", "more than 16,384 columns")]
    [InlineData("", "<x>", "", "more than a thousand deep")]
    [InlineData("", "<col min=\"1\" max=\"16384\" hidden=\"1\"/>", "", "more than 16,384 descriptions of columns")]
    [InlineData("", "<row/>", "", "more than 1,048,576 rows")]
    public void A_sheet_without_end_is_refused(string before, string repeated, string after, string said)
    {
        using var stream = new MemoryStream();
        Write(stream, Start + before, repeated, after + "</sheetData></worksheet>");

        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var run = ListRun.Of(stream);

        Assert.Contains(said, run.Error, StringComparison.Ordinal);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - allocated, 0, 200L * Megabyte);
    }

    [Theory]
    [InlineData(",")]
    [InlineData("a")]
    [InlineData("\"\"")]
    public void A_row_of_text_without_end_is_refused(string repeated) =>
        Assert.Contains("longer than a million", ListRun.OfText("Nama,No HP\nAni,081255500101\n" + string.Concat(Enumerable.Repeat(repeated, 3 * Megabyte))).Error, StringComparison.Ordinal);

    [Fact]
    public void Empty_lines_are_counted_and_cost_nothing() =>
        Assert.Equal(3 + (5 * Megabyte), ListRun.OfText("No HP\n081255500101\n" + new string('\n', 5 * Megabyte) + "081255500102\n").Rows[1].Line);

    [Theory]
    [InlineData("<!-- it's a > - < b \" -->")]
    [InlineData("<?x it's a < b ?>")]
    [InlineData("<row r=\"3\"><c t=\"inlineStr\"><is><t><![CDATA[it's <b \" ]></b]]></t></is></c></row>")]
    [InlineData("<row r='3' spans=\"1>2\"><c><v>x's \"</v></c></row>")]
    public void Marks_within_comments_and_texts_begin_no_tag(string part)
    {
        using var stream = new MemoryStream();
        Write(stream, Start + part + "<row><c t=\"inlineStr\"><is><t>081255500102</t></is></c></row>", "      ", "<row><c t=\"inlineStr\"><is><t>081255500103</t></is></c></row></sheetData></worksheet>", 3 * Megabyte);

        Assert.Equal(["6281255500101", "6281255500102", "6281255500103"], ListRun.Of(stream).Numbers);
    }

    private static void Write(MemoryStream stream, string before, string repeated, string after, int size = 200 * Megabyte)
    {
        using var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
        Part(zip, "_rels/.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
        Part(zip, "xl/workbook.xml", "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>");
        Part(zip, "xl/_rels/workbook.xml.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
        using var sheet = zip.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.Fastest).Open();
        sheet.Write(Encoding.UTF8.GetBytes(before));
        var unit = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(repeated, Megabyte / repeated.Length)));
        for (var written = 0; written < size; written += unit.Length)
        {
            sheet.Write(unit);
        }

        sheet.Write(Encoding.UTF8.GetBytes(after));
    }

    private static void Part(ZipArchive zip, string name, string text)
    {
        using var part = zip.CreateEntry(name).Open();
        part.Write(Encoding.UTF8.GetBytes(text));
    }
}
