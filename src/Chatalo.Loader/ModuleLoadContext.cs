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
    private static readonly Dictionary<string, Assembly> Loaded = new(StringComparer.Ordinal);

    private readonly string _folder;

    private ModuleLoadContext(string folder) : base("Chatalo", isCollectible: false) => _folder = folder;

    /// <summary>
    /// Loads <c>Chatalo.dll</c> from <paramref name="folder"/>, once per process and version: another version in another folder gets
    /// assemblies of its own, a copy of the same version shares those that are there.
    /// </summary>
    /// <param name="folder">The folder that holds Chatalo.dll and its dependencies.</param>
    /// <returns>The assembly with the cmdlets.</returns>
    public static Assembly LoadModule(string folder)
    {
        var full = Path.GetFullPath(folder);
        // Runspaces import at the same time, and must end with exactly one context.
        lock (Loaded)
        {
            if (!Loaded.TryGetValue(full, out var module))
            {
                var path = Path.Combine(full, "Chatalo.dll");
                module = SameVersion(path) ?? new ModuleLoadContext(full).LoadFromAssemblyPath(path);
                Loaded.Add(full, module);
            }

            return module;
        }
    }

    // The engine keeps what it knows of cmdlets' parameters by the full names of their types, whichever context these are of:
    // the same version loaded twice would be given the other's.
    private static Assembly? SameVersion(string path)
    {
        if (Loaded.Count == 0)
        {
            return null;
        }

        var name = AssemblyName.GetAssemblyName(path).FullName;
        foreach (var module in Loaded.Values)
        {
            if (module.FullName == name)
            {
                return module;
            }
        }

        return null;
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
