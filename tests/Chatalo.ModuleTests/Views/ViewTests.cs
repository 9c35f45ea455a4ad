using System.Xml.Linq;
using Chatalo.Emulator;
using Chatalo.ModuleTests.Engine;

namespace Chatalo.ModuleTests.Views;

/// <summary>What objects look like on a screen of 80 characters.</summary>
public sealed class ViewTests : IDisposable
{
    private readonly ModuleSession _session = new();
    private readonly string _store = Path.Combine(Path.GetTempPath(), $"chatalo-views-{Guid.NewGuid():N}.db");

    public ViewTests() =>
        _session.Invoke("$emulator = Start-ChataloEmulator -RateLimit 0; $null = $emulator | Connect-Chatalo -Device 'Andi - CS'").Ok();

    [Theory]
    [InlineData("Get-ChataloSession", "Rate")]
    [InlineData("Get-ChataloProfile", "ExpiresOn")]
    [InlineData("Get-ChataloLog -First 2", "IPAddress")]
    [InlineData("Get-ChataloDevice", "AUTHENTICATED")]
    [InlineData("Get-ChataloContact -First 2", "Number")]
    [InlineData("Test-ChataloNumber 081234567890", "Exists")]
    [InlineData("Get-ChataloGroup", "Ops Jakarta")]
    [InlineData("Get-ChataloGroup -Name 'Ops Jakarta' | Get-ChataloGroupMember", "MemberOf")]
    [InlineData("'081234567890', '12' | Send-ChataloMessage -Message ('Halo ' * 40) -ErrorAction SilentlyContinue", "Sent")]
    [InlineData("Send-ChataloOtp 081234567890", "ExpiresAt")]
    [InlineData("Send-ChataloOtp 081234567890 | Confirm-ChataloOtp -Code 1", "IsValid")]
    [InlineData("Get-ChataloWebhook", "Url")]
    [InlineData("'081234567890' | Send-ChataloMessage -Message Halo -Campaign test -Store $store > $null; Get-ChataloCampaign -Store $store", "TimeLeft")]
    [InlineData("'081234567890' | Send-ChataloMessage -Message Halo -Campaign test -Store $store > $null; Get-ChataloDelivery test -Store $store", "FinishedAt")]
    [InlineData("Add-ChataloOptOut 081234567890 -Store $store -Reason STOP", "STOP")]
    [InlineData("$emulator", "Requests")]
    [InlineData("Receive-ChataloMessage -Count 1 -AddressVariable a -InformationAction Ignore | ForEach-Object -Begin { Invoke-ChataloWebhook $a Halo } -Process { }", " ms ")]
    [InlineData("Receive-ChataloMessage -Count 1 -AddressVariable a -InformationAction Ignore | ForEach-Object -Begin { $null = Invoke-ChataloWebhook $a ('Halo ' * 40) } -Process { $_ }", "Sender")]
    [InlineData("Send-ChataloMessage 081234567890 ('Halo ' * 40) | ForEach-Object { Get-ChataloEmulatorMessage }", "DeliveredTo")]
    public void A_table_fits_80_characters(string script, string expected)
    {
        var text = _session.Text(script, 80, ("store", _store));

        Assert.Contains(expected, text, StringComparison.Ordinal);
        Assert.Contains("---", text, StringComparison.Ordinal);
        Assert.All(text.Split('\n'), static line => Assert.InRange(line.Length, 0, 80));
    }

