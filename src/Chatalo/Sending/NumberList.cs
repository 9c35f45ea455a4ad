namespace Chatalo.Sending;

/// <summary>The recipients of a list in the order of its inputs, 8 bytes each: phone numbers have at most 15 digits (ITU-T E.164).</summary>
internal sealed class NumberList
{
    // Small enough that no piece is a large object, which would stay for long.
    private const int PieceSize = 8192;

    private readonly List<ulong[]> _pieces = [];

    public int Count { get; private set; }

    /// <summary>The number at a place; 0 for none.</summary>
    public ulong this[int index]
    {
        get => _pieces[index / PieceSize][index % PieceSize];
        set => _pieces[index / PieceSize][index % PieceSize] = value;
    }

    /// <summary>Adds a place without a number.</summary>
    public void Add()
    {
        if (Count == _pieces.Count * PieceSize)
        {
            _pieces.Add(new ulong[PieceSize]);
        }

        Count++;
    }
}
