using Chatalo.ModuleTests.Engine;

namespace Chatalo.ModuleTests.Webhooks;

/// <summary>The whole loop at one prompt with nothing but the emulator: somebody writes, the listener hears it, and the phone shows the answer.</summary>
public sealed class OfflineLoopTests : IDisposable
{
    private readonly ModuleSession _session = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("chatalo-").FullName;

    public OfflineLoopTests() => _session.Invoke("$emulator = Start-ChataloEmulator -RateLimit 0; $null = $emulator | Connect-Chatalo -Device 'Andi - CS'").Ok();

    [Fact]
    public void A_person_writes_and_is_answered_the_picture_is_saved_and_what_comes_again_is_dropped()
    {
        var picture = Path.Combine(_folder, "photo.JPG");
        File.WriteAllBytes(picture, [0xFF, 0xD8, 1, 2, 3]);

        var run = _session.Invoke(
            """
            $received = Receive-ChataloMessage -Token secret-token -Count 3 -TimeoutSec 60 -AddressVariable address | ForEach-Object -Begin {
                $null = Set-ChataloWebhook $address
                $posts = @(
                    Invoke-ChataloWebhook -Message 'Halo' -From 628111 -Name Budi -Id A
                    Invoke-ChataloWebhook -Message 'Halo' -From 628111 -Name Budi -Id A
                    Invoke-ChataloWebhook -Message 'Ini fotonya' -From 6281234567890 -MediaPath $picture -Id B
                )
            } -Process {
                $_
                if ($_.Id -eq 'B') {
                    $saved = $_ | Save-ChataloMedia -Destination $folder
                    $posts += $_ | Invoke-ChataloWebhook
                    $posts += Invoke-ChataloWebhook -Id C -From 628222
                }
                $null = $_ | Where-Object Text | Send-ChataloMessage -Number 6281234567890 -Message "Terima kasih, $($_.Sender)"
            }
            $received; $posts | ForEach-Object StatusCode; $saved.FullName
            Get-ChataloEmulatorMessage
            """,
            ("picture", picture), ("folder", _folder)).Ok().Output;

        Assert.Equal(["A", "B", "C"], run.Take(3).Select(static m => m.Properties["Id"].Value));
        Assert.Equal(["Halo", "Ini fotonya", null], run.Take(3).Select(static m => m.Properties["Text"].Value));
        Assert.Equal([false, true, false], run.Take(3).Select(static m => m.Properties["HasMedia"].Value));
        Assert.Equal("image/jpeg", run[1].Properties["MediaType"].Value);
        Assert.Equal([200, 200, 200, 200, 200], run.Skip(3).Take(5).Select(static s => s.BaseObject));
        Assert.EndsWith(".jpg", (string)run[8].BaseObject, StringComparison.Ordinal);
        Assert.Equal(File.ReadAllBytes(picture), File.ReadAllBytes((string)run[8].BaseObject));
        Assert.Equal(["Terima kasih, Budi", "Terima kasih, Sample"], run.Skip(9).Select(static m => m.Properties["Text"].Value));
    }

    [Fact]
    public void The_file_is_at_the_address_that_the_message_says()
    {
        var file = Path.Combine(_folder, "a.pdf");
        File.WriteAllText(file, "%PDF");

        var message = _session.Invoke(
            """
            Receive-ChataloMessage -Count 1 -TimeoutSec 60 -AddressVariable address |
                ForEach-Object -Begin { $null = Set-ChataloWebhook $address; $null = Invoke-ChataloWebhook -Emulator $emulator -MediaPath $file } -Process { $_ }
            """,
            ("file", file)).Single();

        Assert.Equal("application/pdf", message.Properties["MediaType"].Value);
        Assert.Null(message.Properties["Text"].Value);
        Assert.StartsWith("http://127.0.0.1:", (string)message.Properties["MediaUrl"].Value, StringComparison.Ordinal);
    }

    [Fact]
    public void The_emulator_object_has_somebody_write_too()
    {
        var run = _session.Invoke(
            """
            Receive-ChataloMessage -Count 2 -TimeoutSec 60 -AddressVariable address | ForEach-Object -Begin {
                $null = Set-ChataloWebhook $address
                $emulator.ReceiveMessage('628111', 'Halo')
                $emulator.ReceiveMessage('628111', 'Halo semua', '120363@g.us')
                $null = Set-ChataloWebhook "${address}x"
                $emulator.ReceiveMessage('628111', 'wrong token')
            } -Process { "$($_.Number) $($_.GroupId) $($_.Text)" }
            """).Ok();

        Assert.Equal(["200", "200", "404", "+628111  Halo", "+628111 120363@g.us Halo semua"], run.Output.Select(static o => o.ToString()));
    }

    [Theory]
    [InlineData("Invoke-ChataloWebhook -Message Hi", "Run Set-ChataloWebhook first, or give -Uri.")]
    [InlineData("$null = Set-ChataloWebhook https://example.com/in; Invoke-ChataloWebhook -Message Hi", "Set one that is, or give -Uri to post there nevertheless.")]
    [InlineData("Invoke-ChataloWebhook http://127.0.0.1:1/ -MediaPath nowhere.jpg", "Give -MediaPath the path of a file.")]
    [InlineData("Invoke-ChataloWebhook http://127.0.0.1:1/ -MediaPath a.jpg -FileEncoded x", "Give -MediaPath, or -MediaUrl and -FileEncoded.")]
    [InlineData("Stop-ChataloEmulator; Invoke-ChataloWebhook -Message Hi", "Give -Uri the address of a webhook, or run Start-ChataloEmulator first.")]
    public void What_nobody_can_write_to_is_refused_with_the_remedy(string script, string remedy)
    {
        var run = _session.Invoke($"$ErrorActionPreference = 'Stop'; try {{ {script} }} catch {{ $_.FullyQualifiedErrorId.Split(',')[0]; $_.ErrorDetails.RecommendedAction }}");

        Assert.Equal(["Chatalo.InvalidInput", remedy], run.Output.Select(static o => o.ToString()));
    }

    public void Dispose()
    {
        _session.Invoke("Stop-ChataloEmulator");
        _session.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
