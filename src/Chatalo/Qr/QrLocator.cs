namespace Chatalo.Qr;

/// <summary>
/// Finds a QR code in a picture of two colours. The code is the smallest rectangle around everything dark; its version is the one for
/// which the patterns that every code has (ISO/IEC 18004, 6.3) lie where they must. Only one can: a grid of another size drifts by
/// four modules along the timing patterns, which alternate with each.
/// </summary>
internal static class QrLocator
{
    private const int Finder = 7;

    // The timing patterns run in this row and this column.
    private const int Timing = 6;

    /// <summary>The modules, or null when there is no code.</summary>
    /// <param name="picture">Rows from the top, columns from the left.</param>
    /// <param name="dark">What a dark module looks like: false reads a code that is light on dark.</param>
    public static QrMatrix? Find(bool[,] picture, bool dark)
    {
        if (Bounds(picture, dark) is not { } box)
        {
            return null;
        }

        for (var size = QrMatrix.SmallestSize; size <= QrMatrix.LargestSize && size <= Math.Min(box.Width, box.Height); size += QrMatrix.SizeStep)
        {
            // The middle of a module is safe with module sizes that are not whole, and with soft edges.
            bool IsDark(int row, int column) => picture[
                box.Top + ((((2 * row) + 1) * box.Height) / (2 * size)),
                box.Left + ((((2 * column) + 1) * box.Width) / (2 * size))] == dark;

            if (HasPatterns(IsDark, size))
            {
                return Read(IsDark, size);
            }
        }

        return null;
    }

    private static (int Left, int Top, int Width, int Height)? Bounds(bool[,] picture, bool dark)
    {
        int left = int.MaxValue, top = int.MaxValue, right = -1, bottom = -1;
        for (var y = 0; y < picture.GetLength(0); y++)
        {
            for (var x = 0; x < picture.GetLength(1); x++)
            {
                if (picture[y, x] == dark)
                {
                    (left, right) = (Math.Min(left, x), Math.Max(right, x));
                    (top, bottom) = (Math.Min(top, y), y);
                }
            }
        }

        if (right < 0)
        {
            return null;
        }

        var (width, height) = (right - left + 1, bottom - top + 1);

        // A code is square; scaling to a size that is not a multiple of the modules may cost a pixel or two.
        return Math.Abs(width - height) <= 2 ? (left, top, width, height) : null;
    }

    private static bool HasPatterns(Func<int, int, bool> isDark, int size)
        => HasFinder(isDark, 0, 0, size) && HasFinder(isDark, 0, size - Finder, size) && HasFinder(isDark, size - Finder, 0, size) && HasTiming(isDark, size);

    /// <summary>Rings around a point: dark, dark, light, dark, and the light separator where it is inside the code.</summary>
    private static bool HasFinder(Func<int, int, bool> isDark, int top, int left, int size)
    {
        for (var row = Math.Max(0, top - 1); row < Math.Min(size, top + Finder + 1); row++)
        {
            for (var column = Math.Max(0, left - 1); column < Math.Min(size, left + Finder + 1); column++)
            {
                var ring = Math.Max(Math.Abs(row - top - 3), Math.Abs(column - left - 3));
                if (isDark(row, column) != ring is 0 or 1 or 3)
                {
                    return false;
                }
            }
        }

        return true;
    }

    private static bool HasTiming(Func<int, int, bool> isDark, int size)
    {
        for (var i = Finder; i < size - Finder; i++)
        {
            var expected = i % 2 == 0;
            if (isDark(Timing, i) != expected || isDark(i, Timing) != expected)
            {
                return false;
            }
        }

        return true;
    }

    private static QrMatrix Read(Func<int, int, bool> isDark, int size)
    {
        var modules = new bool[size, size];
        for (var row = 0; row < size; row++)
        {
            for (var column = 0; column < size; column++)
            {
                modules[row, column] = isDark(row, column);
            }
        }

        return new QrMatrix(modules);
    }
}
