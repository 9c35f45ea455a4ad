using QRCoder;
using QRCoder.Exceptions;

namespace Chatalo.Qr;

/// <summary>Text to QR codes, and our modules to QRCoder's renderers.</summary>
internal static class QrEncoder
{
    /// <summary>Modules of quiet zone on each side, as ISO/IEC 18004 asks and QRCoder's renderers expect them in the data.</summary>
    public const int QuietZone = 4;

    /// <summary>The smallest code that holds the text, at error correction level M: 15 percent of it may be dirty or torn.</summary>
    /// <exception cref="ChataloException">The text is longer than any code of this level holds (2,331 bytes).</exception>
    public static QrMatrix Encode(string text)
    {
        try
        {
            using var data = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
            return ToMatrix(data);
        }
        catch (DataTooLongException e)
        {
            throw new ChataloException(
                ErrorKind.InvalidInput, $"The text has {text.Length} characters, more than a QR code holds.", "Shorten the text.", innerException: e);
        }
    }

    /// <summary>The modules in QRCoder's own form, with the quiet zone.</summary>
    public static QRCodeData ToData(QrMatrix matrix)
    {
        var data = new QRCodeData(matrix.Version, addPadding: true);
        for (var row = 0; row < matrix.Size; row++)
        {
            for (var column = 0; column < matrix.Size; column++)
            {
                data.ModuleMatrix[row + QuietZone][column + QuietZone] = matrix[row, column];
            }
        }

        return data;
    }

    /// <summary>QRCoder's modules in our form, without the quiet zone.</summary>
    public static QrMatrix ToMatrix(QRCodeData data)
    {
        var size = data.ModuleMatrix.Count - (2 * QuietZone);
        var modules = new bool[size, size];
        for (var row = 0; row < size; row++)
        {
            for (var column = 0; column < size; column++)
            {
                modules[row, column] = data.ModuleMatrix[row + QuietZone][column + QuietZone];
            }
        }

        return new QrMatrix(modules);
    }
}
