namespace Chatalo.Files;

/// <summary>File extensions for the media that WhatsApp carries. The extension comes from this table only, never from the sender.</summary>
internal static class MediaType
{
    private static readonly Dictionary<string, string> Extensions = new(StringComparer.OrdinalIgnoreCase)
    {
        ["image/jpeg"] = ".jpg", ["image/png"] = ".png", ["image/webp"] = ".webp", ["image/gif"] = ".gif",
        ["audio/ogg"] = ".ogg", ["audio/opus"] = ".opus", ["audio/mpeg"] = ".mp3", ["audio/mp4"] = ".m4a", ["audio/aac"] = ".aac", ["audio/amr"] = ".amr",
        ["video/mp4"] = ".mp4", ["video/3gpp"] = ".3gp", ["video/quicktime"] = ".mov",
        ["application/pdf"] = ".pdf", ["application/zip"] = ".zip", ["text/plain"] = ".txt", ["text/csv"] = ".csv", ["text/vcard"] = ".vcf",
        ["application/msword"] = ".doc", ["application/vnd.openxmlformats-officedocument.wordprocessingml.document"] = ".docx",
        ["application/vnd.ms-excel"] = ".xls", ["application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"] = ".xlsx",
        ["application/vnd.ms-powerpoint"] = ".ppt", ["application/vnd.openxmlformats-officedocument.presentationml.presentation"] = ".pptx",
    };

    /// <summary>The extension for a content type, with its dot; <c>.bin</c> for every other.</summary>
    public static string ExtensionFor(string? contentType)
        => contentType is not null && Extensions.TryGetValue(contentType.Split(';')[0].Trim(), out var extension) ? extension : ".bin";

    /// <summary>The content type of files with this extension, which begins with its dot; null where not known.</summary>
    public static string? OfExtension(string extension)
        => Extensions.FirstOrDefault(known => string.Equals(known.Value, extension, StringComparison.OrdinalIgnoreCase)).Key;
}
