namespace Chatalo.Qr;

/// <summary>The modules of a QR code, without the quiet zone around them. It never changes.</summary>
internal sealed class QrMatrix : IEquatable<QrMatrix>
{
    /// <summary>Modules a side of version 1.</summary>
    public const int SmallestSize = 21;

    /// <summary>Modules a side of version 40.</summary>
    public const int LargestSize = 177;

    /// <summary>Modules that each version has more than the one before.</summary>
    public const int SizeStep = 4;

    private readonly bool[,] _modules;

    /// <param name="modules">Rows from the top, columns from the left; true is dark.</param>
    /// <exception cref="ArgumentException">No version of QR code has this size.</exception>
    public QrMatrix(bool[,] modules)
    {
        var size = modules.GetLength(0);
        if (size != modules.GetLength(1) || size < SmallestSize || size > LargestSize || (size - SmallestSize) % SizeStep != 0)
        {
            throw new ArgumentException($"No QR code has {modules.GetLength(1)} by {size} modules.", nameof(modules));
        }

        _modules = (bool[,])modules.Clone();
    }

    /// <summary>Modules a side, 21 to 177.</summary>
    public int Size => _modules.GetLength(0);

    /// <summary>The version of ISO/IEC 18004, 1 to 40.</summary>
    public int Version => ((Size - SmallestSize) / SizeStep) + 1;

    /// <summary>Whether the module is dark.</summary>
    public bool this[int row, int column] => _modules[row, column];

    /// <inheritdoc />
    public bool Equals(QrMatrix? other)
        => other is not null && Size == other.Size && _modules.Cast<bool>().SequenceEqual(other._modules.Cast<bool>());

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as QrMatrix);

    /// <inheritdoc />
    public override int GetHashCode() => _modules.Cast<bool>().Aggregate(Size, (hash, dark) => unchecked((hash * 31) + (dark ? 1 : 0)));
}
