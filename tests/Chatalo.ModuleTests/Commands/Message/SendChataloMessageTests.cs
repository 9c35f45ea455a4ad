using System.Management.Automation;
using Chatalo.Emulator;
using Chatalo.ModuleTests.Engine;

namespace Chatalo.ModuleTests.Commands.Message;

/// <summary>What is sent, to whom, and how the parameters bind. Outcomes, inputs and stops have classes of their own.</summary>
public sealed class SendChataloMessageTests : IDisposable
{
    private readonly EmulatedSession _chat = new();

    [Fact]
    public void The_first_command_of_the_readme_sends_one_message()
    {
        using var session = new ModuleSession();

        var run = session.Invoke("""
            $null = Start-ChataloEmulator | Connect-Chatalo
            Get-ChataloDevice -Ready | Send-ChataloMessage -Number 08123456789 -Message 'Halo'
            (Get-ChataloEmulatorMessage).Text
            Disconnect-Chatalo; Stop-ChataloEmulator
            """).Ok();

        Assert.Equal("Chatalo.SendResult", run.Output[0].BaseObject.GetType().FullName);
        Assert.Equal("Sent", run.Output[0].Properties["Outcome"].Value.ToString());
        Assert.Equal("Halo", run.Output[1].BaseObject);
    }

    [Fact]
    public void A_result_says_all_of_the_message()
    {
        var result = _chat.Invoke("Send-ChataloMessage 0812-3456-7891 'Halo {Nama}'").Single();

        Assert.Equal("Sent", result.Properties["Outcome"].Value.ToString());
        Assert.Equal("+6281234567891", result.Properties["Number"].Value);
        Assert.Null(result.Properties["GroupId"].Value);
        Assert.Equal(EmulatorServer.ReadyDeviceId, result.Properties["DeviceId"].Value);
        Assert.Equal("Text", result.Properties["Type"].Value.ToString());
        Assert.Equal("Halo {Nama}", result.Properties["Message"].Value);
        Assert.Equal(200, result.Properties["StatusCode"].Value);
        Assert.Null(result.Properties["Reason"].Value);
        Assert.Equal("Halo {Nama}", Assert.Single(_chat.Gateway.Messages).Message);
    }

    [Theory]
    [InlineData("-Message Hi", "text", "Hi", null)]
    [InlineData("-Message Hi -Url https://files.example/a.pdf", "caption", "Hi", "https://files.example/a.pdf")]
    [InlineData("-Url http://files.example/a.pdf", "file", null, "http://files.example/a.pdf")]
    [InlineData("-Message '' -Url http://files.example/a.pdf", "file", null, "http://files.example/a.pdf")]
    public void Text_and_address_choose_the_type(string parameters, string type, string? text, string? url)
    {
        _chat.Invoke($"Send-ChataloMessage {EmulatedSession.Number} {parameters}").Single();

        var message = Assert.Single(_chat.Gateway.Messages);
        Assert.Equal((type, text, url), (message.Type, message.Message, message.Url));
    }

    [Theory]
    [InlineData("Number")]
    [InlineData("Phone")]
    [InlineData("PhoneNumber")]
    [InlineData("Mobile")]
    [InlineData("WhatsApp")]
    [InlineData("To")]
    [InlineData("Nomor")]
    [InlineData("NoHP")]
    [InlineData("No HP")]
    [InlineData("No. HP")]
    public void Every_name_of_the_column_binds(string column)
    {
        _chat.Invoke($"[pscustomobject]@{{ Id = 7; '{column}' = '081234567891' }} | Send-ChataloMessage -Message Hi").Single();

        Assert.Equal("6281234567891", Assert.Single(_chat.Gateway.Messages).Number);
    }

    [Theory]
    [InlineData("'081234567891'")]
    [InlineData("81234567891")]
    [InlineData("[long]6281234567891")]
    [InlineData("6.281234567891E+12")]
    public void A_number_is_piped_in_by_value(string number)
    {
        _chat.Invoke($"{number} | Send-ChataloMessage -Message Hi").Single();

        Assert.Equal("6281234567891", Assert.Single(_chat.Gateway.Messages).Number);
    }

    [Fact]
    public void Text_and_address_come_from_the_row_where_the_command_names_them()
    {
        _chat.Invoke("[pscustomobject]@{ Number = '081234567891'; Message = 'Own'; Url = 'https://files.example/own.pdf' } | Send-ChataloMessage -Message { $_.Message } -Url { $_.Url }").Single();

        var message = Assert.Single(_chat.Gateway.Messages);
        Assert.Equal(("caption", "Own", "https://files.example/own.pdf"), (message.Type, message.Message, message.Url));
    }

    [Fact]
    public void A_script_block_makes_the_text_of_each_row()
    {
        _chat.Invoke("""
            $greeting = 'Halo'
            [pscustomobject]@{ Nama = 'Ani'; Nomor = '081234567891' }, [pscustomobject]@{ Nama = 'Budi'; Nomor = '081234567892' } |
                Send-ChataloMessage -Message { "$greeting $($_.Nama)" }
            """).Ok();

        Assert.Equal(["Halo Ani", "Halo Budi"], _chat.Gateway.Messages.Select(static m => m.Message));
    }

