using System.Text;

namespace Chatalo.Files;

/// <summary>
/// Writes files that somebody else named or filled: always inside the folder asked for, whole or not at all, and never over another
/// file without leave.
/// </summary>
internal static class AtomicFile
{
    private const int LongestName = 100;

    // A file system's name has 255 bytes (255 characters on Windows); an extension and a number may still be added.
    private const int LongestNameBytes = 200;

    // Windows gives these names to devices, with any extension.
    private static readonly HashSet<string> Reserved = new(
        ["CON", "PRN", "AUX", "NUL", .. Enumerable.Range(1, 9).SelectMany(i => new[] { "COM" + i, "LPT" + i })], StringComparer.OrdinalIgnoreCase);

    /// <summary>A file name of harmless characters, without any path; <paramref name="fallback"/> when nothing is left.</summary>
    public static string CleanName(string? name, string fallback)
    {
        var clean = new string((name ?? "").Select(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.' or ' ' ? c : '_').ToArray()).Trim(' ', '.', '_');
        if (clean.Length > LongestName || Encoding.UTF8.GetByteCount(clean) > LongestNameBytes)
        {
            clean = Cut(clean).TrimEnd(' ', '.');
        }

        var stem = clean.Split('.')[0].Trim();
        return clean.Length == 0 || Reserved.Contains(stem) ? fallback : clean;
    }

    /// <summary>The path in the folder; the folder is made when it is missing.</summary>
    /// <exception cref="ChataloException">The folder cannot be made.</exception>
    public static string InFolder(string folder, string name)
    {
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            throw new ChataloException(ErrorKind.InvalidInput, $"'{folder}' cannot be made a folder: {e.Message}", "Give another -Destination.", innerException: e);
        }

        return Path.Combine(folder, Path.GetFileName(name));
    }

    /// <summary>Writes through a file beside the target, so that a broken download leaves nothing half.</summary>
    /// <exception cref="ChataloException">The file is there already, or cannot be written.</exception>
    public static async Task<FileInfo> WriteAsync(string path, bool force, Func<Stream, Task> write)
    {
        TargetFile.Check(path, force);
        // A name of its own: that of the target may be as long as a name can be.
        var part = Path.Combine(Path.GetDirectoryName(path) ?? "", $".chatalo-{Guid.NewGuid():N}.part");
        OpenParts.Add(part);
        try
        {
            using (var file = new FileStream(part, FileMode.CreateNew, FileAccess.Write, FileShare.None, 81920, useAsync: true))
            {
                await write(file).ConfigureAwait(false);
            }

            TargetFile.Check(path, force);
            Move(part, path, force);
            return new FileInfo(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            throw new ChataloException(ErrorKind.InvalidInput, $"'{path}' cannot be written: {e.Message}", "Check the folder and its permissions.", innerException: e);
        }
        finally
        {
            OpenParts.Remove(part);
        }
    }

    private static string Cut(string name)
    {
        var length = Math.Min(name.Length, LongestName);
        while (Encoding.UTF8.GetByteCount(name.Substring(0, length)) > LongestNameBytes || char.IsHighSurrogate(name[length - 1]))
        {
            length--;
        }

        return name.Substring(0, length);
    }

    private static void Move(string from, string to, bool force)
    {
#if NET8_0_OR_GREATER
        File.Move(from, to, force);
#else
        if (force && File.Exists(to))
        {
            File.Replace(from, to, null);
            return;
        }

        File.Move(from, to);
#endif
    }
}
