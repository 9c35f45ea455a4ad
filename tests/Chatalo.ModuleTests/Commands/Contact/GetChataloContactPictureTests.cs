using System.Management.Automation;
using Chatalo.Emulator;
using Chatalo.ModuleTests.Engine;

namespace Chatalo.ModuleTests.Commands.Contact;

/// <summary>Profile pictures: where they are, and saved.</summary>
public sealed class GetChataloContactPictureTests : IDisposable
{
    private readonly EmulatedSession _chat = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("chatalo-").FullName;

    [Fact]
    public void It_shows_where_the_picture_is()
    {
        var picture = _chat.Invoke("Get-ChataloContactPicture 081234567891").Single();

        Assert.Equal("Chatalo.ContactPicture", picture.BaseObject.GetType().FullName);
        Assert.Equal("+6281234567891", picture.Properties["Number"].Value);
        Assert.EndsWith("/files/6281234567891", (string)picture.Properties["Url"].Value, StringComparison.Ordinal);
    }

    [Fact]
    public void It_is_saved_as_the_file_asked_for()
    {
        var file = Path.Combine(_folder, "me.png");

        var saved = _chat.Invoke("Get-ChataloContactPicture 081234567891 -OutFile $file", ("file", file)).Single();

        Assert.Equal(file, Assert.IsType<FileInfo>(saved.BaseObject).FullName);
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], File.ReadAllBytes(file)[..4]);
    }

    [Fact]
    public void Contacts_are_saved_in_a_folder_by_their_numbers()
    {
        var run = _chat.Invoke("Get-ChataloContact -First 3 | Get-ChataloContactPicture -Destination $folder", ("folder", Path.Combine(_folder, "new"))).Ok();

        Assert.Equal(3, run.Output.Count);
        Assert.Contains(Path.Combine(_folder, "new", "6287858270101.png"), run.Values<FileInfo>().Select(static f => f.FullName));
    }

    [Fact]
    public void The_keys_do_not_go_where_the_picture_is()
    {
        // Only the gateway's own answer says where that is, and it may be anybody's machine.
        using var elsewhere = EmulatorServer.Start();
        _chat.Fault(new FaultRule
        {
            Kind = FaultKind.Status,
            StatusCode = 200,
            Path = "/contacts/picture",
            Body = $$$"""{"data":{"number":"6281234567891","url":"{{{elsewhere.BaseUri}}}/profile"},"meta":{"code":200}}""",
        });

        _chat.Invoke("Get-ChataloContactPicture 081234567891 -Destination $folder", ("folder", _folder)).OneError("Chatalo.NotFound", ErrorCategory.ObjectNotFound);

        Assert.Equal(403, Assert.Single(elsewhere.Requests).StatusCode);
        Assert.Empty(Directory.GetFileSystemEntries(_folder));
    }

    [Theory]
    [InlineData("file:///etc/passwd")]
    [InlineData("http://192.0.2.7/picture.png")]
    [InlineData("ftp://192.0.2.7/picture.png")]
    [InlineData("../../etc/passwd")]
    public void An_address_that_is_not_https_is_not_fetched(string url)
    {
        _chat.Fault(new FaultRule { Kind = FaultKind.Status, StatusCode = 200, Body = $$$"""{"data":{"number":"6281234567891","url":"{{{url}}}"},"meta":{"code":200}}""" });

        _chat.Invoke("Get-ChataloContactPicture 081234567891 -Destination $folder", ("folder", _folder))
            .OneError("Chatalo.UnexpectedAnswer", ErrorCategory.ProtocolError);

        Assert.Empty(Directory.GetFileSystemEntries(_folder));
    }

    [Theory]
    [InlineData("../../6281234567891")]
    [InlineData("/tmp/x")]
    [InlineData("C:\\\\x")]
    [InlineData("CON")]
    [InlineData("a\\u0000b")]
    public void The_number_in_the_answer_does_not_lead_out_of_the_folder(string number)
    {
        var inside = Path.Combine(_folder, "inside");
        var body = $$$"""{"data":{"number":"{{{number}}}","url":"{{{_chat.Gateway.BaseUri.GetLeftPart(UriPartial.Authority)}}}/files/6281234567891"},"meta":{"code":200}}""";
        _chat.Fault(new FaultRule { Kind = FaultKind.Status, StatusCode = 200, Path = "/contacts/picture", Body = body });

        var saved = _chat.Invoke("Get-ChataloContactPicture 081234567891 -Destination $folder", ("folder", inside)).Single();

        Assert.Equal(inside, Assert.IsType<FileInfo>(saved.BaseObject).DirectoryName);
        Assert.Equal([inside], Directory.GetFileSystemEntries(_folder));
    }

    [Fact]
    public void Without_a_picture_it_says_so()
    {
        Assert.Null(_chat.Invoke("Get-ChataloContactPicture 081234560000").Single().Properties["Url"].Value);

        _chat.Invoke("Get-ChataloContactPicture 081234560000 -Destination $folder", ("folder", _folder)).OneError("Chatalo.NotFound", ErrorCategory.ObjectNotFound);
    }

    [Fact]
    public void A_file_that_is_there_stays_without_force()
    {
        var file = Path.Combine(_folder, "me.png");
        File.WriteAllText(file, "mine");

        _chat.Invoke("Get-ChataloContactPicture 081234567891 -OutFile $file", ("file", file)).OneError("Chatalo.InvalidInput", ErrorCategory.InvalidArgument);
        Assert.Equal("mine", File.ReadAllText(file));

        _chat.Invoke("Get-ChataloContactPicture 081234567891 -OutFile $file -Force").Ok();
        Assert.NotEqual("mine", File.ReadAllText(file));
    }

    public void Dispose()
    {
        _chat.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
