using System.Management.Automation;
using Chatalo.ModuleTests.Engine;

namespace Chatalo.ModuleTests.Commands.Contact;

/// <summary>Links that open a chat; they need no session.</summary>
public sealed class NewChataloChatLinkTests : IDisposable
{
    private readonly ModuleSession _session = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("chatalo-").FullName;

    [Theory]
    [InlineData("081234567891", "https://wa.me/6281234567891")]
    [InlineData("'+65 9123 4567'", "https://wa.me/6591234567")]
    [InlineData("91234567 -DefaultRegion SG", "https://wa.me/6591234567")]
    [InlineData("081234567891 'Halo & hi?'", "https://wa.me/6281234567891?text=Halo%20%26%20hi%3F")]
    public void It_gives_the_link(string parameters, string url)
    {
        var link = _session.Invoke("New-ChataloChatLink " + parameters).Single();

        Assert.Equal("Chatalo.ChatLink", link.BaseObject.GetType().FullName);
        Assert.Equal(url, link.Properties["Url"].Value);
    }

    [Fact]
    public void Its_code_is_saved_and_stays_without_force()
    {
        var file = Path.Combine(_folder, "link.svg");

        _session.Invoke("New-ChataloChatLink 081234567891 -OutFile $file", ("file", file)).Single();

        Assert.StartsWith("<", File.ReadAllText(file), StringComparison.Ordinal);
        _session.Invoke("New-ChataloChatLink 081234567891 -OutFile $file").OneError("Chatalo.InvalidInput", ErrorCategory.InvalidArgument);
    }

    [Fact]
    public void A_number_that_is_none_leaves_the_others()
    {
        var run = _session.Invoke("'081234567891', 'abc' | ForEach-Object { [pscustomobject]@{ Phone = $_ } } | New-ChataloChatLink");

        Assert.Single(run.Output);
        Assert.Equal("abc", run.OneError("Chatalo.InvalidInput", ErrorCategory.InvalidArgument).TargetObject);
    }

    public void Dispose()
    {
        _session.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
