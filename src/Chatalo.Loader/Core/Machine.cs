using System.Runtime.InteropServices;

namespace Chatalo.Loader;

/// <summary>The machine, in the words of the folders that packages keep their files for it in.</summary>
internal static class Machine
{
    private static readonly (string System, string Prefix, string Suffix) Words =
        OperatingSystem.IsWindows() ? ("win", "", ".dll") :
        OperatingSystem.IsMacOS() ? ("osx", "lib", ".dylib") :
        (RuntimeInformation.RuntimeIdentifier.Contains("musl", StringComparison.Ordinal) ? "linux-musl" : "linux", "lib", ".so");

    /// <summary>Such as <c>linux-x64</c>.</summary>
    public static string Identifier { get; } = $"{Words.System}-{RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant()}";

    /// <summary>The file of a native library.</summary>
    public static string LibraryFile(string name) => Words.Prefix + name + Words.Suffix;
}
