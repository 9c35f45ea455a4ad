using Chatalo.ModuleTests.Engine;

namespace Chatalo.ModuleTests.Samples;

/// <summary>The scripts of docs/samples.</summary>
internal static class SampleScripts
{
    public static string Folder { get; } = Path.GetFullPath(Path.Combine(BuiltModule.Folder, "..", "..", "docs", "samples"));

    /// <summary>How a prompt calls one.</summary>
    public static string Call(string name) => $"& '{Path.Combine(Folder, name)}' ";
}
