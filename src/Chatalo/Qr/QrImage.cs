using QRCoder;

namespace Chatalo.Qr;

/// <summary>Draws a QR code as a file: black on white, with the quiet zone of four modules.</summary>
internal static class QrImage
{
    /// <summary>Pixels a module that suit a screen and a letter.</summary>
    public const int DefaultPixelsPerModule = 8;

    /// <summary>The most pixels a module: version 40 is 9,250 pixels wide then.</summary>
    public const int MostPixelsPerModule = 50;

    /// <summary>A PNG of one bit a pixel.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not 1 to 50 pixels a module.</exception>
    public static byte[] ToPng(QrMatrix matrix, int pixelsPerModule = DefaultPixelsPerModule)
    {
        Check(pixelsPerModule);
        using var data = QrEncoder.ToData(matrix);
        using var renderer = new PngByteQRCode(data);
        return renderer.GetGraphic(pixelsPerModule);
    }

    /// <summary>An SVG document; the colours as text, as QRCoder's overloads with colours are built on System.Drawing.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not 1 to 50 pixels a module.</exception>
    public static string ToSvg(QrMatrix matrix, int pixelsPerModule = DefaultPixelsPerModule)
    {
        Check(pixelsPerModule);
        using var data = QrEncoder.ToData(matrix);
        using var renderer = new SvgQRCode(data);
        return renderer.GetGraphic(pixelsPerModule, "#000000", "#ffffff");
    }

    private static void Check(int pixelsPerModule)
    {
        if (pixelsPerModule is < 1 or > MostPixelsPerModule)
        {
            throw new ArgumentOutOfRangeException(nameof(pixelsPerModule), pixelsPerModule, $"1 to {MostPixelsPerModule} pixels a module can be drawn.");
        }
    }
}
