BeforeAll { . "$PSScriptRoot/../common.ps1" }

Describe 'Send-ChataloMessage -Campaign' {
    BeforeEach {
        $gateway = Start-TestGateway
        $session = Connect-TestGateway $gateway
        $store = Join-Path $TestDrive "$([guid]::NewGuid()).db"
    }
    AfterEach { $gateway.Dispose() }

    It 'sends to nobody twice when the same list is sent again' {
        $list = '08121111111', '08122222222', '0812 1111 111', 'no number'

        $first = $list | Send-ChataloMessage -Message Halo -Campaign test -Store $store -ErrorAction SilentlyContinue
        $again = $list | Send-ChataloMessage -Message Halo -Campaign test -Store $store -ErrorAction SilentlyContinue
        $changed = $list | Send-ChataloMessage -Message Apa -Campaign test -Store $store -ErrorAction SilentlyContinue

        $first.Outcome | Sort-Object { "$_" } | Should -Be Failed, Sent, Sent, Skipped
        $again.Outcome | Sort-Object { "$_" } | Should -Be Failed, Skipped, Skipped, Skipped
        "$($changed.Reason)" | Should -Match 'another text; the new one was not sent'
        $gateway.Messages.Message | Should -Be Halo, Halo
    }

    It 'leaves no trace with -WhatIf' {
        '08121111111' | Send-ChataloMessage -Message Halo -Campaign test -Store $store -WhatIf | Should -BeNullOrEmpty

        Test-Path $store | Should -BeFalse
        Get-TestRequest $gateway | Should -BeNullOrEmpty
    }

    It 'sends nothing without its store' {
        # At least as many characters as the header of a database has.
        Set-Content $store ('this is not a database, but a file ' + 'x' * 200)

        $problem = Get-ChataloError StoreUnavailable ResourceUnavailable { '08121111111', '08122222222' | Send-ChataloMessage -Message Halo -Campaign test -Store $store }

        "$problem" | Should -Match 'not a database'
        $gateway.Messages | Should -BeNullOrEmpty
    }

    It 'is missed by what belongs to a campaign' {
        $null = Get-ChataloError InvalidInput InvalidArgument { '08121111111' | Send-ChataloMessage -Message Halo -DailyLimit 5 }

        $gateway.Messages | Should -BeNullOrEmpty
    }

    It 'leaves the rest pending when it is stopped, and goes on with the same command' {
        $list = 1..200 | ForEach-Object { '62812{0:00000000}' -f $_ }
        # So that the list is not sent to its end before it is stopped.
        Add-TestFault $gateway @{ Kind = 'Delay'; DelayMs = 10; Path = '/messages' }
        $running = Start-TestScript {
            $list | Send-ChataloMessage -Message Halo -Campaign test -Store $store -Session $session -WarningAction SilentlyContinue
        } @{ list = $list; store = $store; session = $session }
        Wait-Until 'five results' { $running.Output.Count -ge 5 }
        $null = Stop-TestScript $running

        $stopped = Get-ChataloCampaign test -Store $store
        $stopped.Pending | Should -BeGreaterThan 0
        $stopped.Sending | Should -Be 0
        $stopped.Unknown | Should -BeLessOrEqual 1

        $gateway.ClearFaults()
        $null = $list | Send-ChataloMessage -Message Halo -Campaign test -Store $store -ErrorAction SilentlyContinue -WarningAction SilentlyContinue

        $ended = Get-ChataloCampaign test -Store $store
        $ended.Sent + $ended.Unknown | Should -Be 200
        $gateway.DeliveriesByRecipient().Values | Sort-Object -Unique | Should -Be 1
    }

    It 'honours opt-outs that are added while it runs, and the same list again' {
        $list = 1..60 | ForEach-Object { '62812{0:00000000}' -f $_ }
        # The fourth message takes long enough for the opt-outs.
        Add-TestFault $gateway @{ Kind = 'Delay'; DelayMs = 2000; Skip = 3; Count = 1; Path = '/messages' }
        $running = Start-TestScript { $list | Send-ChataloMessage -Message Halo -Campaign test -Store $store -Session $session } @{ list = $list; store = $store; session = $session }
        Wait-Until 'three results' { $running.Output.Count -ge 3 }
        $null = 51..60 | ForEach-Object { '62812{0:00000000}' -f $_ } | Add-ChataloOptOut -Reason STOP -Store $store
        $ended = Wait-TestScript $running

        $ended.Thrown | Should -BeNullOrEmpty
        $ended.Streams.Error | Should -BeNullOrEmpty
        $campaign = Get-ChataloCampaign test -Store $store
        $campaign.Sent, $campaign.Skipped | Should -Be 50, 10
        ($list | Send-ChataloMessage -Message Halo -Campaign test -Store $store).Outcome | Should -Be (@('Skipped') * 60)
        $gateway.Messages | Should -HaveCount 50
    }
}

Describe 'The password of a store' {
    BeforeEach {
        $gateway = Start-TestGateway
        $session = Connect-TestGateway $gateway
    }
    AfterEach { $gateway.Dispose() }

    It 'is in no output when <What>' -ForEach @(
        @{ What = 'its address lacks the host'; Address = 'Username=u;Password=hunter2' }
        @{ What = 'its address is not known'; Address = 'mysql://u:hunter2@db.example/d' }
    ) {
        $run = Watch-Script { '08121111111' | Send-ChataloMessage -Message Halo -Campaign test -Store $Address -Verbose -Debug }

        $problem = Assert-OneError $run InvalidInput InvalidArgument
        @($run.Verbose, $run.Debug, $run.Warnings, "$problem", "$($problem.Exception)", $problem.ErrorDetails.RecommendedAction | ForEach-Object { $_ }) -join "`n" | Should -Not -Match hunter2
        $gateway.Messages | Should -BeNullOrEmpty
    }

    It 'is in no output while the store is waited for' {
        $running = Start-TestScript { '08121111111' | Send-ChataloMessage -Message Halo -Campaign test -Store $store -Session $session -Verbose -Debug } @{
            store = "Host=127.0.0.1;Port=$(Get-FreePort);Database=d;Username=u;Password=hunter2"; session = $session
        }
        Wait-Until 'the warning' { $running.Streams.Warning.Count -gt 0 }
        $null = Stop-TestScript $running

        $said = $running.Streams
        @($said.Warning, $said.Verbose, $said.Debug, $said.Error | ForEach-Object { "$_" }) -join "`n" | Should -Not -Match hunter2
        $gateway.Messages | Should -BeNullOrEmpty
    }
}
