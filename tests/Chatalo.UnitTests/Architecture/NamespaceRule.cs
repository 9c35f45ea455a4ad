namespace Chatalo.UnitTests.Architecture;

/// <summary>Which namespace the types of a folder are in.</summary>
internal static class NamespaceRule
{
    // Chatalo.Emulator.Engine is an assembly of its own, so that the program and the engine have different names; its namespace is the program's.
    private static readonly Dictionary<string, string> Roots = new(StringComparer.Ordinal)
    {
        ["src/Chatalo.Emulator.Engine"] = "Chatalo.Emulator",
    };

    /// <summary>
    /// The folder's own; a public type may be in that of the project, whatever its folder: users write <c>[Chatalo.Device]</c>, and need not know our folders.
    /// </summary>
    public static bool Allows(string project, SourceType type)
    {
        var root = Roots.GetValueOrDefault(project) ?? project["src/".Length..];
        var own = type.Folder.Length == 0 ? root : $"{root}.{type.Folder.Replace('/', '.')}";
        return type.Namespace == own || (type.IsPublic && type.Namespace == root);
    }
}
