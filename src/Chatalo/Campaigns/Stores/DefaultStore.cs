namespace Chatalo.Campaigns.Stores;

/// <summary>The store of a user who names none: a file in his local application data that only he can read.</summary>
internal static class DefaultStore
{
    public static string Path()
    {
        var data = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        if (data.Length == 0)
        {
            throw new ChataloException(
                ErrorKind.StoreUnavailable, "This user has no folder for application data, so there is no default store.", "Give -Store a path, or set CHATALO_STORE.");
        }

        return System.IO.Path.Combine(data, "Chatalo", "campaigns.db");
    }

    /// <summary>Makes the folder, for its owner only, if the file is the default one; other folders are the user's business.</summary>
    public static void EnsureFolder(string file)
    {
        var folder = System.IO.Path.GetDirectoryName(file);
        if (file != PathOrNull() || folder is null || Directory.Exists(folder))
        {
            return;
        }

#if NET8_0_OR_GREATER
        if (!OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            return;
        }
#endif
        // On Windows the local application data are closed to other users already.
        Directory.CreateDirectory(folder);
    }

    private static string? PathOrNull()
    {
        try
        {
            return Path();
        }
        catch (ChataloException)
        {
            return null;
        }
    }
}