    [Fact]
    public void A_template_fills_in_the_row_in_the_culture_given()
    {
        _chat.Invoke("[pscustomobject]@{ Nama = 'Ani'; Nomor = '081234567891'; Jumlah = 1234567 } | Send-ChataloMessage -Template 'Halo {Nama}, tagihan {Jumlah:N0}' -Culture id-ID").Ok();

        Assert.Equal("Halo Ani, tagihan 1.234.567", Assert.Single(_chat.Gateway.Messages).Message);
    }

    [Fact]
    public void A_group_is_sent_to()
    {
        var result = _chat.Invoke("Send-ChataloMessage -GroupId (Get-ChataloGroup Sales).Id -Message Hi").Single();

        Assert.Null(result.Properties["Number"].Value);
        Assert.Equal(result.Properties["GroupId"].Value, Assert.Single(_chat.Gateway.Messages).GroupId);
        Assert.Equal("POST /messages/group", _chat.Asked[^1]);
    }

    [Fact]
    public void The_device_can_be_named_piped_and_defaulted()
    {
        using var chat = new EmulatedSession(connect: "");

        var run = chat.Invoke($$"""
            Send-ChataloMessage {{EmulatedSession.Number}} 1 -Device 'andi - cs'
            Get-ChataloDevice -Ready | Send-ChataloMessage {{EmulatedSession.Number}} 2
            Get-ChataloDevice -Ready | ForEach-Object { Send-ChataloMessage {{EmulatedSession.Number}} 3 -Device $_ }
            $PSDefaultParameterValues['*-Chatalo*:Device'] = 'Andi - CS'
            Send-ChataloMessage {{EmulatedSession.Number}} 4
            """).Ok();

        Assert.Equal(4, run.Output.Count);
        Assert.All(chat.Gateway.Messages, static m => Assert.Equal(EmulatorServer.ReadyDeviceId, m.DeviceId));
    }

    [Fact]
    public void WhatIf_prints_each_text_and_sends_nothing()
    {
        var run = _chat.Invoke("[pscustomobject]@{ Nama = 'Ani'; Nomor = '081234567891' } | Send-ChataloMessage -Template 'Halo {Nama}' -WhatIf").Ok();

        Assert.Empty(run.Output);
        var said = _chat.Host.TakeText();
        Assert.Contains("Halo Ani", said, StringComparison.Ordinal);
        Assert.Contains("6281234567891", said, StringComparison.Ordinal);
        Assert.Empty(_chat.Asked);
    }

    [Fact]
    public void Confirm_asks_and_a_no_is_skipped()
    {
        _chat.Host.Answers.Enqueue("y");
        _chat.Host.Answers.Enqueue("n");

        var run = _chat.Invoke("'081234567891', '081234567892' | Send-ChataloMessage -Message Hi -Confirm").Ok();

        Assert.Equal(["Sent", "Skipped"], run.Property("Outcome").Select(static o => o!.ToString()));
        Assert.Single(_chat.Gateway.Messages);
        Assert.Contains("Hi", _chat.Host.Questions[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Progress_shows_what_is_done_once_it_takes_a_while_and_ends()
    {
        _chat.Fault(new FaultRule { Kind = FaultKind.Delay, DelayMs = 600 });

        _chat.Invoke("'081234567891', 'x', '081234567892' | Send-ChataloMessage -Message Hi -TotalCount 3 -ErrorAction SilentlyContinue");

        Assert.Contains(_chat.Host.Progress, static p => p.StatusDescription.Contains("1 of 3 done", StringComparison.Ordinal) && p.PercentComplete == 33 && p.SecondsRemaining >= 0);
        Assert.Equal(ProgressRecordType.Completed, _chat.Host.Progress[^1].RecordType);
    }

    [Fact]
    public void Many_without_an_interval_are_warned_of_once()
    {
        var run = _chat.Invoke("1..120 | ForEach-Object { 6281234560000 + $_ } | Send-ChataloMessage -Message Hi -ThrottleLimit 8").Ok();

        Assert.Equal(120, run.Output.Count);
        Assert.Contains("-Interval", Assert.Single(run.Warnings), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-Message a -Template b")]
    [InlineData("-Template '{Nama'")]
    [InlineData("-Message a -Interval soon")]
    [InlineData("-Message a -GroupId 1-2")]
    public void Parameters_that_cannot_be_are_refused_before_the_first_input(string parameters)
    {
        var run = _chat.Invoke($"Send-ChataloMessage -Number 081234567891 {parameters}");

        run.OneError("Chatalo.InvalidInput", ErrorCategory.InvalidArgument);
        Assert.Empty(run.Output);
        Assert.Empty(_chat.Asked);
    }

    [Fact]
    public void A_window_that_is_used_up_is_waited_for()
    {
        using var chat = new EmulatedSession(
            $"-Device {EmulatorServer.ReadyDeviceId} -RateLimitWindowSec 1", new EmulatorOptions { RateLimit = 5, RateLimitWindow = TimeSpan.FromSeconds(1) });

        var run = chat.Invoke("1..12 | ForEach-Object { 6281234560000 + $_ } | Send-ChataloMessage -Message Hi -ThrottleLimit 4").Ok();

        Assert.Equal(12, run.Output.Count);
        Assert.Equal(12, chat.Gateway.Messages.Count);
    }

    public void Dispose() => _chat.Dispose();
}
