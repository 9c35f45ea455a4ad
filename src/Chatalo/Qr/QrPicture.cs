using System.Diagnostics.CodeAnalysis;

namespace Chatalo.Qr;

/// <summary>Reads the modules of a QR code out of a PNG: upright and undistorted, as a gateway sends it, not as a camera sees it.</summary>
internal static class QrPicture
{
    /// <summary>
    /// Reads dark on light and light on dark, opaque and transparent. Never throws on bytes: a broken or hostile picture gives a reason,
    /// and its size is checked before anything is decoded.
    /// </summary>
    /// <param name="png">The file.</param>
    /// <param name="matrix">The modules, when they could be read.</param>
    /// <param name="reason">A sentence why not.</param>
    public static bool TryRead(byte[] png, [NotNullWhen(true)] out QrMatrix? matrix, [NotNullWhen(false)] out string? reason)
    {
        matrix = null;
        if (!PngFile.TryParse(png, out var file, out reason) || !PixelGrid.TryDecode(file, out var pixels, out reason))
        {
            return false;
        }

        // A transparent background is meant for a page of the other colour, and nobody says which: try both.
        foreach (var background in new[] { byte.MaxValue, byte.MinValue })
        {
            if (!pixels.TryThreshold(background, out var isDark))
            {
                continue;
            }

            matrix = QrLocator.Find(isDark, dark: true) ?? QrLocator.Find(isDark, dark: false);
            if (matrix is not null)
            {
                return true;
            }
        }

        reason = "The picture shows no upright QR code.";
        return false;
    }
}