    [Fact]
    public void Times_are_shown_as_this_machines_clock_has_them()
    {
        var shown = _session.Invoke("(Get-ChataloLog -First 1).Date.ToLocalTime().ToString('yyyy-MM-dd HH:mm:ss', [cultureinfo]::InvariantCulture)").Single().ToString();

        Assert.Contains(shown, _session.Text("Get-ChataloLog -First 1"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Sent", "Foreground", "Green")]
    [InlineData("Unknown", "Foreground", "Yellow")]
    [InlineData("Failed", "Formatting", "Error")]
    [InlineData("Skipped", "Formatting", "FormatAccent")]
    public void An_outcome_has_the_colour_of_the_users_style(string outcome, string group, string colour)
    {
        var run = _session.Invoke($"[Chatalo.View]::Status('{outcome}', $PSStyle); $PSStyle.{group}.{colour} + '{outcome}' + $PSStyle.Reset").Ok();

        Assert.Equal(run.Output[1].ToString(), run.Output[0].ToString());
    }

    [Fact]
    public void Without_a_style_nothing_has_a_colour() =>
        Assert.Equal("Sent", _session.Invoke("[Chatalo.View]::Status('Sent', $null)").Single().ToString());

    [Fact]
    public void A_status_that_came_later_stays_plain() =>
        Assert.Equal("HIBERNATING", _session.Invoke("[Chatalo.View]::Status('HIBERNATING', $PSStyle)").Single().ToString());

    [Fact]
    public void A_text_of_several_lines_keeps_its_row() => Assert.Contains(
        "+6281234567890     one two",
        _session.Text("Send-ChataloMessage 081234567890 \"one`n`ntwo\"", width: 80),
        StringComparison.Ordinal);

    [Fact]
    public void What_strangers_wrote_does_not_act_on_the_terminal()
    {
        const string Json = """{"chat_id":"1","sender":{"name":"\u001b]0;owned\u0007Ari","number":"62\u001b[8m8"},"message":"\u001b[2J\u001b[31mHalo\u0000\u009b1A\r\u202Eevil\b\b","timestamp":1689930829}""";

        var run = _session.Invoke("$message = $json | ConvertFrom-ChataloWebhook; $message.Text; $message.Sender; \"$message\"", ("json", Json)).Ok();
        var text = _session.RawText("$message");

        Assert.Equal("\u001b[2J\u001b[31mHalo\0\u009b1A\r\u202Eevil\b\b", run.Output[0].ToString());
        Assert.Equal("\u001b]0;owned\aAri", run.Output[1].ToString());
        Assert.All([text, run.Output[2].ToString()], static shown =>
        {
            Assert.Contains("Halo", shown, StringComparison.Ordinal);
            Assert.Contains("\uFFFD]0;owned\uFFFDAri", shown, StringComparison.Ordinal);
            foreach (var hostile in new[] { "\u001b[2J", "\u001b[31m", "\u001b]", "\u001b[8m", "\0", "\u009b", "\u202E", "\b", "\a" })
            {
                Assert.DoesNotContain(hostile, shown, StringComparison.Ordinal);
            }
        });
    }

    [Fact]
    public void No_view_shows_a_text_of_an_incoming_message_as_it_came()
    {
        var texts = _session.Invoke("[Chatalo.IncomingMessage].GetProperties() | Where-Object PropertyType -EQ ([string]) | ForEach-Object Name").Ok().Values<string>();

        Assert.Contains("Text", texts);
        Assert.Empty(Views().Where(static v => v.Descendants("TypeName").First().Value == "Chatalo.IncomingMessage")
            .SelectMany(static v => v.Descendants("PropertyName")).Select(static p => p.Value).Intersect(texts));
    }

    [Theory]
    [InlineData("one\r\ntwo\tthree", "one\ntwo\tthree")]
    [InlineData("\u0645\u0631\u062d\u0628\u0627 \u200f \ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67", "\u0645\u0631\u062d\u0628\u0627 \u200f \ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67")]
    [InlineData("a\rb", "a\uFFFDb")]
    [InlineData("a\u2066b\u2069", "ab")]
    [InlineData("", "")]
    [InlineData(null, "")]
    public void Lines_scripts_and_joined_signs_stay(string? text, string shown) =>
        Assert.Equal(shown, _session.Invoke("[Chatalo.View]::Plain($text)", ("text", text)).Single().ToString());

    [Fact]
    public void Names_of_contacts_and_groups_do_not_act_on_the_terminal()
    {
        using var chat = new EmulatedSession();
        chat.Fault(new FaultRule
        {
            Kind = FaultKind.Status, StatusCode = 200, Body = """{"data":[{"id":"1","name":"\u001b[2JAri","number":"628111","subject":"\u001b[2JAri"}],"meta":{"code":200}}""",
        });

        foreach (var script in new[] { "Get-ChataloContact", "Get-ChataloGroup" })
        {
            var text = chat.Session.RawText(script);

            Assert.Contains("\uFFFD[2JAri", text, StringComparison.Ordinal);
            Assert.DoesNotContain("\u001b[2J", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Strict_mode_changes_nothing() =>
        Assert.Contains("AUTHENTICATED", _session.Text("Set-StrictMode -Version Latest; Get-ChataloDevice"), StringComparison.Ordinal);

    [Fact]
    public void Every_type_that_is_written_has_a_list_and_a_table_or_a_picture()
    {
        var types = _session.Invoke("(Get-Command -Module Chatalo).OutputType.Name").Ok().Values<string>()
            .Where(static n => n.StartsWith("Chatalo.", StringComparison.Ordinal)).Distinct();
        var views = Views().ToLookup(static v => v.Descendants("TypeName").First().Value);

        Assert.All(types, type =>
        {
            Assert.Contains(views[type], static v => v.Element("ListControl") is not null);
            Assert.Contains(views[type], static v => v.Element("TableControl") is not null || v.Element("CustomControl") is not null);
        });
    }

    [Fact]
    public void A_type_has_one_table_and_one_list()
    {
        var names = Views().Select(static v => v.Element("Name")!.Value).ToList();

        Assert.Equal(names.Distinct(), names);
    }

    [Fact]
    public void A_reason_is_shown_whole_and_keeps_to_its_column()
    {
        _session.Invoke("$refused = '12' | Send-ChataloMessage -Message Halo -ErrorAction SilentlyContinue").Ok();

        var lines = _session.Text("$refused", 80).Split('\n');
        var column = lines.Single(static l => l.StartsWith("Outcome", StringComparison.Ordinal)).IndexOf("Reason", StringComparison.Ordinal);
        var shown = string.Join(' ', lines.SkipWhile(static l => !l.StartsWith("Failed", StringComparison.Ordinal)).Where(l => l.Length > column).Select(l => l[column..].Trim()));

        Assert.Equal(_session.Invoke("$refused.Reason").Single().ToString()!.Replace(" ", ""), shown.Replace(" ", ""));
    }

    [Theory]
    [InlineData("Halo", 4, "Halo")]
    [InlineData("Halo\nBudi", 6, "Halo \u2026")]
    [InlineData("abc\U0001F600def", 5, "abc\u2026")]
    [InlineData(null, 5, "")]
    public void A_text_is_cut_where_it_can_be_cut(string? text, int width, string shown) =>
        Assert.Equal(shown, _session.Invoke($"[Chatalo.View]::Line($text, {width})", ("text", text)).Single().ToString());

    [Fact]
    public void No_heading_is_broken() =>
        Assert.Contains("PublicKey", _session.Text("Get-ChataloSession", 80), StringComparison.Ordinal);

    [Fact]
    public void A_view_names_only_properties_that_are_there()
    {
        foreach (var view in Views())
        {
            var type = view.Descendants("TypeName").First().Value;
            var known = _session.Invoke($"[{type}].GetProperties().Name").Output.Select(static n => n.ToString()).ToHashSet();
            if (known.Count > 0)
            {
                Assert.All(view.Descendants("PropertyName"), p => Assert.Contains(p.Value, known));
            }
        }
    }

    public void Dispose()
    {
        _session.Invoke("Stop-ChataloEmulator");
        _session.Dispose();
        foreach (var file in Directory.GetFiles(Path.GetTempPath(), Path.GetFileName(_store) + "*"))
        {
            File.Delete(file);
        }
    }

    private static IEnumerable<XElement> Views() =>
        XDocument.Load(Path.Combine(BuiltModule.Folder, "Chatalo.Format.ps1xml")).Descendants("View");
}
