using Chatalo.Contacts;
using Chatalo.Qr;
using QRCoder;

namespace Chatalo;

/// <summary>A wa.me link that opens a chat with a number and a message already typed, and its QR code. It never changes.</summary>
public sealed class ChatLink
{
    private readonly QrMatrix _matrix;

    /// <param name="number">Digits with country code, with or without plus.</param>
    /// <param name="message">What stands in the chat, ready to be sent; null or empty for nothing.</param>
    /// <exception cref="ChataloException">The number is not of digits alone, or the link is longer than a QR code holds (2,331 bytes).</exception>
    public ChatLink(string number, string? message = null)
    {
        var digits = number.StartsWith("+", StringComparison.Ordinal) ? number.Substring(1) : number;
        if (digits.Length == 0 || !digits.All(c => c is >= '0' and <= '9'))
        {
            throw new ChataloException(ErrorKind.InvalidInput, $"'{number}' is not a number with country code, of digits alone.", "Give it like +6281234567890.");
        }

        (Number, Message) = (E164.Format(digits), string.IsNullOrEmpty(message) ? null : message);
        var link = new PayloadGenerator.WhatsAppMessage(digits, Message ?? "").ToString();

        // QRCoder asks for a text always; without one WhatsApp wants no question mark either.
        Url = Message is null ? link.Substring(0, link.IndexOf('?')) : link;
        _matrix = QrEncoder.Encode(Url);
    }

    /// <summary>The number that the chat is with: + and digits with country code.</summary>
    public string Number { get; }

    /// <summary>What stands in the chat; null for nothing.</summary>
    public string? Message { get; }

    /// <summary>The link, <c>https://wa.me/6281234567890?text=Halo</c>.</summary>
    public string Url { get; }

    /// <summary>Modules a side of the QR code without the quiet zone, 21 to 177.</summary>
    public int Size => _matrix.Size;

    /// <inheritdoc cref="QrCode.ToTerminalString" />
    public string ToTerminalString(bool ascii = false, bool colours = true)
        => QrTerminal.Text(_matrix, ascii, colours);

    internal QrMatrix Matrix => _matrix;

    /// <summary>Draws the code as an SVG document.</summary>
    /// <param name="pixelsPerModule">1 to 50.</param>
    /// <exception cref="ArgumentOutOfRangeException">Not 1 to 50 pixels.</exception>
    public string ToSvg(int pixelsPerModule = QrImage.DefaultPixelsPerModule) => QrImage.ToSvg(_matrix, pixelsPerModule);

    /// <summary>Draws the code as a PNG.</summary>
    /// <inheritdoc cref="ToSvg" />
    public byte[] ToPng(int pixelsPerModule = QrImage.DefaultPixelsPerModule) => QrImage.ToPng(_matrix, pixelsPerModule);

    /// <summary>The link.</summary>
    public override string ToString() => Url;
}
