# Runs long: a list of a thousand, and twenty processes that are killed.
BeforeAll {
    . "$PSScriptRoot/../common.ps1"
    . "$PSScriptRoot/workers.ps1"
    $send = { $list | Send-ChataloMessage -Template 'Halo {{Nama}}' -Campaign test -Store $store -ThrottleLimit 4 > $null }
    $resume = { Resume-ChataloCampaign test -Store $store -ThrottleLimit 4 > $null }
}

Describe 'A campaign whose workers are killed' {
    BeforeEach {
        $store = Join-Path $TestDrive "$([guid]::NewGuid()).db"
        $gateway = Start-TestGateway
        # Answers that take a moment, so that something is in flight when a worker is killed.
        Add-TestFault $gateway @{ Kind = 'Delay'; DelayMs = 10; Path = '/messages' }
        $null = Connect-TestGateway $gateway @{ Device = $ReadyDevice; TimeoutSec = 3 }
        $workers = [Collections.Generic.List[object]]::new()
    }
    AfterEach {
        $workers | ForEach-Object { Stop-TestWorker $_ }
        $gateway.Dispose()
    }

    It 'twenty times reaches everybody, and nobody twice' {
        # The list is imported by each worker anew, as a job that is tried again from the top does.
        $random = [Random]::new(20251122)
        $kills = 0
        $workers.Add((Start-TestWorker $gateway $store 1000))
        foreach ($turn in 0..19) {
            $worker = $workers[-1]
            # The next one gets ready meanwhile.
            $workers.Add((Start-TestWorker $gateway $store 1000))
            $wanted = $gateway.MessageCount + $random.Next(0, 40)
            Invoke-TestWorker $worker $(if ($turn % 2) { $resume } else { $send })
            # Sometimes before it has sent anything, mostly amid its sending.
            Wait-Until "$wanted messages" { $gateway.MessageCount -ge $wanted -or $worker.Process.HasExited }
            # Not a wait for anything: a moment by chance, so that the kill meets every step.
            [Threading.Thread]::Sleep($random.Next(0, 30))
            if (-not $worker.Process.HasExited) { $kills++ }
            Stop-TestWorker $worker
        }
        Invoke-TestWorker $workers[-1] $send
        Wait-TestWorker $workers[-1]

        $kills | Should -BeGreaterThan 15
        $campaign = Wait-TestCampaign $store
        $campaign.Sent + $campaign.Failed + $campaign.Unknown | Should -Be 1000
        $campaign.Pending | Should -Be 0
        $campaign.Unknown | Should -BeLessOrEqual ($kills * 4)
        (Get-TestDelivery $gateway).Values | Sort-Object -Unique | Should -Be 1

        $null = Resume-ChataloCampaign test -Store $store -ThrottleLimit 4 -RetryUnknown
        (Get-ChataloCampaign test -Store $store).Sent | Should -Be 1000
        (Get-TestDelivery $gateway).Count | Should -Be 1000
    }

    # The class that starts PostgreSQL is of a C# that Windows PowerShell does not compile.
    It 'on one PostgreSQL, two of four, sends each message once and keeps the interval' -Skip:($PSVersionTable.PSVersion.Major -lt 7) {
        $server = Start-TestPostgres
        if (-not $server) { return }
        try {
            $store = $server.ConnectionString
            # Recorded while it is paused, so that all four begin with the whole list.
            $null = '6289990000001' | Send-ChataloMessage -Message Halo -Campaign test -Store $store -Interval 0.002
            Suspend-ChataloCampaign test -Store $store
            $null = 1..2999 | ForEach-Object { '62812{0:00000000}' -f $_ } | Send-ChataloMessage -Message Halo -Campaign test -Store $store -WarningAction SilentlyContinue
            (Get-ChataloCampaign test -Store $store).Pending | Should -Be 2999

            foreach ($i in 1..4) { $workers.Add((Start-TestWorker $gateway $store 1 -TimeoutSec 5)) }
            foreach ($worker in $workers) { Invoke-TestWorker $worker $resume }
            Wait-Until '700 messages' { $gateway.MessageCount -ge 700 }
            Stop-TestWorker $workers[0]
            Wait-Until '1400 messages' { $gateway.MessageCount -ge 1400 }
            Stop-TestWorker $workers[1]
            Wait-TestWorker $workers[2]
            Wait-TestWorker $workers[3]

            $campaign = Wait-TestCampaign $store
            $campaign.Sent + $campaign.Unknown | Should -Be 3000
            $campaign.Pending | Should -Be 0
            $campaign.Unknown | Should -BeLessOrEqual 8
            (Get-TestDelivery $gateway).Values | Sort-Object -Unique | Should -Be 1
            # By the database's clock, whichever worker claimed them.
            $deliveries = @(Get-ChataloDelivery test -Store $store)
            $claimed = @($deliveries.ClaimedAt | Sort-Object)
            @(1..($claimed.Count - 1) | Where-Object { $claimed[$_] - $claimed[$_ - 1] -lt [timespan]::FromMilliseconds(2) }) | Should -BeNullOrEmpty
            @($deliveries.Worker | Sort-Object -Unique).Count | Should -BeGreaterOrEqual 4
        }
        finally { $server.Dispose() }
    }
}
