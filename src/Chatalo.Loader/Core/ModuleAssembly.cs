using System.Reflection;

namespace Chatalo.Loader;

/// <summary>Chatalo.dll, as PowerShell 7 loads it.</summary>
internal static class ModuleAssembly
{
    /// <summary>Loads it, and from then on what it needs.</summary>
    /// <param name="folder">The folder that holds Chatalo.dll and its dependencies.</param>
    /// <returns>The assembly with the cmdlets.</returns>
    public static Assembly Load(string folder)
    {
        // The engine compares the cmdlets' names with those of the manifest by culture, and the first comparison of a process takes 8 ms
        // to build its rules: as long as loading the cmdlets, which it is done beside.
        ThreadPool.UnsafeQueueUserWorkItem(static _ => "a".Equals("b", StringComparison.CurrentCultureIgnoreCase), null);
        var compiledAhead = Path.Combine(folder, "runtimes", Machine.Identifier, "lib", "Chatalo.dll");
        return new ModuleLoadContext(folder).LoadFromAssemblyPath(File.Exists(compiledAhead) ? compiledAhead : Path.Combine(folder, "Chatalo.dll"));
    }
}
