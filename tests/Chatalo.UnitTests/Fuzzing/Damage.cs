using System.Text;
using CsCheck;

namespace Chatalo.UnitTests.Fuzzing;

/// <summary>Things that happen to good bytes on their way: changed, cut, doubled, filled with what no format likes.</summary>
internal static class Damage
{
    private static readonly byte[][] Poison =
    [
        [0], [0xFF], [0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0xED, 0xA0, 0x80], "\""u8.ToArray(), "\r\n"u8.ToArray(), "\n\n\n"u8.ToArray(), ",,,;\t|"u8.ToArray(), "{}[]"u8.ToArray(),
        "\\ud800"u8.ToArray(), "1e999"u8.ToArray(), "-9223372036854775809"u8.ToArray(), "null"u8.ToArray(), "\u202E\u200B"u8.ToArray(), "sep="u8.ToArray(), "<!DOCTYPE x>&x;"u8.ToArray(),
    ];

    private static readonly Gen<Func<byte[], byte[]>> Once = Gen.Frequency(
        (5, Gen.Select(Gen.Int[0, int.MaxValue], Gen.Byte, static (at, value) => (Func<byte[], byte[]>)(bytes => Change(bytes, at, value)))),
        (4, Gen.Select(Gen.Int[0, int.MaxValue], Gen.OneOf(Poison), static (at, poison) => (Func<byte[], byte[]>)(bytes => Insert(bytes, at, poison)))),
        (2, Gen.Select(Gen.Int[0, int.MaxValue], Gen.Int[0, 40], static (at, length) => (Func<byte[], byte[]>)(bytes => Cut(bytes, at, length)))),
        (2, Gen.Select(Gen.Int[0, int.MaxValue], Gen.Int[0, 40], static (at, length) => (Func<byte[], byte[]>)(bytes => Double(bytes, at, length)))),
        (1, Gen.Int[0, int.MaxValue].Select(static at => (Func<byte[], byte[]>)(bytes => bytes[..(at % (bytes.Length + 1))]))));

    /// <summary>The bytes after one to six such things.</summary>
    public static Gen<byte[]> To(byte[] good) => Once.Array[1, 6].Select(steps => steps.Aggregate(good, static (bytes, step) => step(bytes)));

    public static Gen<byte[]> To(string good) => To(Encoding.UTF8.GetBytes(good));

    private static byte[] Change(byte[] bytes, int at, byte value)
    {
        if (bytes.Length == 0)
        {
            return bytes;
        }

        var changed = (byte[])bytes.Clone();
        changed[at % bytes.Length] = value;
        return changed;
    }

    private static byte[] Insert(byte[] bytes, int at, byte[] what)
    {
        at %= bytes.Length + 1;
        return [.. bytes[..at], .. what, .. bytes[at..]];
    }

    private static byte[] Cut(byte[] bytes, int at, int length)
    {
        at %= bytes.Length + 1;
        return [.. bytes[..at], .. bytes[Math.Min(at + length, bytes.Length)..]];
    }

    private static byte[] Double(byte[] bytes, int at, int length)
    {
        at %= bytes.Length + 1;
        return Insert(bytes, at, bytes[at..Math.Min(at + length, bytes.Length)]);
    }
}
