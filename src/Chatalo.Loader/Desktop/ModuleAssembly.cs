using System.Reflection;

namespace Chatalo.Loader;

/// <summary>Chatalo.dll, as Windows PowerShell loads it.</summary>
internal static class ModuleAssembly
{
    /// <summary>Loads it, and from then on what it needs.</summary>
    /// <param name="folder">The folder that holds Chatalo.dll and its dependencies.</param>
    /// <returns>The assembly with the cmdlets.</returns>
    public static Assembly Load(string folder)
    {
        AppDomain.CurrentDomain.AssemblyResolve += new ModuleResolver(folder).Resolve;
        return Assembly.LoadFrom(Path.Combine(folder, "Chatalo.dll"));
    }
}
