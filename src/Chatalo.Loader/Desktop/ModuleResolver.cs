using System.Reflection;

namespace Chatalo.Loader;

/// <summary>
/// Finds for the module's assemblies what lies beside them, whatever version they ask for. .NET Framework takes the exact version only,
/// and the libraries were built against different ones of each other; a program would say so in its configuration, which is not ours.
/// Nobody else is answered: the event is the whole process's.
/// </summary>
internal sealed class ModuleResolver
{
    private readonly string _folder;

    /// <summary>A resolver for what lies in a folder.</summary>
    /// <param name="folder">The folder that holds Chatalo.dll and its dependencies.</param>
    public ModuleResolver(string folder) => _folder = Path.GetFullPath(folder);

    /// <summary>Handles <see cref="AppDomain.AssemblyResolve"/>.</summary>
    /// <param name="sender">Not used.</param>
    /// <param name="args">What is asked for, and by whom.</param>
    /// <returns>The assembly, or null for what is not ours.</returns>
    public Assembly? Resolve(object? sender, ResolveEventArgs args)
    {
        var asked = new AssemblyName(args.Name);
        var path = Path.Combine(_folder, asked.Name + ".dll");
        if (!File.Exists(path))
        {
            return null;
        }

        // Who asks is known, except when code asks by name: that is given nothing older than what it wants.
        var answers = args.RequestingAssembly is { } asker ? IsOurs(asker) : asked.Version is null || AssemblyName.GetAssemblyName(path).Version >= asked.Version;
        return answers ? Assembly.LoadFrom(path) : null;
    }

    private bool IsOurs(Assembly assembly) => !assembly.IsDynamic
        && string.Equals(Path.GetDirectoryName(assembly.Location), _folder, StringComparison.OrdinalIgnoreCase);
}
