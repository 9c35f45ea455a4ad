using System.Management.Automation;
using Chatalo.Emulator;
using Chatalo.ModuleTests.Engine;
using Chatalo.ModuleTests.HostProgram;

namespace Chatalo.ModuleTests.Commands.Device;

/// <summary>The code that links a device, shown, saved and waited for.</summary>
public sealed class ConnectChataloDeviceTests : IDisposable
{
    private readonly EmulatedSession _chat = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("chatalo-").FullName;

    [Fact]
    public void It_gives_the_code_with_its_end()
    {
        var code = _chat.Invoke("Connect-ChataloDevice 'Dita - CS'").Single();

        Assert.Equal("Chatalo.QrCode", code.BaseObject.GetType().FullName);
        Assert.Equal(EmulatorServer.DisconnectedDeviceId, code.Properties["DeviceId"].Value);
        Assert.Equal(true, code.Properties["IsReadable"].Value);
        var ends = Assert.IsType<DateTimeOffset>(code.Properties["ExpiresAt"].Value);
        Assert.Equal(TimeSpan.FromHours(7), ends.Offset);
        Assert.InRange(ends - DateTimeOffset.Now, TimeSpan.FromSeconds(-60), TimeSpan.FromSeconds(61));
        Assert.Equal("CONNECTING", _chat.Gateway.Devices.Single(static d => d.Id == EmulatorServer.DisconnectedDeviceId).Status);
    }

    [Theory]
    [InlineData("code.png", "\u0089PNG")]
    [InlineData("code.svg", "<")]
    public void It_is_saved_and_stays_without_force(string name, string begins)
    {
        var file = Path.Combine(_folder, name);

        _chat.Invoke("Connect-ChataloDevice 'Dita - CS' -OutFile $file", ("file", file)).Single();

        Assert.StartsWith(begins, System.Text.Encoding.Latin1.GetString(File.ReadAllBytes(file)), StringComparison.Ordinal);
        _chat.Invoke("Connect-ChataloDevice 'Dita - CS' -OutFile $file").OneError("Chatalo.InvalidInput", ErrorCategory.InvalidArgument);
        _chat.Invoke("Connect-ChataloDevice 'Dita - CS' -OutFile $file -Force").Single();
    }

    [Fact]
    public async Task Wait_shows_the_code_and_gives_the_device_once_it_is_linked()
    {
        using var waiting = _chat.Session.InvokeAsync("Connect-ChataloDevice 'Dita - CS' -Wait");
        await Until.TrueAsync(() => _chat.Gateway.ScanQr(EmulatorServer.DisconnectedDeviceId), "the code to scan");

        var run = await waiting.Completion;

        Assert.Equal([true], run.Ok().Property("IsReady"));
    }

    [Fact]
    public void At_a_prompt_the_code_is_drawn_while_it_waits()
    {
        using var chat = AutoScanned();

        chat.Invoke("Connect-ChataloDevice 'Dita - CS' -Wait").Ok();

        Assert.True(chat.Host.TakeText().Split('\n').Length > 20);
    }

    [Fact]
    public void Without_a_console_nothing_is_drawn_and_the_file_is_written()
    {
        using var chat = AutoScanned();
        chat.Host.Width = 0;
        var file = Path.Combine(_folder, "code.png");

        Assert.Equal([true], chat.Invoke("Connect-ChataloDevice 'Dita - CS' -Wait -OutFile $file", ("file", file)).Ok().Property("IsReady"));

        Assert.Empty(chat.Host.TakeText());
        Assert.True(File.Exists(file));
    }

    [Fact]
    public async Task Where_the_console_is_redirected_nothing_is_drawn_and_the_file_is_written()
    {
        var file = Path.Combine(_folder, "code.svg");
        var result = await HostProcess.RunAsync(
            ["-Command", $"Start-ChataloEmulator -AutoScanSec 0 | Connect-Chatalo | ForEach-Object {{ }}; (Connect-ChataloDevice 'Dita - CS' -Wait -OutFile '{file}').Status"]);

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Equal(["AUTHENTICATED"], result.Lines);
        Assert.StartsWith("<", await File.ReadAllTextAsync(file), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wait_is_stopped()
    {
        using var waiting = _chat.Session.InvokeAsync("Connect-ChataloDevice 'Dita - CS' -Wait");
        await Until.TrueAsync(() => _chat.Asked.Any(static a => a.StartsWith("GET /device/connect", StringComparison.Ordinal)), "the code");

        await waiting.StopAsync();

        Assert.IsType<PipelineStoppedException>((await waiting.Completion).Exception);
    }

    [Fact]
    public void A_picture_that_is_none_is_warned_of_and_kept()
    {
        _chat.Fault(new FaultRule
        {
            Kind = FaultKind.Status, StatusCode = 200, Path = "/device/connect/*", Body = """{"data":{"qr":"data:image/png;base64,AAAA","expires_at":"soon"},"meta":{"code":200}}""",
        });

        var run = _chat.Invoke("Connect-ChataloDevice 'Dita - CS'").Ok();

        Assert.Single(run.Warnings);
        Assert.Equal([false], run.Property("IsReadable"));
        Assert.Equal([null], run.Property("ExpiresAt"));
    }

    [Fact]
    public void No_code_is_an_unexpected_answer()
    {
        _chat.Fault(new FaultRule { Kind = FaultKind.Status, StatusCode = 200, Path = "/device/connect/*", Body = """{"data":[],"meta":{"code":200}}""" });

        _chat.Invoke("Connect-ChataloDevice 'Dita - CS'").OneError("Chatalo.UnexpectedAnswer", ErrorCategory.ProtocolError);
    }

    [Fact]
    public void WhatIf_asks_for_no_code()
    {
        Assert.Empty(_chat.Invoke($"Connect-ChataloDevice {EmulatorServer.DisconnectedDeviceId} -WhatIf").Ok().Output);

        Assert.Empty(_chat.Asked);
    }

    public void Dispose()
    {
        _chat.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static EmulatedSession AutoScanned() => new(options: new EmulatorOptions { RateLimit = 0, AutoScanAfter = TimeSpan.Zero });
}
