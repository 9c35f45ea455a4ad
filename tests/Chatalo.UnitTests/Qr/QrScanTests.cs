using Chatalo.Qr;
using QRCoder;

namespace Chatalo.UnitTests.Qr;

/// <summary>What is drawn is read again by a reader of others.</summary>
public class QrScanTests
{
    private static readonly (int Version, int ModuleSize)[] Codes = [(1, 2), (2, 12), (4, 3), (7, 5), (10, 4), (13, 7), (20, 2), (30, 3), (40, 2), (40, 5)];

    [ToolFact(Tool.Zbar)]
    public async Task The_documented_picture_drawn_in_a_terminal_says_the_same()
    {
        var expected = await Tool.ReadQrAsync(DocumentedPicture.Bytes);
        Assert.StartsWith("2@", expected);
        var code = new QrCode("d1", null, null, DocumentedPicture.DataUri);
        Assert.Equal(expected, await Photographed(code.ToTerminalString()));
        Assert.Equal(expected, await Photographed(code.ToTerminalString(ascii: true)));
        Assert.Equal(expected, await Tool.ReadQrAsync(code.ToPng()));
    }

    [ToolFact(Tool.Zbar, Tool.Rsvg)]
    public async Task The_documented_picture_as_svg_says_the_same()
    {
        var expected = await Tool.ReadQrAsync(DocumentedPicture.Bytes);
        Assert.StartsWith("2@", expected);
        var code = new QrCode("d1", null, null, DocumentedPicture.DataUri);
        Assert.Equal(expected, await Tool.ReadQrAsync(await Tool.DrawSvgAsync(code.ToSvg(3))));
    }

    [ToolFact(Tool.Zbar)]
    public async Task Small_and_large_codes_drawn_in_a_terminal_say_the_same()
    {
        foreach (var (version, moduleSize) in Codes)
        {
            var matrix = Picture(version, moduleSize);
            Assert.Equal(Samples.Text(version), await Photographed(QrTerminal.Text(matrix, ascii: false, colours: true)));
            Assert.Equal(Samples.Text(version), await Photographed(QrTerminal.Text(matrix, ascii: true, colours: true)));
        }
    }

    [ToolFact(Tool.Zbar)]
    public async Task Half_blocks_without_colours_say_the_same_on_a_dark_terminal()
        => Assert.Equal(Samples.Text(11), await Photographed(QrTerminal.Text(Samples.Matrix(11), ascii: false, colours: false)));

    [ToolFact(Tool.Zbar, Tool.Rsvg)]
    public async Task Small_and_large_codes_as_files_say_the_same()
    {
        foreach (var (version, moduleSize) in Codes)
        {
            var matrix = Picture(version, moduleSize);
            Assert.Equal(Samples.Text(version), await Tool.ReadQrAsync(QrImage.ToPng(matrix, 4)));
            Assert.Equal(Samples.Text(version), await Tool.ReadQrAsync(await Tool.DrawSvgAsync(QrImage.ToSvg(matrix, 4))));
        }
    }

    [ToolFact(Tool.Zbar)]
    public async Task A_chat_link_is_read_as_its_address()
    {
        var link = new ChatLink("6281234567890", "Halo, saya mau tanya & pesan 100% ✓");
        Assert.Equal(link.Url, await Photographed(link.ToTerminalString()));
        Assert.Equal(link.Url, await Tool.ReadQrAsync(link.ToPng()));
    }

    /// <summary>A code as it comes out of a gateway's picture.</summary>
    private static QrMatrix Picture(int version, int moduleSize)
    {
        using var data = Samples.Data(version);
        using var renderer = new PngByteQRCode(data);
        return Samples.Read(renderer.GetGraphic(moduleSize));
    }

    private static Task<string> Photographed(string text) => Tool.ReadQrAsync(TestPng.Grey(TerminalPhoto.Enlarge(TerminalPhoto.Take(text)), filter: 0));
}
