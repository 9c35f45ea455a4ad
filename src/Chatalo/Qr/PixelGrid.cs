using System.Diagnostics.CodeAnalysis;
using StbImageSharp;

namespace Chatalo.Qr;

/// <summary>The pixels of a picture as brightness (0 black to 255 white) and opacity (0 to 255). The only place that names StbImageSharp.</summary>
internal sealed class PixelGrid
{
    // Of 255: less than this between the darkest and the lightest pixel is a plain surface.
    private const int LeastContrast = 48;

    // Row by row, a byte of brightness and a byte of opacity each.
    private readonly byte[] _samples;
    private readonly int _width;
    private readonly int _height;

    private PixelGrid(byte[] samples, int width, int height) => (_samples, _width, _height) = (samples, width, height);

    public static bool TryDecode(PngFile file, [NotNullWhen(true)] out PixelGrid? pixels, [NotNullWhen(false)] out string? reason)
    {
        (pixels, reason) = (null, null);
        try
        {
            var image = ImageResult.FromMemory(file.ForDecoder(), ColorComponents.GreyAlpha);
            pixels = new PixelGrid(image.Data, image.Width, image.Height);
            return true;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // Whatever a decoder finds wrong with bytes of others, it is the picture that is broken.
            reason = $"The picture is a broken PNG: {e.Message}";
            return false;
        }
    }

    /// <summary>Tells dark from light, halfway between the darkest and the lightest pixel.</summary>
    /// <param name="background">The brightness of the page that shows through transparent pixels.</param>
    /// <param name="isDark">Rows from the top, columns from the left.</param>
    /// <returns>False for a plain surface.</returns>
    public bool TryThreshold(byte background, [NotNullWhen(true)] out bool[,]? isDark)
    {
        int darkest = byte.MaxValue, lightest = byte.MinValue;
        for (var pixel = 0; pixel < _width * _height; pixel++)
        {
            var brightness = On(background, pixel);
            (darkest, lightest) = (Math.Min(darkest, brightness), Math.Max(lightest, brightness));
        }

        isDark = null;
        if (lightest - darkest < LeastContrast)
        {
            return false;
        }

        isDark = new bool[_height, _width];
        for (var y = 0; y < _height; y++)
        {
            for (var x = 0; x < _width; x++)
            {
                isDark[y, x] = 2 * On(background, (y * _width) + x) < darkest + lightest;
            }
        }

        return true;
    }

    private int On(byte background, int pixel)
    {
        var (brightness, opacity) = (_samples[2 * pixel], _samples[(2 * pixel) + 1]);
        return ((brightness * opacity) + (background * (byte.MaxValue - opacity))) / byte.MaxValue;
    }
}
