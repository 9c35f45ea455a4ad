using System.IO.Compression;
using System.Text;
using Chatalo.Contacts;
using Chatalo.Contacts.Files;
using CsCheck;
using MiniExcelLibs;

namespace Chatalo.UnitTests.Fuzzing;

/// <summary>Whatever file is given for a list, it is rows or one sentence why it is none.</summary>
public class ContactFuzzTests
{
    private const string Csv = "sep=;\r\nNama;No. HP;Kota;Jumlah\r\n\"Budi \"\"B\"\"\";0812-3456-789;Solo;1.500.000\r\nAni;+62 812 3456 780;\"Jl.\r\nMawar\";\r\nRenée;6.28E+12;;0\r\n";

    private static readonly byte[] Workbook = WriteWorkbook();

    private static readonly Gen<byte[]> DamagedWorkbook = Gen.OneOf("xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/styles.xml", "[Content_Types].xml")
        .SelectMany(static name => Damage.To(ReadPart(name)).Select(part => ReplacePart(name, part)));

    [Fact]
    public void Any_bytes_are_a_list_or_none() => Gen.OneOf(
        Gen.Byte.Array[0, 200],
        Gen.String[Gen.Char["0123456789,;\t|\"\r\n =+-Nomor\uFEFF"], 0, 120].Select(Encoding.UTF8.GetBytes),
        Gen.String.Select(Encoding.Unicode.GetBytes).Select(static bytes => (byte[])[0xFF, 0xFE, .. bytes])).Inputs(Check, print: Convert.ToHexString);

    [Fact]
    public void Any_damage_to_a_text_file_is_survived() => Gen.OneOf(
        Damage.To(Csv), Damage.To(Encoding.Latin1.GetBytes(Csv)), Damage.To([0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Csv)])).Inputs(Check, print: Convert.ToHexString);

    [Fact]
    public void Any_damage_to_a_workbook_is_survived() => Gen.OneOf(Damage.To(Workbook), DamagedWorkbook).Inputs(Check, print: Convert.ToHexString);

    [Fact]
    public void Any_number_is_taken_or_refused() => Gen.OneOf(
        Gen.String,
        Gen.String[Gen.Char["0123456789+-()./ ,;:@?&eExX*#'\u200B\u00A0\uFEFF\u0660\uFF11\n"], 0, 40],
        Damage.To("https://wa.me/628123456789?text=x").Select(static b => Encoding.UTF8.GetString(b)),
        Damage.To("+62 (812) 3456-789 ext. 5").Select(static b => Encoding.UTF8.GetString(b))).Inputs(
        static text =>
        {
            var result = PhoneNumberNormalizer.Shared.Normalize(text, "ID");
            Assert.True(result.IsAccepted ? result.Digits.All(char.IsAsciiDigit) : result.Refusal is { Length: > 10 });
        });

    private static void Check(byte[] bytes)
    {
        try
        {
            using var stream = new MemoryStream(bytes);
            foreach (var row in new ContactFileReader(new ListOptions { DefaultRegion = "ID" }).Read(stream, "list"))
            {
                Assert.True(row.IsContact ? row.Number!.All(char.IsAsciiDigit) : row.Problem is { Length: > 5 });
            }
        }
        catch (InvalidDataException e)
        {
            Assert.NotEqual("", e.Message);
        }
    }

    private static byte[] WriteWorkbook()
    {
        using var stream = new MemoryStream();
        stream.SaveAs(
            new[]
            {
                new Dictionary<string, object?> { ["Nama"] = "Budi", ["No. HP"] = 8123456789d, ["Tanggal"] = new DateTime(2025, 2, 26) },
                new Dictionary<string, object?> { ["Nama"] = "Ani", ["No. HP"] = "0812-3456-780", ["Tanggal"] = null },
            },
            excelType: ExcelType.XLSX);
        return stream.ToArray();
    }

    private static byte[] ReadPart(string name)
    {
        using var zip = new ZipArchive(new MemoryStream(Workbook));
        using var part = zip.GetEntry(name)!.Open();
        using var bytes = new MemoryStream();
        part.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static byte[] ReplacePart(string name, byte[] content)
    {
        using var stream = new MemoryStream();
        stream.Write(Workbook);
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            zip.GetEntry(name)!.Delete();
            using var part = zip.CreateEntry(name, CompressionLevel.NoCompression).Open();
            part.Write(content);
        }

        return stream.ToArray();
    }
}
