using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Loader;

namespace Chatalo.Loader;

/// <summary>
/// Loads Chatalo.dll and everything beside it away from the rest of the process, so that another version of
/// System.Text.Json, QRCoder or Npgsql already loaded by PowerShell or by another module changes nothing.
/// </summary>
public sealed class ModuleLoadContext : AssemblyLoadContext
{
    // One context a folder: a second copy of the module in the same process gets assemblies of its own.
    private static readonly ConcurrentDictionary<string, Lazy<Assembly>> Loaded = new(StringComparer.Ordinal);

    private readonly string _folder;

    private ModuleLoadContext(string folder) : base("Chatalo", isCollectible: false) => _folder = folder;

    /// <summary>Loads <c>Chatalo.dll</c> from <paramref name="folder"/>, once per process and folder.</summary>
    /// <param name="folder">The folder that holds Chatalo.dll and its dependencies.</param>
    /// <returns>The assembly with the cmdlets.</returns>
    public static Assembly LoadModule(string folder)
    {
        var full = Path.GetFullPath(folder);
        // Lazy, because runspaces import at the same time and each folder must end with exactly one context.
        return Loaded.GetOrAdd(full, static f => new Lazy<Assembly>(
            () => new ModuleLoadContext(f).LoadFromAssemblyPath(Path.Combine(f, "Chatalo.dll")))).Value;
    }

    /// <inheritdoc />
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        if (assemblyName.Name is null)
        {
            return null;
        }

        // Only what lies beside the module is ours; the framework and PowerShell itself are shared.
        var path = Path.Combine(_folder, assemblyName.Name + ".dll");
        return File.Exists(path) ? LoadFromAssemblyPath(path) : null;
    }

    /// <inheritdoc />
    protected override IntPtr LoadUnmanagedDll(string unmanagedDllName)
    {
        foreach (var path in NativeCandidates(unmanagedDllName))
        {
            if (File.Exists(path))
            {
                return LoadUnmanagedDllFromPath(path);
            }
        }

        return IntPtr.Zero;
    }

    private IEnumerable<string> NativeCandidates(string name)
    {
        var architecture = RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant();
        var (systems, prefix, suffix) =
            RuntimeInformation.IsOSPlatform(OSPlatform.Windows) ? (new[] { "win" }, "", ".dll") :
            RuntimeInformation.IsOSPlatform(OSPlatform.OSX) ? (new[] { "osx" }, "lib", ".dylib") :
            RuntimeInformation.RuntimeIdentifier.Contains("musl", StringComparison.Ordinal) ? (new[] { "linux-musl" }, "lib", ".so") :
            (new[] { "linux", "linux-musl" }, "lib", ".so");

        return from system in systems
               from file in new[] { prefix + name + suffix, name + suffix, name }
               select Path.Combine(_folder, "runtimes", $"{system}-{architecture}", "native", file);
    }
}
