# Runs long: leases and time-outs run out while a process sleeps.
BeforeAll {
    . "$PSScriptRoot/../common.ps1"
    . "$PSScriptRoot/workers.ps1"
}

# Laptops that sleep in the middle: connections, time-outs and leases have passed when they wake. Windows has no signal for it.
Describe 'A worker that slept' -Skip:($PSVersionTable.Platform -ne 'Unix') {
    BeforeEach {
        $gateway = Start-TestGateway
        Add-TestFault $gateway @{ Kind = 'Delay'; DelayMs = 10; Path = '/messages' }
        $workers = [Collections.Generic.List[object]]::new()
    }
    AfterEach {
        $workers | ForEach-Object { Stop-TestWorker $_ }
        $gateway.Dispose()
    }

    It 'goes on with its list where it was, and nobody gets a message twice' {
        $worker = Start-TestWorker $gateway '' 400 -TimeoutSec 5
        $workers.Add($worker)
        Invoke-TestWorker $worker {
            $list | Send-ChataloMessage -Message Halo -ThrottleLimit 4 -ErrorAction SilentlyContinue | ForEach-Object { "$($_.Outcome) $($_.InputObject.Number)" }
        }

        Wait-Until '100 messages' { $gateway.MessageCount -ge 100 }
        Send-TestSignal $worker STOP
        # What is waited for is the time itself: longer than the worker's time-out.
        [Threading.Thread]::Sleep(7000)
        Send-TestSignal $worker CONT
        $lines = @(Wait-TestWorker $worker)

        @($lines | Where-Object { $_ -match '^(Sent|Unknown) ' } | ForEach-Object { ($_ -split ' ')[1] } | Sort-Object -Unique).Count | Should -Be 400
        @($lines -like 'Unknown *').Count | Should -BeLessOrEqual 4
        $deliveries = Get-TestDelivery $gateway
        $deliveries.Count | Should -Be 400
        $deliveries.Values | Sort-Object -Unique | Should -Be 1
    }

    It 'sends nothing that another took over' {
        $server = Start-TestPostgres
        if (-not $server) { return }
        try {
            $store = $server.ConnectionString
            # What the other worker left unknown is an error of this one's.
            $send = { $list | Send-ChataloMessage -Message Halo -Campaign test -Store $store -ThrottleLimit 4 -ErrorAction SilentlyContinue > $null }
            foreach ($i in 1, 2) { $workers.Add((Start-TestWorker $gateway $store 400)) }
            $sleeper, $other = $workers
            Invoke-TestWorker $sleeper $send
            Wait-Until '100 messages' { $gateway.MessageCount -ge 100 }
            Send-TestSignal $sleeper STOP
            # Asleep in a transaction it holds the campaign, until the server ends that transaction.
            Invoke-TestWorker $other $send
            Wait-TestWorker $other

            $null = Wait-TestCampaign $store
            $before = @((Get-TestDelivery $gateway).Keys)
            Send-TestSignal $sleeper CONT
            Wait-TestWorker $sleeper

            $deliveries = @(Get-ChataloDelivery test -Store $store)
            # It was the first, and alone.
            $name = ($deliveries | Sort-Object ClaimedAt)[0].Worker
            $late = @((Get-TestDelivery $gateway).Keys | Where-Object { $_ -notin $before } | ForEach-Object { $_.TrimStart('+') })
            $deliveries | Where-Object { $_.Worker -eq $name -and $_.Number.TrimStart('+') -in $late } | Should -BeNullOrEmpty -Because 'it sent nothing when it woke'
            # What it had in flight had arrived or not; of what had not even left when it slept, it says so.
            @($deliveries | Where-Object { $_.Worker -eq $name -and $_.Status -in 'Unknown', 'Failed' }).Count | Should -BeLessOrEqual 4
            $deliveries | Where-Object Status -NotIn Sent, Unknown, Failed | Should -BeNullOrEmpty
            $deliveries | Should -HaveCount 400
            (Get-TestDelivery $gateway).Count | Should -BeGreaterOrEqual 396
            (Get-TestDelivery $gateway).Values | Sort-Object -Unique | Should -Be 1
        }
        finally { $server.Dispose() }
    }
}
