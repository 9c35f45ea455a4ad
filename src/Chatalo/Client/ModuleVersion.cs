using System.Reflection;

namespace Chatalo.Client;

/// <summary>The version that the manifest says, as it was built in.</summary>
internal static class ModuleVersion
{
    public static string Text { get; } = typeof(ModuleVersion).Assembly.GetName().Version?.ToString(3)
        ?? typeof(ModuleVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0";
}
