using System.Diagnostics;
using System.Text;
using Chatalo.Files;

namespace Chatalo.UnitTests.Files;

/// <summary>Where files are written and where not.</summary>
public sealed class AtomicFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("chatalo-files").FullName;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_regular_file_is_replaced_only_with_leave(bool force)
    {
        var path = Path.Combine(_folder, "a.bin");
        await File.WriteAllTextAsync(path, "old");

        if (force)
        {
            await WriteAsync(path, true);
        }
        else
        {
            await RefusedAsync(path, false, "is there already");
        }

        Assert.Equal(force ? "new" : "old", await File.ReadAllTextAsync(path));
        Assert.Equal(["a.bin"], Names());
    }

    [Fact]
    public async Task A_device_a_pipe_a_link_and_a_folder_are_never_replaced()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var pipe = Path.Combine(_folder, "pipe");
        using (var made = Process.Start("mkfifo", [pipe]))
        {
            await made.WaitForExitAsync();
        }

        var file = Path.Combine(_folder, "file");
        await File.WriteAllTextAsync(file, "old");
        File.CreateSymbolicLink(Path.Combine(_folder, "link"), file);
        File.CreateSymbolicLink(Path.Combine(_folder, "dangling"), Path.Combine(_folder, "none"));
        Directory.CreateDirectory(Path.Combine(_folder, "folder"));

        await RefusedAsync("/dev/null", true, "not a regular file");
        await RefusedAsync(pipe, true, "not a regular file");
        await RefusedAsync(Path.Combine(_folder, "link"), true, "is a link");
        await RefusedAsync(Path.Combine(_folder, "dangling"), true, "is a link");
        await RefusedAsync(Path.Combine(_folder, "folder"), true, "is a folder");

        Assert.Equal("old", await File.ReadAllTextAsync(file));
        Assert.Equal(["dangling", "file", "folder", "link", "pipe"], Names());
    }

    [Fact]
    public async Task A_nul_in_a_path_is_said() => await RefusedAsync(Path.Combine(_folder, "a\0b"), true, "NUL");

    [Theory]
    [InlineData('漢', 80)]
    [InlineData('é', 100)]
    [InlineData('a', 300)]
    public async Task A_name_is_as_long_as_a_file_system_takes_it(char letter, int count)
    {
        var name = AtomicFile.CleanName(new string(letter, count), "x");

        Assert.InRange(Encoding.UTF8.GetByteCount(name), 100, 200);
        await WriteAsync(Path.Combine(_folder, name + ".docx"), false);
        // A path that somebody gave is taken up to what the system allows.
        await WriteAsync(Path.Combine(_folder, new string('b', 255)), false);
    }

    [Fact]
    public async Task A_write_that_fails_leaves_nothing()
    {
        var path = Path.Combine(_folder, "a.bin");

        await Assert.ThrowsAsync<ChataloException>(() => AtomicFile.WriteAsync(path, false, async file =>
        {
            await file.WriteAsync(new byte[10]);
            throw new IOException("No space left");
        }));

        Assert.Empty(Names());
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static Task WriteAsync(string path, bool force) => AtomicFile.WriteAsync(path, force, file => file.WriteAsync("new"u8.ToArray()).AsTask());

    private static async Task RefusedAsync(string path, bool force, string reason)
    {
        var error = await Assert.ThrowsAsync<ChataloException>(() => WriteAsync(path, force));
        Assert.Equal(ErrorKind.InvalidInput, error.Kind);
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
    }

    private string[] Names() => [.. Directory.GetFileSystemEntries(_folder).Select(p => Path.GetFileName(p)!).Order(StringComparer.Ordinal)];
}
