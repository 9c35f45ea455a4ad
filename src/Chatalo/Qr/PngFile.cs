using System.Diagnostics.CodeAnalysis;
using System.IO.Compression;

namespace Chatalo.Qr;

/// <summary>
/// A PNG whose structure and sizes were checked, still encoded. A few kilobytes can promise, or inflate to, more memory than there is, so
/// nothing is handed to the decoder before its true size is known (PNG specification, third edition, 5 and 10).
/// </summary>
internal sealed class PngFile
{
    /// <summary>The largest width and height, in pixels.</summary>
    public const int LargestSide = 4096;

    /// <summary>The largest picture once inflated, in bytes: version 40 at 12 pixels a module with its quiet zone and 4 bytes a pixel is 19.7 million.</summary>
    public const int LargestData = 24 * 1024 * 1024;

    /// <summary>The largest file, in bytes; the documented picture has 4,766.</summary>
    public const int LargestFile = 4 * 1024 * 1024;

    private const int ZlibHeader = 2;
    private static readonly byte[] Signature = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    private readonly IReadOnlyList<PngChunk> _chunks;

    private PngFile(IReadOnlyList<PngChunk> chunks) => _chunks = chunks;

    /// <summary>Checks the bytes; never throws.</summary>
    public static bool TryParse(byte[] png, [NotNullWhen(true)] out PngFile? file, [NotNullWhen(false)] out string? reason)
    {
        file = null;
        reason = png.Length > LargestFile ? $"The picture's file has {png.Length} bytes, more than {LargestFile}."
            : !png.Take(Signature.Length).SequenceEqual(Signature) ? "The picture is not a PNG."
            : null;
        if (reason is not null)
        {
            return false;
        }

        if (PngChunk.ReadAll(png, Signature.Length) is not { } chunks || PngHeader.Read(chunks[0]) is not { } header)
        {
            reason = "The picture is a broken PNG: its parts are incomplete or changed.";
            return false;
        }

        reason = Objection(header) ?? Objection(header, chunks);
        file = reason is null ? new PngFile(chunks) : null;
        return reason is null;
    }

    /// <summary>The file with nothing in it but what was checked.</summary>
    public byte[] ForDecoder()
    {
        using var stream = new MemoryStream();
        stream.Write(Signature, 0, Signature.Length);
        foreach (var chunk in _chunks.Where(c => c.Type is PngChunk.Header or PngChunk.Palette or PngChunk.Transparency or PngChunk.Data or PngChunk.End))
        {
            chunk.WriteTo(stream);
        }

        return stream.ToArray();
    }

    private static string? Objection(PngHeader header)
        => header.Width is < 1 or > LargestSide || header.Height is < 1 or > LargestSide
            ? $"The picture has {(uint)header.Width} by {(uint)header.Height} pixels; 1 to {LargestSide} can be read."
            : header.DataLength > LargestData ? $"The picture has {header.DataLength} bytes once inflated, more than {LargestData}."
            : header.DataLength <= 0 ? "The picture is a broken PNG: its colours are of no known kind."
            : null;

    private static string? Objection(PngHeader header, IReadOnlyList<PngChunk> chunks)
    {
        using var compressed = new MemoryStream();
        foreach (var chunk in chunks.Where(c => c.Type == PngChunk.Data))
        {
            chunk.WriteContentTo(compressed);
        }

        return Inflates(compressed, header.DataLength) ? null : "The picture is a broken PNG: its data is not as long as its header says.";
    }

    private static bool Inflates(MemoryStream compressed, long expected)
    {
        if (compressed.Length <= ZlibHeader)
        {
            return false;
        }

        compressed.Position = ZlibHeader;
        var buffer = new byte[16 * 1024];
        long total = 0;
        try
        {
            using var data = new DeflateStream(compressed, CompressionMode.Decompress);
            for (int read; total <= expected && (read = data.Read(buffer, 0, buffer.Length)) > 0;)
            {
                total += read;
            }
        }
        catch (Exception e) when (e is InvalidDataException or IOException)
        {
            return false;
        }

        return total == expected;
    }
}
