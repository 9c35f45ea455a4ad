using System.Reflection;
using System.Runtime.Loader;

namespace Chatalo.UnitTests.Qr;

/// <summary>QRCoder is built on System.Drawing.Common, which does not ship with the module and does not work outside Windows.</summary>
public class NoDrawingLibraryTests
{
    [BuiltModuleFact("Core")]
    public void Drawing_needs_no_System_Drawing_on_PowerShell_7() => DrawEverything("Core");

    [BuiltModuleFact("Desktop")]
    public void Drawing_needs_no_System_Drawing_on_Windows_PowerShell() => DrawEverything("Desktop");

    private static void DrawEverything(string edition)
    {
        var folder = BuiltModuleFactAttribute.Folder(edition);
        Assert.False(File.Exists(Path.Combine(folder, "System.Drawing.Common.dll")));

        var context = new FolderContext(folder);
        var module = context.LoadFromAssemblyPath(Path.Combine(folder, "Chatalo.dll"));
        Assert.DoesNotContain(context.Assemblies, IsLazy);

        object?[] arguments = ["d1", null, null, DocumentedPicture.DataUri];
        var code = Activator.CreateInstance(module.GetType("Chatalo.QrCode")!, arguments)!;
        var link = Activator.CreateInstance(module.GetType("Chatalo.ChatLink")!, "6281234567890", "Halo")!;
        foreach (var drawn in new[] { code, link })
        {
            Assert.NotEmpty((string)Call(drawn, "ToTerminalString", false, true));
            Assert.NotEmpty((string)Call(drawn, "ToTerminalString", true, true));
            Assert.NotEmpty((string)Call(drawn, "ToSvg", 4));
            Assert.NotEmpty((byte[])Call(drawn, "ToPng", 4));
        }

        // All of it was really loaded from the folder, and nothing was asked for that is not there.
        Assert.Equal(2, context.Assemblies.Count(IsLazy));
        Assert.DoesNotContain("System.Drawing.Common", context.Asked);
    }

    private static bool IsLazy(Assembly assembly) => assembly.GetName().Name is "QRCoder" or "StbImageSharp";

    private static object Call(object target, string method, params object[] arguments) => target.GetType().GetMethod(method)!.Invoke(target, arguments)!;

    private sealed class FolderContext(string folder) : AssemblyLoadContext(isCollectible: false)
    {
        public List<string> Asked { get; } = [];

        protected override Assembly? Load(AssemblyName assemblyName)
        {
            Asked.Add(assemblyName.Name!);
            var path = Path.Combine(folder, assemblyName.Name + ".dll");
            return File.Exists(path) ? LoadFromAssemblyPath(path) : null;
        }
    }
}
