using System.Text;
using Chatalo.Contacts.Files;
using Chatalo.UnitTests.Contacts.Files;
using CsCheck;

namespace Chatalo.UnitTests.Contacts;

public class ContactFileReaderTests
{
    private static readonly byte[] Utf8Mark = [0xEF, 0xBB, 0xBF];

    [Theory]
    [InlineData("Nama,No HP,Kota\nBudi,0812-3456-789,Solo\n")]
    [InlineData("Nama;No. HP;Kota\r\nBudi;0812-3456-789;Solo\r\n")]
    [InlineData("nama\tNO_HP\tKota\rBudi\t0812-3456-789\tSolo\r")]
    [InlineData("Name|WhatsApp|Kota\nBudi|0812-3456-789|Solo")]
    [InlineData("sep=;\nNama;Nomor;Kota\nBudi;0812-3456-789;Solo")]
    [InlineData("\"Nama Lengkap\",\"Phone Number\",\"Kota\"\n\"Budi\",\"0812-3456-789\",\"Solo\"")]
    [InlineData("Nama,Telepon,Kota,\nBudi,0812-3456-789,Solo,\n")]
    [InlineData("Nama;Telp;Kota\n\n;;\nBudi;0812-3456-789;Solo\n\n")]
    public void Delimiters_line_ends_and_headers_find_themselves(string text)
    {
        var row = Assert.Single(Read(text));

        Assert.True(row.IsContact, row.Problem);
        Assert.Equal("628123456789", row.Number);
        Assert.Equal("Budi", row.Name);
        Assert.Equal(["Budi", "0812-3456-789", "Solo"], row.Fields.Select(field => field.Value));
        Assert.Equal("Kota", row.Fields[2].Key);
    }

    public static TheoryData<byte[]> Encodings => new()
    {
        Encoding.UTF8.GetBytes("Nama,Nomor\nJosé €,08123456789"),
        Utf8Mark.Concat(Encoding.UTF8.GetBytes("Nama,Nomor\nJosé €,08123456789")).ToArray(),
        Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes("Nama,Nomor\nJosé €,08123456789")).ToArray(),
        Encoding.BigEndianUnicode.GetPreamble().Concat(Encoding.BigEndianUnicode.GetBytes("Nama,Nomor\nJosé €,08123456789")).ToArray(),
        Encoding.Latin1.GetBytes("Nama,Nomor\nJosé ").Concat(new byte[] { 0x80 }).Concat(Encoding.Latin1.GetBytes(",08123456789")).ToArray(),
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Encodings_find_themselves(byte[] bytes) => Assert.Equal("José €", Assert.Single(Read(bytes)).Name);

    [Fact]
    public void Windows_1252_is_read_also_where_the_first_such_byte_comes_late()
    {
        var lines = string.Concat(Enumerable.Range(0, 5000).Select(i => $"0812{1000000 + i},Budi\n"));
        var bytes = Encoding.Latin1.GetBytes("Nomor,Nama\n" + lines + "08199999999,Renée\n");

        Assert.Equal("Renée", Read(bytes).Last().Name);
    }

