using Chatalo.Contacts.Files;
using MiniExcelLibs;

namespace Chatalo.UnitTests.Contacts;

public class ExcelContactTests
{
    [Fact]
    public void A_workbook_gives_numbers_dates_and_texts_as_they_are()
    {
        var rows = Read(
            new Dictionary<string, object?> { ["Nama"] = "Budi", ["No. HP"] = 8123456789d, ["Jumlah"] = 1500000.5, ["Tanggal"] = new DateTime(2025, 2, 26) },
            new Dictionary<string, object?> { ["Nama"] = "Ani", ["No. HP"] = "0812-3456-780", ["Jumlah"] = null, ["Tanggal"] = null },
            new Dictionary<string, object?> { ["Nama"] = "Cici", ["No. HP"] = "6.28E+12", ["Jumlah"] = 1, ["Tanggal"] = null },
            new Dictionary<string, object?> { ["Nama"] = "Budi lagi", ["No. HP"] = 628123456789d, ["Jumlah"] = 2, ["Tanggal"] = null });

        Assert.Equal([2, 3, 4, 5], rows.Select(row => row.Line));
        Assert.Equal(["628123456789", "628123456780", null, "628123456789"], rows.Select(row => row.Number));
        Assert.Equal([8123456789d, 1500000.5], rows[0].Fields.Skip(1).Take(2).Select(field => field.Value));
        Assert.Equal(new DateTime(2025, 2, 26), SheetValue.ValueOf(rows[0].Fields[3].Value));
        Assert.Equal(["Nama", "No. HP", "Jumlah", "Tanggal"], rows[1].Fields.Select(field => field.Key));
        Assert.Contains("format the column as text", rows[2].Problem, StringComparison.Ordinal);
        Assert.Equal(2, rows[3].DuplicateOf);
    }

    [Fact]
    public void Empty_rows_are_counted_but_not_given()
    {
        var rows = Read(
            new Dictionary<string, object?> { ["Nama"] = "Budi", ["Nomor"] = "08123456789" },
            new Dictionary<string, object?> { ["Nama"] = null, ["Nomor"] = null },
            new Dictionary<string, object?> { ["Nama"] = "Ani", ["Nomor"] = "08123456780" });

        Assert.Equal([2, 4], rows.Select(row => row.Line));
    }

    [Fact]
    public void A_note_beside_the_table_makes_no_row_bad()
    {
        var rows = Read(
            new Dictionary<string, object?> { ["Nomor"] = "08123456789", ["Nama"] = "Budi", [" "] = null },
            new Dictionary<string, object?> { ["Nomor"] = "08123456780", ["Nama"] = "Ani", [" "] = "pindah?" });

        Assert.All(rows, row => Assert.True(row.IsContact, row.Problem));
        Assert.Equal("pindah?", rows[1].Fields[2].Value);
    }

    private static List<ContactRow> Read(params Dictionary<string, object?>[] table)
    {
        using var stream = new MemoryStream();
        stream.SaveAs(table, excelType: ExcelType.XLSX);
        stream.Position = 0;
        return new ContactFileReader(new ListOptions { DefaultRegion = "ID" }).Read(stream, "list").ToList();
    }
}
