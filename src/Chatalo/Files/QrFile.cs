using System.Text;

namespace Chatalo.Files;

/// <summary>Saves codes as pictures: .svg as a drawing, every other name as PNG.</summary>
internal static class QrFile
{
    /// <summary>Saves a device's code. As PNG these are the gateway's own bytes, whether they can be read as a code or not.</summary>
    public static Task<FileInfo> WriteAsync(QrCode code, string path, bool force)
    {
        if (!IsSvg(path))
        {
            return code.GetImageBytes() is { Length: > 0 } image
                ? WriteAsync(path, force, image)
                : throw new ChataloException(ErrorKind.UnexpectedAnswer, "The gateway's picture of the code is empty.", "Run the command again for a new code.");
        }

        return code.IsReadable
            ? WriteAsync(path, force, Encoding.UTF8.GetBytes(code.ToSvg()))
            : throw new ChataloException(ErrorKind.UnexpectedAnswer, $"The picture cannot be drawn as SVG: {code.Reason}", "Save it as it is, with a name that ends in .png.");
    }

    /// <summary>Saves a link's code.</summary>
    public static Task<FileInfo> WriteAsync(ChatLink link, string path, bool force)
        => WriteAsync(path, force, IsSvg(path) ? Encoding.UTF8.GetBytes(link.ToSvg()) : link.ToPng());

    private static bool IsSvg(string path) => string.Equals(Path.GetExtension(path), ".svg", StringComparison.OrdinalIgnoreCase);

    private static Task<FileInfo> WriteAsync(string path, bool force, byte[] bytes)
        => AtomicFile.WriteAsync(path, force, file => file.WriteAsync(bytes, 0, bytes.Length));
}
