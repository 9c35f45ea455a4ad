BeforeAll {
    . "$PSScriptRoot/../common.ps1"
    # The emulator's log has 50 entries, 217 minutes apart, the newest first.
    $newest = [datetimeoffset] '2023-07-20T11:35:04+07:00'
}

Describe 'Get-ChataloLog' {
    BeforeEach {
        $gateway = Start-TestGateway
        $session = Connect-TestGateway $gateway
    }
    AfterEach { $gateway.Dispose() }

    It 'lists all entries with their times' {
        $log = Get-ChataloLog

        $log | Should -HaveCount 50
        $log | Should -BeOfType Chatalo.LogEntry
        $log[0].Date | Should -Be $newest
        $log[0].IPAddress | Should -Be '172.20.0.1'
    }

    It 'asks the gateway for an action and an address' {
        $log = Get-ChataloLog -Action 'Update API Key' -IPAddress 172.20.0.1

        $log | Should -Not -BeNullOrEmpty
        $log.Action | Select-Object -Unique | Should -Be 'Update API Key'
        $log.IPAddress | Select-Object -Unique | Should -Be '172.20.0.1'
        $gateway.Requests | Should -HaveCount 1
        $gateway.Requests[0].Query | Should -Match 'action=Update%20API%20Key&ip=172\.20\.0\.1'
    }

    It 'keeps -After and -Before to the minute, though the gateway knows days only' {
        $log = Get-ChataloLog -After $newest.AddMinutes(-3 * 217) -Before $newest.AddMinutes(-217).ToUniversalTime()

        $log.Date | Should -Be $newest.AddMinutes(-217), $newest.AddMinutes(-2 * 217), $newest.AddMinutes(-3 * 217)
    }

    It 'pages with -First and -Skip' {
        $all = Get-ChataloLog

        (Get-ChataloLog -Skip 7 -First 5).Id | Should -Be $all[7..11].Id
    }

    It 'says the number of entries first with -IncludeTotalCount' {
        $log = Get-ChataloLog -First 2 -IncludeTotalCount

        $log | Should -HaveCount 3
        $log[0] | Should -Be 50
    }
}
