using Chatalo.Qr;
using QRCoder;

namespace Chatalo.UnitTests.Qr;

/// <summary>QR codes of any version, made by QRCoder.</summary>
internal static class Samples
{
    /// <summary>A text that fits version 1 at the lowest correction level, so each version can be asked to hold it.</summary>
    public static string Text(int version) => $"Chatalo v{version}";

    public static QRCodeData Data(int version)
        => QRCodeGenerator.GenerateQrCode(Text(version), QRCodeGenerator.ECCLevel.L, requestedVersion: version);

    public static QrMatrix Matrix(int version) => QrEncoder.ToMatrix(Data(version));

    public static QrMatrix Read(byte[] png)
        => QrPicture.TryRead(png, out var matrix, out var reason) ? matrix : throw new InvalidOperationException(reason);

    /// <summary>Brightness, 0 or 255, of the code with its quiet zone.</summary>
    public static byte[,] Pixels(QrMatrix matrix, int moduleSize, int quietZone = 4, bool inverted = false)
    {
        var side = (matrix.Size + (2 * quietZone)) * moduleSize;
        var pixels = new byte[side, side];
        for (var y = 0; y < side; y++)
        {
            for (var x = 0; x < side; x++)
            {
                var (row, column) = ((y / moduleSize) - quietZone, (x / moduleSize) - quietZone);
                var inside = row >= 0 && column >= 0 && row < matrix.Size && column < matrix.Size;
                pixels[y, x] = (inside && matrix[row, column]) == inverted ? byte.MaxValue : byte.MinValue;
            }
        }

        return pixels;
    }
}
