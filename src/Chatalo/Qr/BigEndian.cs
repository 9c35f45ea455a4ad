namespace Chatalo.Qr;

/// <summary>Whole numbers of four bytes, the highest first.</summary>
internal static class BigEndian
{
    public static int Read(byte[] bytes, int start)
        => (bytes[start] << 24) | (bytes[start + 1] << 16) | (bytes[start + 2] << 8) | bytes[start + 3];
}