    [Fact]
    public void Line_numbers_are_those_of_an_editor_behind_fields_with_line_breaks()
    {
        var rows = Read("Nomor,Alamat\n08123456781,\"Jl. \"\"Mawar\"\"\r\nSolo\"\n\nabc,x\n08123456782,y\n");

        Assert.Equal([2, 5, 6], rows.Select(row => row.Line));
        Assert.Equal("Jl. \"Mawar\"\nSolo", rows[0].Fields[1].Value);
        Assert.Contains("'abc'", rows[1].Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_duplicate_names_the_line_of_the_first()
    {
        var rows = Read("Nomor\n08123456789\n08123456780\n+62 812-3456-789\n");

        Assert.Equal([true, true, false], rows.Select(row => row.IsContact));
        Assert.Equal(2, rows[2].DuplicateOf);
        Assert.Equal("628123456789", rows[2].Number);
        Assert.Contains("line 2", rows[2].Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Nomor,Nama,Jumlah\n08123456789,Budi,1,500\n", "4 fields")]
    [InlineData("Nomor,Nama\n08123456789,\"Budi\n", "never closed")]
    [InlineData("Nomor,Nama\n,Budi\n", "empty")]
    public void A_bad_row_keeps_its_fields_and_gets_a_reason(string text, string says)
    {
        var row = Assert.Single(Read(text));

        Assert.False(row.IsContact);
        Assert.Contains(says, row.Problem, StringComparison.Ordinal);
        Assert.Contains(row.Fields, field => field.Value is string value && value.Contains("Budi", StringComparison.Ordinal));
    }

    [Fact]
    public void Numbers_without_a_header_are_contacts()
    {
        var rows = Read("08123456789\n08123456780\n");

        Assert.Equal([1, 2], rows.Select(row => row.Line));
        Assert.All(rows, row => Assert.Equal("Number", row.Fields[0].Key));
    }

    [Fact]
    public void Without_a_header_the_first_column_with_a_number_is_the_numbers()
    {
        var row = Assert.Single(Read("Budi;08123456789;150000\n"));

        Assert.Equal("628123456789", row.Number);
        Assert.Equal(["Column1", "Number", "Column3"], row.Fields.Select(field => field.Key));
    }

    [Fact]
    public void The_surest_header_wins() =>
        Assert.Equal("628123456789", Assert.Single(Read("No,Telepon,WhatsApp\n1,0215551234,08123456789\n")).Number);

    [Fact]
    public void Headers_that_are_equal_or_missing_get_names() =>
        Assert.Equal(["Nomor", "a", "A_2", "Column4", "x"], Assert.Single(Read("Nomor,a,A,,x\n08123456789,1,2,3,4\n")).Fields.Select(field => field.Key));

    [Fact]
    public void Without_a_number_column_the_headers_are_named()
    {
        var error = Assert.Throws<InvalidDataException>(() => Read("Alamat,Kota\nJl. Mawar,Solo\n"));

        Assert.Contains("'Alamat', 'Kota'", error.Message, StringComparison.Ordinal);
        Assert.Contains("WhatsApp", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    public void An_empty_file_is_an_error(string text) =>
        Assert.Contains("empty", Assert.Throws<InvalidDataException>(() => Read(text)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("Nomor,Nama\n")]
    [InlineData("No HP,Nama\n\n,\n")]
    public void A_header_without_rows_is_warned_of(string text)
    {
        var run = ListRun.OfText(text);

        Assert.Null(run.Error);
        Assert.Contains("no rows", Assert.Single(run.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void Cells_that_are_missing_at_the_end_of_a_row_are_empty()
    {
        var row = Assert.Single(Read("Nomor,Nama,Jumlah\n08123456789,Budi\n"));

        Assert.True(row.IsContact, row.Problem);
        Assert.Equal(["08123456789", "Budi", null], row.Fields.Select(field => field.Value));
    }

    [Fact]
    public void Damaged_workbooks_and_binaries_are_refused()
    {
        Assert.Contains("damaged", Assert.Throws<InvalidDataException>(() => Read([0xD0, 0xCF, 0x11, 0xE0, 0])).Message, StringComparison.Ordinal);
        Assert.Contains("not text", Assert.Throws<InvalidDataException>(() => Read([0x30, 0, 0x31, 0, 0x0A, 0])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_quote_never_closed_does_not_take_the_file_into_memory() =>
        Assert.Throws<InvalidDataException>(() => Read("Nomor,Nama\n08123456789,\"Budi\n" + new string('x', 3_000_000)));

    [Fact]
    public void A_missing_file_is_an_IOException() =>
        Assert.Throws<FileNotFoundException>(() => new ContactFileReader(new ListOptions { DefaultRegion = "ID" }).Read(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName())).ToList());

    [Fact]
    public void Rows_come_before_the_file_ends()
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(
            "Nomor\n" + string.Concat(Enumerable.Range(0, 100_000).Select(i => $"0812{1000000 + i}\n"))));

        Assert.Equal(10, new ContactFileReader(new ListOptions { DefaultRegion = "ID" }).Read(stream, "list").Take(10).Count());
        Assert.True(!stream.CanRead || stream.Position < stream.Length / 2);
    }

    [Fact]
    public void Every_row_of_a_long_list_is_told_from_every_other()
    {
        var numbers = Enumerable.Range(0, 10_000).Select(i => $"0812{1000000 + i}").ToArray();
        var rows = Read("Nomor\n" + string.Join("\n", numbers.Concat(numbers)));

        Assert.All(rows.Take(numbers.Length), row => Assert.True(row.IsContact));
        Assert.All(rows.Skip(numbers.Length), row => Assert.Equal(row.Line - numbers.Length, row.DuplicateOf));
    }

    [Fact]
    public void Hostile_files_fail_only_as_documented() =>
        Gen.OneOf(
            Gen.Byte.Array[0, 300],
            Gen.String[Gen.Char["\"\",;\t|\r\n 0812a=\u00E9"], 0, 200].Select(text => Encoding.UTF8.GetBytes("Nomor,Nama\n" + text)),
            Gen.Byte.Array[0, 300].Select(tail => new byte[] { 0x50, 0x4B, 3, 4 }.Concat(tail).ToArray())).Sample(
            bytes =>
            {
                try
                {
                    return Read(bytes).All(row => row.IsContact == (row.Problem is null) && row.Line > 0);
                }
                catch (Exception error) when (error is InvalidDataException or IOException)
                {
                    return error.Message.Length > 20;
                }
            },
            iter: 2000);

    private static List<ContactRow> Read(string text) => Read(Encoding.UTF8.GetBytes(text));

    private static List<ContactRow> Read(byte[] bytes) => new ContactFileReader(new ListOptions { DefaultRegion = "ID" }).Read(new MemoryStream(bytes), "list").ToList();
}
