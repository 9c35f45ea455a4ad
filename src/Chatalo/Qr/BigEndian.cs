namespace Chatalo.Qr;

/// <summary>Whole numbers of four bytes, the highest first.</summary>
internal static class BigEndian
{
    public static int Read(byte[] bytes, int start)
        => (bytes[start] << 24) | (bytes[start + 1] << 16) | (bytes[start + 2] << 8) | bytes[start + 3];

    public static void Write(int value, byte[] bytes, int start)
    {
        for (var i = 0; i < 4; i++)
        {
            bytes[start + i] = unchecked((byte)(value >> (24 - (8 * i))));
        }
    }
}
