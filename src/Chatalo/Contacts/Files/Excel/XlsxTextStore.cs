using System.Text;

namespace Chatalo.Contacts.Files.Excel;

/// <summary>
/// Many texts by their place, each at most as long as a cell. Leaner than a list of strings, which costs 30 bytes a text besides two a character: here a text costs
/// six bytes and one a character where all of them are Latin, and nothing that is copied as it grows.
/// </summary>
internal sealed class XlsxTextStore
{
    // A text of 32,767 characters with two bytes each and its length fits; below the size from which .NET collects arrays rarely.
    private const int ChunkSize = 65536;
    private const int PlacesPerBlock = 4096;
    private const int WideFlag = 0x8000;

    private static readonly Encoding Latin1 = Encoding.GetEncoding(28591);

    private readonly List<byte[]> _chunks = [];
    private readonly List<int[]> _places = [];
    private int _used = ChunkSize;

    /// <summary>How many texts there are.</summary>
    public int Count { get; private set; }

    /// <summary>Adds a text; it has at most 32,767 characters.</summary>
    public void Add(string text)
    {
        var isWide = text.Any(c => c > '\u00FF');
        var size = 2 + (isWide ? text.Length * 2 : text.Length);
        if (_used + size > ChunkSize)
        {
            _chunks.Add(new byte[ChunkSize]);
            _used = 0;
        }

        if (Count % PlacesPerBlock == 0)
        {
            _places.Add(new int[PlacesPerBlock]);
        }

        _places[Count / PlacesPerBlock][Count % PlacesPerBlock] = ((_chunks.Count - 1) * ChunkSize) + _used;
        Count++;
        var chunk = _chunks[_chunks.Count - 1];
        var head = text.Length | (isWide ? WideFlag : 0);
        chunk[_used++] = (byte)head;
        chunk[_used++] = (byte)(head >> 8);
        foreach (var c in text)
        {
            chunk[_used++] = (byte)c;
            if (isWide)
            {
                chunk[_used++] = (byte)(c >> 8);
            }
        }
    }

    /// <summary>The text of a place from 0 to one less than <see cref="Count"/>.</summary>
    public string Get(int index)
    {
        var place = _places[index / PlacesPerBlock][index % PlacesPerBlock];
        var chunk = _chunks[place / ChunkSize];
        var at = place % ChunkSize;
        var head = chunk[at] | (chunk[at + 1] << 8);
        var length = head & ~WideFlag;
        return (head & WideFlag) != 0 ? Wide(chunk, at + 2, length) : Latin1.GetString(chunk, at + 2, length);
    }

    // Not Encoding.Unicode: half of a surrogate pair, which Excel can have, would be replaced.
    private static string Wide(byte[] chunk, int at, int length)
    {
        var text = new char[length];
        for (var i = 0; i < length; i++)
        {
            text[i] = (char)(chunk[at + (2 * i)] | (chunk[at + (2 * i) + 1] << 8));
        }

        return new string(text);
    }
}
