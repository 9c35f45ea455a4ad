namespace Chatalo.UnitTests.Qr;

/// <summary>The picture in the vendor's documentation: the answer to 'Connect WhatsApp (Generate QR)'.</summary>
internal static class DocumentedPicture
{
    public static string Path { get; } = System.IO.Path.Combine(AppContext.BaseDirectory, "Assets", "documented-qr.png");

    public static byte[] Bytes => File.ReadAllBytes(Path);

    public static string DataUri => "data:image/png;base64," + Convert.ToBase64String(Bytes);
}
