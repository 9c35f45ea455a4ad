namespace Chatalo.Files;

/// <summary>A temporary file that only this user can read: who has a code's picture can link the account.</summary>
internal static class PrivateFile
{
    /// <summary>Writes the file; null where the system does not let it.</summary>
    /// <returns>The full path.</returns>
    public static string? TryWrite(byte[] bytes, string extension)
    {
        var path = Path.Combine(Path.GetTempPath(), $"chatalo-{Guid.NewGuid():N}{extension}");
        try
        {
            using var file = Create(path);
            file.Write(bytes, 0, bytes.Length);
            return path;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Deletes it; one that somebody has opened stays.</summary>
    public static void TryDelete(string? path)
    {
        try
        {
            if (path is not null)
            {
                File.Delete(path);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The code in it ends within a minute.
        }
    }

#if NET8_0_OR_GREATER
    private static FileStream Create(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new FileStream(path, options);
    }
#else
    // Windows PowerShell alone: the temporary folder there is the user's own.
    private static FileStream Create(string path) => new(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);
#endif
}
