using System.Diagnostics;
using Chatalo.ModuleTests.Engine;

namespace Chatalo.ModuleTests.Secrets;

/// <summary>The sweep in PowerShell itself, with what only it has: a transcript, Format-List, JSON, files of exports, a process with arguments.</summary>
public sealed class TranscriptTests
{
    private const string Wrapper = """
        $ErrorActionPreference = 'Continue'
        foreach ($name in 'public', 'secret', 'gateway', 'device', 'store', 'folder', 'csv', 'media', 'text', 'otpText', 'otpCode') { Set-Variable $name ([Environment]::GetEnvironmentVariable("SWEEP_$name")) }
        Import-Module $env:SWEEP_module
        $VerbosePreference = $DebugPreference = $InformationPreference = 'Continue'
        $null = Start-Transcript (Join-Path $folder transcript.txt)
        $all = . {
        #SWEEP#
        }
        $VerbosePreference = $DebugPreference = 'SilentlyContinue'
        $Error | Format-List * -Force | Out-String -Width 300
        Get-Error -Newest 50 | Out-String -Width 300
        $chat | Format-List * -Force | Out-String -Width 300
        $null = Stop-Transcript
        $all | Format-List * | Out-File (Join-Path $folder list.txt)
        $all | Export-Clixml (Join-Path $folder export.xml) -Depth 3
        $Error | Export-Clixml (Join-Path $folder errors.xml) -Depth 3
        $all | ForEach-Object { ConvertTo-Json $_ -Depth 3 -WarningAction Ignore -ErrorAction Ignore } | Out-File (Join-Path $folder export.json)
        if ($IsLinux) { Get-ChildItem /proc/*/cmdline -ErrorAction Ignore | ForEach-Object { try { [System.IO.File]::ReadAllText($_) } catch { } } | Out-File (Join-Path $folder arguments.txt) }
        """;

    [PwshFact]
    public async Task No_transcript_list_json_export_or_argument_holds_a_key_and_no_transcript_a_text()
    {
        using var gateway = new MarkedGateway(hostile: true);
        var script = Path.Combine(gateway.Folder, "sweep.ps1");
        await File.WriteAllTextAsync(script, Wrapper.Replace("#SWEEP#", Sweep.Script, StringComparison.Ordinal));
        var start = new ProcessStartInfo(PwshFactAttribute.Program!, ["-NoProfile", "-NonInteractive", "-File", script]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in gateway.Variables.Append(("module", BuiltModule.Manifest)))
        {
            start.Environment["SWEEP_" + name] = (string?)value;
        }

        start.Environment["POWERSHELL_TELEMETRY_OPTOUT"] = "1";
        start.Environment["POWERSHELL_UPDATECHECK"] = "Off";
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var screen = await process.StandardOutput.ReadToEndAsync() + await error;
        await process.WaitForExitAsync();

        var transcript = await File.ReadAllTextAsync(Path.Combine(gateway.Folder, "transcript.txt"));
        Assert.Contains("POST /api/v1/messages", transcript, StringComparison.Ordinal);
        Assert.Contains(Sweep.Text, await File.ReadAllTextAsync(Path.Combine(gateway.Folder, "export.json")), StringComparison.Ordinal);
        Sweep.HoldsNone(Sweep.Keys, screen, "The screen");
        Assert.All(Directory.GetFiles(gateway.Folder), static file => Sweep.HoldsNone(Sweep.Keys, File.ReadAllBytes(file), file));
        var logged = string.Join('\n', transcript.Split('\n').Where(static line => line.StartsWith("VERBOSE", StringComparison.Ordinal) || line.StartsWith("DEBUG", StringComparison.Ordinal)));
        Assert.NotEmpty(logged);
        Sweep.HoldsNone(Sweep.Texts, logged, "The transcript");
    }
}
