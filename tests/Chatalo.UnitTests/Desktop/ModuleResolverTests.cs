using System.Reflection;
using System.Runtime.Loader;
using Chatalo.UnitTests.Conventions;

namespace Chatalo.UnitTests.Desktop;

/// <summary>Windows PowerShell's loader answers for the module alone. It is netstandard2.0, so that this runtime can be asked as well.</summary>
public sealed class ModuleResolverTests
{
    private static readonly string Folder = Path.Combine(Repository.ModuleFolder, "bin", "Desktop");

    private static readonly Func<object?, ResolveEventArgs, Assembly?> Resolve = Create();

    [Theory]
    [InlineData("Microsoft.Bcl.TimeProvider")]
    [InlineData("Microsoft.Bcl.TimeProvider, Version=0.0.0.1, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51")]
    [InlineData("Microsoft.Bcl.TimeProvider, Version=99.0.0.0")]
    public void One_of_ours_gets_what_lies_beside_it_whatever_version_it_asks_for(string name)
    {
        var asker = OneOfOurs();

        Assert.Equal(Path.Combine(Folder, "Microsoft.Bcl.TimeProvider.dll"), Resolve(null, new ResolveEventArgs(name, asker))?.Location);
    }

    [Fact]
    public void Another_module_gets_nothing_from_us()
    {
        Assert.Null(Resolve(null, new ResolveEventArgs("Microsoft.Bcl.TimeProvider", typeof(ModuleResolverTests).Assembly)));
    }

    [Fact]
    public void What_does_not_lie_beside_us_is_not_ours()
    {
        var asker = OneOfOurs();

        Assert.Null(Resolve(null, new ResolveEventArgs("Newtonsoft.Json, Version=13.0.0.0", asker)));
    }

    [Theory]
    [InlineData("Microsoft.Bcl.TimeProvider", true)]
    [InlineData("Microsoft.Bcl.TimeProvider, Version=8.0.0.0", true)]
    [InlineData("Microsoft.Bcl.TimeProvider, Version=99.0.0.0", false)]
    public void Who_asks_by_name_gets_nothing_older_than_it_wants(string name, bool answered)
    {
        Assert.Equal(answered, Resolve(null, new ResolveEventArgs(name)) is not null);
    }

    // In a context of its own: the tests have a copy of it. Of what is asked for they have none.
    private static Assembly OneOfOurs() => new AssemblyLoadContext("Ours").LoadFromAssemblyPath(Path.Combine(Folder, "SQLitePCLRaw.batteries_v2.dll"));

    private static Func<object?, ResolveEventArgs, Assembly?> Create()
    {
        // Apart from PowerShell 7's loader, which has the same name.
        var loader = new AssemblyLoadContext("Desktop").LoadFromAssemblyPath(Path.Combine(Folder, "Chatalo.Loader.dll"));
        var resolver = Activator.CreateInstance(loader.GetType("Chatalo.Loader.ModuleResolver", throwOnError: true)!, Folder)!;
        return resolver.GetType().GetMethod("Resolve")!.CreateDelegate<Func<object?, ResolveEventArgs, Assembly?>>(resolver);
    }
}
