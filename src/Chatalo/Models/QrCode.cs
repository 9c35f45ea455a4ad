using Chatalo.Qr;
using Chatalo.Text;

namespace Chatalo;

/// <summary>
/// The code that links a device: scanned in WhatsApp under Linked devices. It holds the picture as the gateway sent it, and draws it again
/// from its modules. It never changes.
/// </summary>
public sealed class QrCode : GatewayObject
{
    private const string PngType = "image/png";
    private readonly byte[] _image;
    private readonly QrMatrix? _matrix;

    /// <summary>Reads the picture; never throws because of it.</summary>
    /// <param name="deviceId">The device that the code links.</param>
    /// <param name="deviceName">Its name, where known.</param>
    /// <param name="expiresAt">When the gateway stops taking the code, where known.</param>
    /// <param name="picture">The picture as a data URI, <c>data:image/png;base64,…</c>.</param>
    public QrCode(string deviceId, string? deviceName, DateTimeOffset? expiresAt, string? picture)
    {
        (DeviceId, DeviceName, ExpiresAt) = (deviceId, deviceName, expiresAt);
        if (!DataUri.TryParse(picture, out var image, out var contentType, out var reason))
        {
            _image = [];
        }
        else
        {
            (_image, ContentType) = (image, contentType);
            if (!QrPicture.TryRead(image, out _matrix, out reason) && contentType != PngType)
            {
                reason = $"The picture is {contentType}, not {PngType}.";
            }
        }

        Reason = reason is null ? null : DisplayText.Line(reason);
    }

    /// <summary>The id of the device that the code links.</summary>
    public string DeviceId { get; }

    /// <summary>The device's name; null where not known.</summary>
    public string? DeviceName { get; }

    /// <summary>When the gateway stops taking the code; null where it did not say.</summary>
    public DateTimeOffset? ExpiresAt { get; }

    /// <summary>The picture's bytes as the gateway sent them; none when it sent none. A method, because no column and no JSON is fit for them.</summary>
    public byte[] GetImageBytes() => (byte[])_image.Clone();

    /// <summary>The type that the gateway gave to the picture, such as <c>image/png</c>; null when there is none.</summary>
    public string? ContentType { get; }

    /// <summary>Whether the picture could be read as a QR code, so that it can be drawn.</summary>
    public bool IsReadable => _matrix is not null;

    /// <summary>A sentence why the picture is not readable; null when it is.</summary>
    public string? Reason { get; }

    /// <summary>Modules a side without the quiet zone, 21 to 177; 0 when the picture is not readable.</summary>
    public int Size => _matrix?.Size ?? 0;

    internal QrMatrix? Matrix => _matrix;

    /// <summary>Draws the code as text that a phone can scan off the screen; the <see cref="Reason"/> when the picture is not readable.</summary>
    /// <param name="ascii">
    /// Two ASCII characters a module, for output that has no block characters; otherwise half blocks, with <c>Size</c> + 8 columns.
    /// </param>
    /// <param name="colours">False for a console that shows no colour sequences; it is taken to be light on dark.</param>
    public string ToTerminalString(bool ascii = false, bool colours = true)
        => _matrix is null ? Reason! : QrTerminal.Text(_matrix, ascii, colours);

    /// <summary>Draws the code as an SVG document.</summary>
    /// <param name="pixelsPerModule">1 to 50.</param>
    /// <exception cref="InvalidOperationException">The picture is not readable; the message is the <see cref="Reason"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Not 1 to 50 pixels.</exception>
    public string ToSvg(int pixelsPerModule = QrImage.DefaultPixelsPerModule) => QrImage.ToSvg(Readable(), pixelsPerModule);

    /// <summary>Draws the code as a PNG, larger and sharper than <see cref="GetImageBytes"/>.</summary>
    /// <inheritdoc cref="ToSvg" />
    public byte[] ToPng(int pixelsPerModule = QrImage.DefaultPixelsPerModule) => QrImage.ToPng(Readable(), pixelsPerModule);

    /// <summary>For people; the code itself is not in it, as whoever has it can link the account.</summary>
    public override string ToString() => DisplayText.Line($"QR code of {DeviceName ?? DeviceId}");

    private QrMatrix Readable() => _matrix ?? throw new InvalidOperationException(Reason);
}
