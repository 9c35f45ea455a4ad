using System.Diagnostics;
using System.IO.Compression;
using System.Reflection;
using System.Reflection.Emit;
using System.Xml.Linq;
using Chatalo.UnitTests.Conventions;

namespace Chatalo.UnitTests.Packages;

/// <summary>What <c>dotnet build src/Chatalo.Package -t:Package</c> makes of the built module.</summary>
public sealed class PackageTests : IClassFixture<PackageTests.Packed>
{
    private const int LongestPathOfAzure = 140;
    private const int LargestFileOfAzure = 100 * 1024 * 1024;

    private readonly Packed _packed;

    public PackageTests(Packed packed) => _packed = packed;

    [Fact]
    public void The_zip_has_the_shape_that_Azure_Automation_imports()
    {
        using var zip = ZipFile.OpenRead(_packed.Zip);
        var names = zip.Entries.Select(static e => e.FullName).ToList();

        Assert.Contains("Chatalo/Chatalo.psd1", names);
        Assert.Contains("Chatalo/en-US/Chatalo.dll-Help.xml", names);
        Assert.All(names, static n => Assert.StartsWith("Chatalo/", n, StringComparison.Ordinal));
        Assert.All(names, static n => Assert.InRange(n.Length, 1, LongestPathOfAzure));
        Assert.DoesNotContain(names, static n => n.Contains("System.Management.Automation", StringComparison.Ordinal));
        Assert.InRange(new FileInfo(_packed.Zip).Length, 1, LargestFileOfAzure);
    }

    [Fact]
    public async Task The_zip_alone_runs_the_demo()
    {
        var empty = Directory.CreateDirectory(Path.Combine(_packed.Folder, "unpacked"));
        ZipFile.ExtractToDirectory(_packed.Zip, empty.FullName);

        // The demonstration ends with an error unless every message was sent.
        var (exitCode, output, error) = await PowerShellProcess.RunAsync(
            "-Command", $"Import-Module '{Path.Combine(empty.FullName, "Chatalo")}'; & '{Path.Combine(Repository.Root, "src", "Chatalo.Host", "demo.ps1")}'");

        Assert.True(exitCode == 0, output + error);
        Assert.Contains("Halo Siti", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_zip_imports_where_another_json_library_is_loaded()
    {
        var folder = Directory.CreateDirectory(Path.Combine(_packed.Folder, "beside"));
        ZipFile.ExtractToDirectory(_packed.Zip, folder.FullName);
        var other = new PersistedAssemblyBuilder(new AssemblyName("System.Text.Json") { Version = new Version(99, 0) }, typeof(object).Assembly);
        other.DefineDynamicModule("System.Text.Json");
        other.Save(Path.Combine(folder.FullName, "System.Text.Json.dll"));
        var script = Path.Combine(folder.FullName, "import.ps1");
        await File.WriteAllTextAsync(script, """
            $ErrorActionPreference = 'Stop'
            $null = [System.Reflection.Assembly]::LoadFile("$PSScriptRoot/System.Text.Json.dll")
            @([AppDomain]::CurrentDomain.GetAssemblies() | ForEach-Object GetName | Where-Object { $_.Name -eq 'System.Text.Json' -and $_.Version.Major -eq 99 }).Count -gt 0
            Import-Module $PSScriptRoot/Chatalo
            (Get-Module Chatalo).ModuleBase -eq "$PSScriptRoot/Chatalo".Replace('/', [System.IO.Path]::DirectorySeparatorChar)
            $null = Start-ChataloEmulator | Connect-Chatalo -Device 'Andi - CS'
            (Send-ChataloMessage 081234567890 Halo).Outcome.ToString()
            """);

        var (exitCode, output, error) = await PowerShellProcess.RunAsync("-File", script);

        Assert.Equal((0, ""), (exitCode, error));
        Assert.Equal(["True", "True", "Sent"], output.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public void The_package_for_the_gallery_says_what_it_is()
    {
        using var package = ZipFile.OpenRead(_packed.Nupkg);
        using var stream = package.GetEntry("Chatalo.nuspec")!.Open();
        var metadata = XDocument.Load(stream).Root!.Elements().First().Elements().ToLookup(static e => e.Name.LocalName, static e => e.Value);

        Assert.NotNull(package.GetEntry("Chatalo.psd1"));
        Assert.NotNull(package.GetEntry("bin/Core/Chatalo.dll"));
        Assert.NotNull(package.GetEntry("bin/Core/runtimes/win-x64/lib/Chatalo.dll"));
        Assert.NotNull(package.GetEntry("bin/Core/runtimes/linux-x64/lib/Chatalo.dll"));
        Assert.NotNull(package.GetEntry("bin/Desktop/Chatalo.dll"));
        Assert.Equal("Chatalo", metadata["id"].Single());
        Assert.Equal("MIT", metadata["license"].Single());
        var tags = metadata["tags"].Single().Split(' ');
        Assert.Contains("PSModule", tags);
        Assert.Equal(Repository.Files("docs/en-US", "*.md").Select(static page => "PSCmdlet_" + Path.GetFileNameWithoutExtension(page)), tags.Where(static t => t.StartsWith("PSCmdlet_", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        // What is longer, a gallery refuses.
        Assert.InRange(metadata["tags"].Single().Length, 1, 4000);
        Assert.Contains("### Added", metadata["releaseNotes"].Single(), StringComparison.Ordinal);
        Assert.Empty(metadata["dependencies"]);
        Assert.NotNull(package.GetEntry(metadata["icon"].Single()));
    }

    /// <summary>The packages, made once, in a folder of their own.</summary>
    public sealed class Packed : IDisposable
    {
        public Packed()
        {
            var project = Path.Combine(Repository.Root, "src", "Chatalo.Package");
            var start = new ProcessStartInfo("dotnet", ["build", project, "-t:Package", "-v:q", "-nodeReuse:false", "-p:UseBuiltModule=true", $"-p:PackageFolder={Folder}/", $"-p:StagingFolder={Folder}/staging/"])
            {
                RedirectStandardOutput = true,
            };
            using var build = Process.Start(start)!;
            var said = build.StandardOutput.ReadToEnd();
            build.WaitForExit();
            Assert.True(build.ExitCode == 0, said);
        }

        public string Folder { get; } = Directory.CreateTempSubdirectory("chatalo-package-").FullName;

        public string Zip => Path.Combine(Folder, "Chatalo.zip");

        public string Nupkg => Assert.Single(Directory.GetFiles(Folder, "Chatalo.*.nupkg"));

        public void Dispose()
        {
            try
            {
                Directory.Delete(Folder, recursive: true);
            }
            catch (UnauthorizedAccessException)
            {
                // Windows keeps assemblies that were loaded; the system clears its folder of temporary files.
            }
        }
    }
}
