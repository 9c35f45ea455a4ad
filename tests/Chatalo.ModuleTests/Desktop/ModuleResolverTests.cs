using System.Reflection;
using System.Runtime.Loader;
using Chatalo.ModuleTests.Engine;

namespace Chatalo.ModuleTests.Desktop;

/// <summary>Windows PowerShell's loader answers for the module alone. It is netstandard2.0, so that this runtime can be asked as well.</summary>
public sealed class ModuleResolverTests
{
    private static readonly string Folder = Path.Combine(BuiltModule.Folder, "bin", "Desktop");

    private static readonly Func<object?, ResolveEventArgs, Assembly?> Resolve = Create();

    [Theory]
    [InlineData("StbImageSharp")]
    [InlineData("StbImageSharp, Version=0.0.0.1, Culture=neutral, PublicKeyToken=null")]
    [InlineData("StbImageSharp, Version=99.0.0.0")]
    public void One_of_ours_gets_what_lies_beside_it_whatever_version_it_asks_for(string name)
    {
        var asker = Assembly.LoadFrom(Path.Combine(Folder, "SQLitePCLRaw.batteries_v2.dll"));

        Assert.Equal(Path.Combine(Folder, "StbImageSharp.dll"), Resolve(null, new ResolveEventArgs(name, asker))?.Location);
    }

    [Fact]
    public void Another_module_gets_nothing_from_us()
    {
        Assert.Null(Resolve(null, new ResolveEventArgs("StbImageSharp", typeof(ModuleResolverTests).Assembly)));
    }

    [Fact]
    public void What_does_not_lie_beside_us_is_not_ours()
    {
        var asker = Assembly.LoadFrom(Path.Combine(Folder, "SQLitePCLRaw.batteries_v2.dll"));

        Assert.Null(Resolve(null, new ResolveEventArgs("Newtonsoft.Json, Version=13.0.0.0", asker)));
    }

    [Theory]
    [InlineData("StbImageSharp", true)]
    [InlineData("StbImageSharp, Version=2.0.0.0", true)]
    [InlineData("StbImageSharp, Version=99.0.0.0", false)]
    public void Who_asks_by_name_gets_nothing_older_than_it_wants(string name, bool answered)
    {
        Assert.Equal(answered, Resolve(null, new ResolveEventArgs(name)) is not null);
    }

    private static Func<object?, ResolveEventArgs, Assembly?> Create()
    {
        // Apart from PowerShell 7's loader, which has the same name.
        var loader = new AssemblyLoadContext("Desktop").LoadFromAssemblyPath(Path.Combine(Folder, "Chatalo.Loader.dll"));
        var resolver = Activator.CreateInstance(loader.GetType("Chatalo.Loader.ModuleResolver", throwOnError: true)!, Folder)!;
        return resolver.GetType().GetMethod("Resolve")!.CreateDelegate<Func<object?, ResolveEventArgs, Assembly?>>(resolver);
    }
}
