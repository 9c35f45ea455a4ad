using System.Management.Automation;
using Chatalo.Emulator;
using Chatalo.ModuleTests.Engine;

namespace Chatalo.ModuleTests.Commands.Message;

/// <summary>Media of incoming messages: what strangers named and filled, so always inside the folder, whole or not at all.</summary>
public sealed class SaveChataloMediaTests : IDisposable
{
    private const string Save = "Save-ChataloMedia $media -Destination $folder";

    private readonly EmulatedSession _chat = new();
    private readonly string _root = Directory.CreateTempSubdirectory("chatalo-").FullName;
    private readonly string _folder;

    public SaveChataloMediaTests()
    {
        _folder = Path.Combine(_root, "media");
        _chat.Invoke("0", ("media", EmulatorServer.SampleFileEncoded), ("folder", _folder));
    }

    private string[] Saved => Directory.Exists(_folder) ? Directory.GetFileSystemEntries(_folder) : [];

    [Fact]
    public void It_is_saved_under_a_name_of_its_own_and_the_extension_of_its_type()
    {
        var file = Assert.IsType<FileInfo>(_chat.Invoke(Save).Single().BaseObject);

        Assert.Equal([file.FullName], Saved);
        Assert.Matches("^media-[0-9a-f]{16}[.]png$", file.Name);
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], File.ReadAllBytes(file.FullName)[..4]);
    }

    [Fact]
    public void A_message_is_piped_in() => Assert.Equal(
        "photo.png",
        _chat.Invoke("[pscustomobject]@{ DeviceId = $device; FileEncoded = $media; FileName = 'photo.exe' } | Save-ChataloMedia -Destination $folder", ("device", EmulatorServer.ReadyDeviceId))
            .Single().Properties["Name"].Value);

    [Theory]
    [InlineData("../../x")]
    [InlineData("..\\..\\x")]
    [InlineData("/etc/passwd")]
    [InlineData("C:\\Windows\\x")]
    [InlineData("\\\\server\\share\\x")]
    [InlineData("CON")]
    [InlineData("con.txt")]
    [InlineData("LPT1")]
    [InlineData("..")]
    [InlineData(".")]
    [InlineData("...")]
    [InlineData("a\0b")]
    [InlineData("a\r\nb")]
    [InlineData("a:b")]
    [InlineData("a\u202Egnp.exe")]
    [InlineData(".bashrc")]
    [InlineData("")]
    public void A_hostile_name_stays_in_the_folder_and_harmless(string name)
    {
        var file = Assert.IsType<FileInfo>(_chat.Invoke(Save + " -FileName $name", ("name", name)).Single().BaseObject);

        Assert.Equal([file.FullName], Saved);
        Assert.Equal([_folder], Directory.GetFileSystemEntries(_root));
        Assert.Matches("^[A-Za-z0-9][A-Za-z0-9 ._-]*[.]png$", file.Name);
        Assert.DoesNotMatch("(?i)^(con|prn|aux|nul|com[0-9]|lpt[0-9])[.]", file.Name);
    }

    [Fact]
    public void A_name_as_long_as_a_book_is_cut()
    {
        var file = Assert.IsType<FileInfo>(_chat.Invoke(Save + " -FileName $name", ("name", new string('a', 5000))).Single().BaseObject);

        Assert.InRange(file.Name.Length, 5, 120);
    }

    [Theory]
    [InlineData("application/x-msdownload")]
    [InlineData("image/../../../x")]
    [InlineData("application/x-sh; name=\"../../x.sh\"")]
    [InlineData("nonsense")]
    public void A_type_that_nobody_knows_becomes_bin(string type)
    {
        var media = _chat.Gateway.AddMedia([1, 2, 3], type);

        var file = Assert.IsType<FileInfo>(_chat.Invoke("Save-ChataloMedia $other -Destination $folder -FileName run.exe", ("other", media)).Single().BaseObject);

        Assert.Equal("run.bin", file.Name);
        Assert.Equal([_folder], Directory.GetFileSystemEntries(_root));
        Assert.Equal([1, 2, 3], File.ReadAllBytes(file.FullName));
    }

    [Theory]
    [InlineData("audio/ogg; codecs=opus", "x.ogg")]
    [InlineData("IMAGE/JPEG", "x.jpg")]
    [InlineData("application/pdf", "x.pdf")]
    public void The_extension_is_of_the_type_and_not_of_the_sender(string type, string name)
    {
        var media = _chat.Gateway.AddMedia([1], type);

        Assert.Equal(name, _chat.Invoke("Save-ChataloMedia $other -Destination $folder -FileName x.scr", ("other", media)).Single().Properties["Name"].Value);
    }

    [Fact]
    public void A_file_that_is_there_stays_without_force()
    {
        _chat.Invoke(Save + " -FileName a").Ok();
        File.WriteAllText(Path.Combine(_folder, "a.png"), "mine");

        _chat.Invoke(Save + " -FileName a").OneError("Chatalo.InvalidInput", ErrorCategory.InvalidArgument);
        Assert.Equal("mine", File.ReadAllText(Path.Combine(_folder, "a.png")));

        _chat.Invoke(Save + " -FileName a -Force").Ok();
        Assert.NotEqual("mine", File.ReadAllText(Path.Combine(_folder, "a.png")));
        Assert.Single(Saved);
    }

    [Fact]
    public void A_broken_download_leaves_nothing()
    {
        var media = _chat.Gateway.AddMedia(new byte[1_000_000], "image/jpeg");
        _chat.Fault(new FaultRule { Kind = FaultKind.Truncate, Path = "/messages/download" });

        var run = _chat.Invoke("Save-ChataloMedia $other -Destination $folder -FileName big", ("other", media));

        Assert.Contains(Assert.Single(run.ErrorIds), new[] { "Chatalo.Unreachable", "Chatalo.UnexpectedAnswer" });
        Assert.Empty(run.Output);
        Assert.Empty(Saved);
    }

    [Theory]
    [InlineData(FaultKind.Html)]
    [InlineData(FaultKind.Empty)]
    public void A_page_in_the_place_of_media_is_not_saved(FaultKind kind)
    {
        _chat.Fault(new FaultRule { Kind = kind, Path = "/messages/download" });

        _chat.Invoke(Save).OneError("Chatalo.UnexpectedAnswer", ErrorCategory.ProtocolError);

        Assert.Empty(Saved);
    }

    [Fact]
    public void Media_that_is_gone_is_not_found()
    {
        var error = _chat.Invoke("Save-ChataloMedia nothing -Destination $folder").OneError("Chatalo.NotFound", ErrorCategory.ObjectNotFound);

        Assert.StartsWith("Pass the message itself on", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);

        Assert.Empty(Saved);
    }

    [Fact]
    public void A_message_without_media_is_an_error_for_it_alone()
    {
        var run = _chat.Invoke("$null, $media | ForEach-Object { [pscustomobject]@{ FileEncoded = $_ } } | Save-ChataloMedia -Destination $folder");

        Assert.Single(run.Output);
        run.OneError("Chatalo.InvalidInput", ErrorCategory.InvalidArgument);
    }

    [Fact]
    public void WhatIf_saves_nothing()
    {
        Assert.Empty(_chat.Invoke(Save + " -WhatIf").Ok().Output);

        Assert.Empty(_chat.Asked);
        Assert.Empty(Saved);
    }

    [Fact]
    public void A_destination_is_relative_to_the_current_location()
    {
        var run = _chat.Invoke("$null = $ExecutionContext.SessionState.Path.SetLocation($root); Save-ChataloMedia $media -Destination here -FileName a", ("root", _root));

        Assert.Equal(Path.Combine(_root, "here", "a.png"), Assert.IsType<FileInfo>(run.Single().BaseObject).FullName);
    }

    [Fact]
    public void A_place_that_is_no_folder_is_an_error()
    {
        File.WriteAllText(_folder, "a file");

        _chat.Invoke(Save).OneError("Chatalo.InvalidInput", ErrorCategory.InvalidArgument);
        _chat.Invoke("Save-ChataloMedia $media -Destination Env:\\x").OneError("Chatalo.InvalidInput", ErrorCategory.InvalidArgument);
    }

    public void Dispose()
    {
        _chat.Dispose();
        Directory.Delete(_root, recursive: true);
    }
}
