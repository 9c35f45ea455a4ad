using System.Security.Cryptography;
using QRCoder;

namespace Chatalo.Emulator.State;

/// <summary>QR codes as pictures.</summary>
internal static class QrPicture
{
    private const int PixelsPerModule = 4;

    /// <summary>A text like the one that WhatsApp has scanned: a long reference and three keys. It connects nothing.</summary>
    public static string NewPayload() => $"2@{Noise(63)},{Noise(32)},{Noise(32)},{Noise(32)}";

    public static byte[] ToPng(string payload)
    {
        using var generator = new QRCodeGenerator();
        using var data = generator.CreateQrCode(payload, QRCodeGenerator.ECCLevel.L);
        using var code = new PngByteQRCode(data);
        return code.GetGraphic(PixelsPerModule);
    }

    private static string Noise(int length)
    {
        var bytes = new byte[length];
        using var random = RandomNumberGenerator.Create();
        random.GetBytes(bytes);
        return Convert.ToBase64String(bytes);
    }
}
