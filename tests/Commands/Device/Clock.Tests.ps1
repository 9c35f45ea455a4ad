BeforeAll {
    . "$PSScriptRoot/../common.ps1"

    # Runs a script in a PowerShell of its own whose time of day is set by an hour once it has asked the gateway; its timers stay right.
    function Invoke-WhileClockIsSet([string] $Shift, [string] $Script) {
        $program, $first = @(Get-PowerShellCommand)
        $setUp = "Import-Module '$ModuleFolder/Chatalo.psd1'; `$null = Connect-Chatalo -PublicKey $($gateway.Options.PublicKey) " +
            "-SecretKey $($gateway.Options.SecretKey) -BaseUri $($gateway.BaseUri) -Device $ReadyDevice -SkipCheck"
        $clock = Join-Path $TestDrive "$([guid]::NewGuid()).clock"
        $said = "$clock.txt"
        Set-Content $clock '+0'
        $own = @{ FAKETIME_DONT_FAKE_MONOTONIC = '1'; FAKETIME_TIMESTAMP_FILE = $clock; FAKETIME_NO_CACHE = '1'; LD_PRELOAD = $faketime }
        foreach ($name in $own.Keys) { Set-Item "Env:$name" $own[$name] }
        try {
            $process = Start-Process $program (@($first) + '-NoProfile', '-Command', "`"$setUp; $Script; (Get-Date).ToUniversalTime().ToString('s')`"") -PassThru -RedirectStandardOutput $said
        }
        finally {
            Remove-Item $own.Keys.ForEach({ "Env:$_" })
        }

        try {
            Wait-Until 'the first look' { $gateway.RequestCount -gt 1 }
            $watch = [Diagnostics.Stopwatch]::StartNew()
            Set-Content $clock $Shift
            Wait-Until 'the end of the process' { $process.HasExited }
            $lines = @(Get-Content $said | Where-Object { $_ })
            # Else nothing was tested.
            [math]::Abs(([datetime]::Parse($lines[-1], [cultureinfo]::InvariantCulture) - [datetime]::UtcNow).TotalMinutes) | Should -BeGreaterThan 50
            [pscustomobject] @{ Seconds = $watch.Elapsed.TotalSeconds; Said = $lines[-2] }
        }
        finally {
            if (-not $process.HasExited) { $process.Kill() }
        }
    }

    $faketime = Get-ChildItem /usr/lib/*/faketime/libfaketime.so.1 -ErrorAction Ignore | Select-Object -First 1 -ExpandProperty FullName
}

Describe 'A clock that is set during a wait' -Skip:(-not (Get-Command faketime -ErrorAction Ignore)) {
    BeforeEach { $gateway = Start-TestGateway }
    AfterEach { $gateway.Dispose() }

    It 'does not lengthen or cut -TimeoutSec: <Name> <Shift>' -ForEach @(
        foreach ($shift in '-1h', '+1h') {
            @{ Shift = $shift; Name = 'Wait-ChataloDevice'; Script = "try { Wait-ChataloDevice 'Dita - CS' -TimeoutSec 8 -ErrorAction Stop } catch { `$_.FullyQualifiedErrorId }" }
            @{ Shift = $shift; Name = 'Connect-ChataloDevice'; Script = "try { Connect-ChataloDevice 'Dita - CS' -Wait -TimeoutSec 8 -ErrorAction Stop } catch { `$_.FullyQualifiedErrorId }" }
        }
    ) {
        $run = Invoke-WhileClockIsSet $Shift $Script

        $run.Said | Should -BeLike 'Chatalo.TimedOut,*'
        $run.Seconds | Should -BeGreaterThan 5
        $run.Seconds | Should -BeLessThan 25
    }
}
