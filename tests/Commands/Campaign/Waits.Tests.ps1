BeforeAll { . "$PSScriptRoot/../common.ps1" }

Describe 'A campaign that has to wait for hours' {
    BeforeEach {
        $gateway = Start-TestGateway
        $session = Connect-TestGateway $gateway
        $store = Join-Path $TestDrive "$([guid]::NewGuid()).db"
        $local = [DateTimeOffset]::UtcNow.ToOffset([timespan]::FromHours(7))
    }
    AfterEach {
        $null = Stop-TestScript $running
        $gateway.Dispose()
    }

    It 'says once that the limit of the day is reached, and until when' {
        $running = Start-TestScript {
            '6281211111111', '6281211111112' | Send-ChataloMessage -Session $session -Message Halo -Campaign nov -DailyLimit 1 -Store $store
        } @{ session = $session; store = $store }
        Wait-Until 'the warning' { $running.Streams.Warning.Count -gt 0 }
        [Threading.Thread]::Sleep(500)

        $running.Streams.Warning | Should -HaveCount 1
        "$($running.Streams.Warning[0])" | Should -BeLike "The campaign 'nov' sends nothing before $($local.AddDays(1).ToString('yyyy-MM-dd', [cultureinfo]::InvariantCulture)) 00:00 (UTC+07:00), by its -DailyLimit 1.*"
        $gateway.MessageCount | Should -Be 1
    }

    It 'says once that its hours have not begun, and when they do' {
        $start = $local.AddHours(2).ToString('yyyy-MM-dd HH:mm', [cultureinfo]::InvariantCulture)
        $hours = "$($start.Substring(11))-$($local.AddHours(3).ToString('HH:mm', [cultureinfo]::InvariantCulture))"
        $running = Start-TestScript {
            '6281211111111' | Send-ChataloMessage -Session $session -Message Halo -Campaign nov -Between $hours -Store $store
        } @{ session = $session; store = $store; hours = $hours }
        Wait-Until 'the warning' { $running.Streams.Warning.Count -gt 0 }
        [Threading.Thread]::Sleep(500)

        $running.Streams.Warning | Should -HaveCount 1
        "$($running.Streams.Warning[0])" | Should -BeLike "The campaign 'nov' sends nothing before $start (UTC+07:00), by its -Between $hours.*"
        $gateway.MessageCount | Should -Be 0
    }
}
