using Chatalo.Emulator;
using Chatalo.UnitTests.Conventions;
using Chatalo.ModuleTests.Engine;

namespace Chatalo.ModuleTests.Samples;

/// <summary>The samples of docs/samples that somebody runs, against the emulator.</summary>
public sealed class SampleTests : IDisposable
{
    private const string AskFromPhone = "-AskCode { if (-not $global:asked++) { '000000' } else { $phone.Invoke() } }";

    private readonly EmulatedSession _chat = new(options: new EmulatorOptions { RateLimit = 0, AutoScanAfter = TimeSpan.Zero });

    [Fact]
    public void Drives_that_run_full_are_told_to_the_group_in_one_message()
    {
        var group = _chat.Invoke("Get-ChataloGroup -Name 'Ops Jakarta'").Single().Properties["Id"].Value;
        var root = Path.GetPathRoot(Environment.CurrentDirectory);

        var run = _chat.Invoke(SampleScripts.Call("alert-group.ps1") + "-Group 'Ops Jakarta' -Drive $root, $root -FreePercent 100", ("root", root)).Ok();

        Assert.Equal(["Sent"], run.Property("Outcome").Select(static s => s?.ToString()));
        var alert = Assert.Single(_chat.Gateway.Messages);
        Assert.Equal(group, alert.GroupId);
        Assert.Equal(3, alert.Message!.Split('\n').Length);
        Assert.Contains("% free", alert.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void When_all_is_well_nothing_is_sent()
    {
        Assert.Empty(_chat.Invoke(SampleScripts.Call("alert-group.ps1") + "-Group 'Ops Jakarta' -FreePercent 1 -Drive @()").Ok().Output);

        Assert.Empty(_chat.Gateway.Messages);
    }

    [Theory]
    [InlineData("Nobody", "no group named 'Nobody'")]
    [InlineData("Nobody*", "0 groups")]
    [InlineData("Ops*", "3 groups")]
    public void A_group_that_is_not_one_shows_before_the_first_alert(string group, string said) => Assert.Contains(
        said, _chat.Invoke(SampleScripts.Call("alert-group.ps1") + $"-Group '{group}' -FreePercent 1").Exception?.Message, StringComparison.Ordinal);

    [Fact]
    public void Who_has_the_phone_passes_after_a_typing_error()
    {
        Func<string?> phone = () => _chat.Gateway.Messages.Single().OtpCode;

        Assert.Equal(true, _chat.Invoke(SampleScripts.Call("otp-check.ps1") + "081234567890 " + AskFromPhone, ("phone", phone)).Single().BaseObject);

        Assert.Equal(["6281234567890"], _chat.Gateway.DeliveriesByRecipient().Keys);
        Assert.DoesNotContain("{otp_code}", _chat.Gateway.Messages.Single().Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ 'no code' }", 3)]
    [InlineData("{ }", 0)]
    public void Who_does_not_have_it_does_not(string askCode, int tries)
    {
        Assert.Equal(false, _chat.Invoke(SampleScripts.Call("otp-check.ps1") + "081234567890 -AskCode " + askCode).Single().BaseObject);

        Assert.Equal(tries, _chat.Asked.Count(static a => a.Contains("/otp/", StringComparison.Ordinal)) - 1);
    }

    [Fact]
    public void A_device_is_registered_linked_and_given_ready_and_a_second_run_does_neither_again()
    {
        var run = SampleScripts.Call("onboard-device.ps1") + "-Name 'Toko [Bandung]' -Number 0812-3456-7890";

        var first = _chat.Invoke(run).Single();
        var asked = _chat.Asked.Count;
        var second = _chat.Invoke(run).Single();

        Assert.Equal(true, first.Properties["IsReady"].Value);
        Assert.Equal(first.Properties["Id"].Value, second.Properties["Id"].Value);
        Assert.Single(_chat.Gateway.Devices, static d => d.Name == "Toko [Bandung]");
        Assert.All(_chat.Asked.Skip(asked), static a => Assert.StartsWith("GET /device", a, StringComparison.Ordinal));
        Assert.DoesNotContain(_chat.Asked.Skip(asked), static a => a.Contains("/connect/", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_sample_is_run_by_a_test()
    {
        var tests = string.Concat(Repository.Files("tests").Where(static file => Path.GetDirectoryName(file)!.EndsWith("Samples", StringComparison.Ordinal)).Select(File.ReadAllText));
        var samples = Directory.GetFiles(SampleScripts.Folder).Select(Path.GetFileName).Where(static name => !name!.EndsWith(".Tests.ps1", StringComparison.Ordinal)).ToList();

        Assert.True(samples.Count >= 6);
        Assert.All(samples, sample => Assert.Contains($"\"{sample}\"", tests, StringComparison.Ordinal));
    }

    public void Dispose() => _chat.Dispose();
}
