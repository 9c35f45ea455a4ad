using System.Collections.Concurrent;
using System.Text;

namespace Chatalo.Emulator.State;

/// <summary>The files of incoming messages, and the profile pictures.</summary>
internal sealed class MediaStore
{
    private readonly ConcurrentDictionary<string, MediaFile> _files = new(StringComparer.Ordinal);

    public MediaStore() => _files[SampleData.FileEncoded] = new MediaFile(
        "1ee5b9a3-f5dc-46cb-b45c-000000000001", QrPicture.ToPng("A sample picture of the Chatalo emulator"), "image/png");

    /// <returns>The <c>file_encoded</c> by which it can be downloaded.</returns>
    public string Add(byte[] bytes, string contentType)
    {
        var file = new MediaFile(Guid.NewGuid().ToString(), bytes, contentType);

        // The gateway gives what Laravel's encrypter makes: an opaque text that begins like this one.
        var encoded = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{{\"iv\":\"{Guid.NewGuid():n}\",\"value\":\"{file.Id}\",\"mac\":\"\",\"tag\":\"\"}}"));
        _files[encoded] = file;
        return encoded;
    }

    public MediaFile? FindEncoded(string? fileEncoded) => fileEncoded is not null && _files.TryGetValue(fileEncoded, out var file) ? file : null;

    /// <param name="id">What follows <c>/files/</c>: the id of a file, or the number of a person, who then has a picture.</param>
    public MediaFile? FindFile(string id) =>
        _files.Values.FirstOrDefault(file => string.Equals(file.Id, id, StringComparison.OrdinalIgnoreCase))
        ?? (IsNumber(id) ? new MediaFile(id, QrPicture.ToPng($"https://wa.me/{id}"), "image/png") : null);

    private static bool IsNumber(string id) => id.Length is > 0 and <= 20 && id.All(c => c is >= '0' and <= '9');
}
