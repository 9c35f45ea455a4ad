BeforeAll { . "$PSScriptRoot/../common.ps1" }

Describe 'A campaign that cannot go on burns nobody' {
    BeforeEach {
        $gateway = Start-TestGateway
        $session = Connect-TestGateway $gateway
        $store = Join-Path $TestDrive "$([guid]::NewGuid()).db"
        $numbers = 1..60 | ForEach-Object { '62812{0:00000000}' -f $_ }
    }
    AfterEach { $gateway.Dispose() }

    It 'pauses with the reason when <Name>' -ForEach @(
        @{ Name = 'the keys are refused'; Status = 403; Body = '{"meta":{"code":403,"message":"Unauthorized"}}'; Id = 'Unauthorized'; Category = 'AuthenticationError'; Reason = 'refused the keys' }
        @{ Name = 'the account is unknown'; Status = 401; Body = '{"message":"Unauthenticated."}'; Id = 'Unauthorized'; Category = 'AuthenticationError'; Reason = 'refused the keys' }
        @{ Name = 'the device is not linked'; Status = 400; Body = '{"meta":{"code":400,"message":"The device is not connected."}}'; Id = 'DeviceNotReady'; Category = 'ResourceUnavailable'; Reason = 'device is not connected' }
        @{ Name = 'the device is gone'; Status = 404; Body = '{"meta":{"code":404,"message":"Device not found."}}'; Id = 'NotFound'; Category = 'ObjectNotFound'; Reason = 'Device not found' }
        @{ Name = 'the plan has ended'; Status = 400; Body = '{"meta":{"code":400,"message":"Your subscription has expired."}}'; Id = 'InvalidInput'; Category = 'InvalidArgument'; Reason = 'subscription has expired' }
    ) {
        Add-TestFault $gateway @{ Kind = 'Status'; StatusCode = $Status; Body = $Body; Path = '/messages' }

        $run = Watch-Script { $numbers[0..7] | Send-ChataloMessage -Message Halo -Campaign nov -Store $store -ThrottleLimit 2 }

        $problem = Assert-OneError $run $Id $Category
        "$problem" | Should -Match $Reason
        $problem.ErrorDetails.RecommendedAction | Should -Match 'Resume-ChataloCampaign'
        $run.Output.Outcome | Should -Be (@('Skipped') * 8)
        $campaign = Get-ChataloCampaign nov -Store $store
        $campaign.State | Should -Be Paused
        $campaign.PauseReason | Should -Match $Reason
        $campaign.Pending, $campaign.Failed | Should -Be 8, 0
        $run.Warnings | Should -Match $Reason
        (Get-TestRequest $gateway).Count | Should -BeLessOrEqual 2

        $gateway.ClearFaults()
        (Resume-ChataloCampaign nov -Store $store).Outcome | Should -Be (@('Sent') * 8)
    }

    It 'pauses for a device that really is not linked' {
        $run = Watch-Script { $numbers[0..7] | Send-ChataloMessage -Message Halo -Campaign nov -Store $store -Device $DisconnectedDevice }

        $null = Assert-OneError $run DeviceNotReady ResourceUnavailable
        (Get-ChataloCampaign nov -Store $store).Pending | Should -Be 8
    }

    It 'fails a row whose refusal concerns the row alone' {
        Add-TestFault $gateway @{ Kind = 'Status'; StatusCode = 409; Body = '{"meta":{"code":409,"message":"Not this one."}}'; Path = '/messages'; Count = 2 }

        $run = Watch-Script { $numbers[0..7] | Send-ChataloMessage -Message Halo -Campaign nov -Store $store }

        $run.Errors | Should -HaveCount 2
        $run.Output.Where({ $_.Outcome -eq 'Failed' }) | Should -HaveCount 2
        $run.Output.Where({ $_.Outcome -eq 'Sent' }) | Should -HaveCount 6
    }

    It 'ends with one error when its session is disconnected, and goes on later' {
        Add-TestFault $gateway @{ Kind = 'Delay'; DelayMs = 30; Path = '/messages' }
        $running = Start-TestScript { $numbers | Send-ChataloMessage -Session $session -Message Halo -Campaign nov -Store $store -ThrottleLimit 3 } @{ session = $session; numbers = $numbers; store = $store }
        Wait-Until 'ten messages' { $gateway.MessageCount -ge 10 }
        Disconnect-Chatalo -Session $session
        $ended = Wait-TestScript $running

        $ended.Streams.Error | Should -HaveCount 1
        Assert-ChataloError $ended.Streams.Error[0] Stopped OperationStopped
        $ended.Output.Outcome | Should -Not -Contain Failed
        $campaign = Get-ChataloCampaign nov -Store $store
        $campaign.Failed, $campaign.Unknown, $campaign.Sending | Should -Be 0, 0, 0
        $campaign.Sent | Should -Be $gateway.MessageCount

        $null = Connect-TestGateway $gateway
        $null = $numbers | Send-ChataloMessage -Message Halo -Campaign nov -Store $store -ThrottleLimit 8
        $gateway.Messages.Number | Sort-Object | Should -Be $numbers
    }

    It 'without a campaign says of each that it was not sent when the session is disconnected' {
        Add-TestFault $gateway @{ Kind = 'Delay'; DelayMs = 30; Path = '/messages' }
        $running = Start-TestScript { $numbers | Send-ChataloMessage -Session $session -Message Halo -ThrottleLimit 3 } @{ session = $session; numbers = $numbers }
        Wait-Until 'ten messages' { $gateway.MessageCount -ge 10 }
        Disconnect-Chatalo -Session $session
        $ended = Wait-TestScript $running

        $ended.Thrown | Should -BeNullOrEmpty
        $ended.Output | Should -HaveCount 60
        $ended.Output.Where({ $_.Outcome -ne 'Sent' }).ErrorId | Sort-Object -Unique | Should -Be Chatalo.Stopped
        $ended.Output.Where({ $_.Outcome -eq 'Sent' }).Count | Should -Be $gateway.MessageCount
    }

    It 'has a complete list as soon as it is recorded' {
        Add-TestFault $gateway @{ Kind = 'Delay'; DelayMs = 200; Path = '/messages' }
        $running = Start-TestScript { $numbers | Send-ChataloMessage -Session $session -Message Halo -Campaign nov -Store $store } @{ session = $session; numbers = $numbers; store = $store }
        Wait-Until 'the end of the list' { (Test-Path $store) -and (Get-ChataloCampaign nov -Store $store -ErrorAction SilentlyContinue).IsListComplete -and $gateway.MessageCount -ge 1 }
        $null = Stop-TestScript $running

        $campaign = Get-ChataloCampaign nov -Store $store
        $campaign.IsListComplete | Should -BeTrue
        $campaign.Pending | Should -BeGreaterThan 40
        $gateway.ClearFaults()
        $run = Watch-Script { Resume-ChataloCampaign nov -Store $store -ThrottleLimit 8 }
        $run.Warnings | Should -Not -Match 'not recorded to its end'
        # The message that was on its way when the run was stopped is Unknown: it may never have arrived, and is not sent again.
        $unknown = @(Get-ChataloDelivery nov -Store $store -Status Unknown | ForEach-Object { $_.Number.TrimStart('+') })
        @($gateway.Messages.Number) + $unknown | Sort-Object -Unique | Should -HaveCount 60
        $gateway.Messages.Number | Should -HaveCount @($gateway.Messages.Number | Sort-Object -Unique).Count
    }
}
