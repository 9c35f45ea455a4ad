using System.Management.Automation;
using Chatalo.ModuleTests.Engine;

namespace Chatalo.ModuleTests.Help;

/// <summary>Get-Help finds the help in the built module.</summary>
public sealed class GetHelpTests : IDisposable
{
    private readonly ModuleSession _session = new();

    [Fact]
    public void Every_cmdlet_has_help_of_its_own()
    {
        foreach (var page in HelpPage.All)
        {
            var help = _session.Invoke("Get-Help $name -Full", ("name", page.Cmdlet)).Single();

            // Without help the engine writes the syntax where the synopsis would be.
            Assert.Equal(page.Section("SYNOPSIS"), Text(help, "Synopsis"));
            Assert.Equal(page.Examples.Count, _session.Invoke("(Get-Help $name).examples.example").Ok().Output.Count);
        }
    }

    [Theory]
    [InlineData("-Full", "PARAMETERS")]
    [InlineData("-Examples", "Halo $($_.Nama)")]
    [InlineData("-Detailed", "-ThrottleLimit")]
    public void Help_is_shown_in_each_length(string how, string expected) =>
        Assert.Contains(expected, _session.Text($"Get-Help Send-ChataloMessage {how}"), StringComparison.Ordinal);

    [Fact]
    public void A_parameter_is_explained() =>
        Assert.Contains("as people write it", _session.Text("Get-Help Send-ChataloMessage -Parameter Number"), StringComparison.Ordinal);

    [Fact]
    public void The_page_online_is_known() => Assert.Equal(
        "https://github.com/chatalo/chatalo-powershell/blob/main/docs/en-US/Send-ChataloMessage.md",
        _session.Invoke("(Get-Help Send-ChataloMessage).relatedLinks.navigationLink[0].uri").Single().ToString());

    [Theory]
    [InlineData("about_Chatalo")]
    [InlineData("about_Chatalo_Sessions")]
    [InlineData("about_Chatalo_Sending")]
    [InlineData("about_Chatalo_Campaigns")]
    [InlineData("about_Chatalo_SafeSending")]
    [InlineData("about_Chatalo_Webhooks")]
    [InlineData("about_Chatalo_AzureAutomation")]
    [InlineData("about_Chatalo_Emulator")]
    public void An_about_topic_is_found(string topic)
    {
        var help = _session.Invoke("Get-Help $name", ("name", topic)).Single();

        Assert.Equal("HelpFile", Text(help, "Category"));
        Assert.StartsWith($"# {topic}", help.BaseObject.ToString(), StringComparison.Ordinal);
    }

    public void Dispose() => _session.Dispose();

    private static string Text(PSObject help, string property) => help.Properties[property].Value.ToString()!.Trim();
}
