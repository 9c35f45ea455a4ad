BeforeAll {
    . "$PSScriptRoot/../common.ps1"

    # Runs a script in a PowerShell of its own whose clock is wrong; its timers stay right.
    function Invoke-UnderClock([string] $Shift, [string] $Script) {
        $program, $first = @(Get-PowerShellCommand)
        $setUp = "Import-Module '$ModuleFolder/Chatalo.psd1'; `$null = Connect-Chatalo -PublicKey $($gateway.Options.PublicKey) " +
            "-SecretKey $($gateway.Options.SecretKey) -BaseUri $($gateway.BaseUri) -Device $ReadyDevice -SkipCheck -UtcOffset +00:00"
        $env:FAKETIME_DONT_FAKE_MONOTONIC = 1
        try { faketime -f $Shift $program @first -NoProfile -Command "$setUp; $Script" 2>&1 | ForEach-Object { "$_" } }
        finally { Remove-Item Env:FAKETIME_DONT_FAKE_MONOTONIC }
    }
}

Describe 'A clock that was wrong holds nobody' -Skip:(-not (Get-Command faketime -ErrorAction Ignore)) {
    BeforeEach {
        $gateway = Start-TestGateway
        $session = Connect-TestGateway $gateway
        $store = Join-Path $TestDrive "$([guid]::NewGuid()).db"
        # Minutes before midnight the day would change under the test.
        $now = [datetime]::UtcNow
        if ($now.TimeOfDay.TotalMinutes -gt 1437) { [Threading.Thread]::Sleep([timespan]::FromDays(1) - $now.TimeOfDay) }
    }
    AfterEach { $gateway.Dispose() }

    It 'and is not waited for after a run seven hours ahead' {
        Invoke-UnderClock +7h "1..3 | ForEach-Object { '6281211111{0:000}' -f `$_ } | Send-ChataloMessage -Message Halo -Campaign nov -Store '$store' | ForEach-Object Outcome" |
            Should -Be Sent, Sent, Sent

        $watch = [Diagnostics.Stopwatch]::StartNew()
        $run = Watch-Script { 1..6 | ForEach-Object { '6281211111{0:000}' -f $_ } | Send-ChataloMessage -Message Halo -Campaign nov -Store $store }

        ($run.Output.Outcome | Where-Object { $_ -eq 'Sent' }) | Should -HaveCount 3
        $watch.Elapsed.TotalSeconds | Should -BeLessThan 20
    }

    It 'also with an interval, which is said once' {
        $null = Invoke-UnderClock +7h "'6281211111001' | Send-ChataloMessage -Message Halo -Campaign nov -Interval 1-2 -Store '$store'"

        $watch = [Diagnostics.Stopwatch]::StartNew()
        $run = Watch-Script { '6281211111002', '6281211111003' | Send-ChataloMessage -Message Halo -Campaign nov -Store $store }

        $run.Output.Outcome | Should -Be Sent, Sent
        @($run.Warnings -match 'a clock was wrong') | Should -HaveCount 1
        $watch.Elapsed.TotalSeconds | Should -BeLessThan 20
    }

    It 'and a day ahead and back does not double the daily limit' {
        $send = "1..9 | ForEach-Object { '6281211111{0:000}' -f `$_ } | Send-ChataloMessage -Message Halo -Campaign nov -DailyLimit 3 -Store '$store'"
        # It waits for midnight after the third.
        Invoke-UnderClock +1d "$send | Select-Object -First 3 | ForEach-Object Outcome" | Should -Be Sent, Sent, Sent

        $running = Start-TestScript ([scriptblock]::Create("$send -Session `$session")) @{ session = (Connect-TestGateway $gateway @{ Device = $ReadyDevice; UtcOffset = '+00:00' }) }
        Wait-Until 'the word of the wrong clock' { $running.Streams.Warning.Message -match 'a clock was wrong' }
        $null = Stop-TestScript $running

        $gateway.MessageCount | Should -Be 3
    }
}

Describe 'The day of -DailyLimit' {
    It 'is one for sessions of different zones' {
        $gateway = Start-TestGateway
        $store = Join-Path $TestDrive "$([guid]::NewGuid()).db"
        try {
            $running = foreach ($offset in '+07:00', '-11:00', '+14:00', '+00:00') {
                $session = Connect-TestGateway $gateway @{ Device = $ReadyDevice; UtcOffset = $offset }
                $one = Start-TestScript {
                    1..44 | ForEach-Object { '62812{0:00000000}' -f $_ } | Send-ChataloMessage -Session $session -Message Halo -Campaign nov -DailyLimit 5 -Store $store
                } @{ session = $session; store = $store }
                Wait-Until 'five messages' { $gateway.MessageCount -ge 5 }
                $one
            }
            Wait-Until 'the word of the other zone' { $running.Streams.Warning.Message -match '-UseSessionZone' }
            # Long enough for those that wait to send, if they would.
            [Threading.Thread]::Sleep(1000)
            $gateway.MessageCount | Should -Be 5
        }
        finally {
            $running | ForEach-Object { $null = Stop-TestScript $_ }
            $gateway.Dispose()
        }
    }
}
