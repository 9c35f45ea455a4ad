using System.Diagnostics.CodeAnalysis;
using BigGustave;

namespace Chatalo.Qr;

/// <summary>The pixels of a picture as brightness (0 black to 255 white) and opacity (0 to 255). The only place that names BigGustave.</summary>
internal sealed class PixelGrid
{
    // Of 255: less than this between the darkest and the lightest pixel is a plain surface.
    private const int LeastContrast = 48;

    private readonly byte[,] _brightness;
    private readonly byte[,] _opacity;

    private PixelGrid(int width, int height) => (_brightness, _opacity) = (new byte[height, width], new byte[height, width]);

    public static bool TryDecode(PngFile file, [NotNullWhen(true)] out PixelGrid? pixels, [NotNullWhen(false)] out string? reason)
    {
        (pixels, reason) = (null, null);
        try
        {
            var png = Png.Open(file.ForDecoder());
            var grid = new PixelGrid(file.Width, file.Height);
            for (var y = 0; y < file.Height; y++)
            {
                for (var x = 0; x < file.Width; x++)
                {
                    var pixel = png.GetPixel(x, y);
                    grid._brightness[y, x] = (byte)((pixel.R + pixel.G + pixel.B) / 3);
                    grid._opacity[y, x] = pixel.A;
                }
            }

            pixels = grid;
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
        var (height, width) = (_brightness.GetLength(0), _brightness.GetLength(1));
        int darkest = byte.MaxValue, lightest = byte.MinValue;
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var brightness = On(background, y, x);
                (darkest, lightest) = (Math.Min(darkest, brightness), Math.Max(lightest, brightness));
            }
        }

        isDark = null;
        if (lightest - darkest < LeastContrast)
        {
            return false;
        }

        isDark = new bool[height, width];
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                isDark[y, x] = 2 * On(background, y, x) < darkest + lightest;
            }
        }

        return true;
    }

    private int On(byte background, int y, int x)
        => ((_brightness[y, x] * _opacity[y, x]) + (background * (byte.MaxValue - _opacity[y, x]))) / byte.MaxValue;
}
