namespace Chatalo.Files;

/// <summary>
/// Writes files that somebody else named or filled: always inside the folder asked for, whole or not at all, and never over another
/// file without leave.
/// </summary>
internal static class SafeFile
{
    private const int LongestName = 100;

    // Windows gives these names to devices, with any extension.
    private static readonly HashSet<string> Reserved = new(
        ["CON", "PRN", "AUX", "NUL", .. Enumerable.Range(1, 9).SelectMany(i => new[] { "COM" + i, "LPT" + i })], StringComparer.OrdinalIgnoreCase);

    /// <summary>A file name of harmless characters, without any path; <paramref name="fallback"/> when nothing is left.</summary>
    public static string CleanName(string? name, string fallback)
    {
        var clean = new string((name ?? "").Select(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.' or ' ' ? c : '_').ToArray()).Trim(' ', '.', '_');
        if (clean.Length > LongestName)
        {
            clean = clean.Substring(0, LongestName).TrimEnd(' ', '.');
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
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new ChataloException(ErrorKind.InvalidInput, $"'{folder}' cannot be made a folder: {e.Message}", "Give another -Destination.", innerException: e);
        }

        return Path.Combine(folder, Path.GetFileName(name));
    }

    /// <summary>Writes through a file beside the target, so that a broken download leaves nothing half.</summary>
    /// <exception cref="ChataloException">The file is there already, or cannot be written.</exception>
    public static async Task<FileInfo> WriteAsync(string path, bool force, Func<Stream, Task> write)
    {
        Refuse(path, force);
        var part = $"{path}.{Guid.NewGuid():N}.part";
        try
        {
            using (var file = new FileStream(part, FileMode.CreateNew, FileAccess.Write, FileShare.None, 81920, useAsync: true))
            {
                await write(file).ConfigureAwait(false);
            }

            Refuse(path, force);
            Move(part, path, force);
            return new FileInfo(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new ChataloException(ErrorKind.InvalidInput, $"'{path}' cannot be written: {e.Message}", "Check the folder and its permissions.", innerException: e);
        }
        finally
        {
            if (File.Exists(part))
            {
                File.Delete(part);
            }
        }
    }

    private static void Refuse(string path, bool force)
    {
        if (Directory.Exists(path))
        {
            throw new ChataloException(ErrorKind.InvalidInput, $"'{path}' is a folder.", "Give a file's path.");
        }

        if (!force && File.Exists(path))
        {
            throw new ChataloException(ErrorKind.InvalidInput, $"'{path}' is there already.", "Give another name, or -Force to replace it.");
        }
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
