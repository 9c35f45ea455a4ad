using System.Reflection;
using System.Runtime.Loader;

namespace Chatalo.Loader;

/// <summary>
/// Loads Chatalo.dll and everything beside it away from the rest of the process, so that another version of
/// System.Text.Json, QRCoder or Npgsql already loaded by PowerShell or by another module changes nothing.
/// </summary>
internal sealed class ModuleLoadContext : AssemblyLoadContext
{
    private readonly string _folder;

    /// <summary>A context for what lies in a folder.</summary>
    /// <param name="folder">The folder that holds Chatalo.dll and its dependencies.</param>
    public ModuleLoadContext(string folder) : base("Chatalo", isCollectible: false) => _folder = folder;

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
        var path = Path.Combine(_folder, "runtimes", Machine.Identifier, "native", Machine.LibraryFile(unmanagedDllName));
        return File.Exists(path) ? LoadUnmanagedDllFromPath(path) : IntPtr.Zero;
    }
}
