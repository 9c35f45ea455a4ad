BeforeAll { . "$PSScriptRoot/../common.ps1" }

Describe 'Suspend-ChataloCampaign' {
    BeforeEach {
        $gateway = Start-TestGateway
        $session = Connect-TestGateway $gateway
        $store = Join-Path $TestDrive "$([guid]::NewGuid()).db"
        $null = '08121111111' | Send-ChataloMessage -Message Halo -Campaign test -Store $store
    }
    AfterEach { $gateway.Dispose() }

    It 'has the campaign record what is sent to it, and Resume-ChataloCampaign send that without the list' {
        Suspend-ChataloCampaign test -Reason lunch -Store $store | Should -BeNullOrEmpty

        $run = Watch-Script { '08122222222' | Send-ChataloMessage -Message Halo -Campaign test -Store $store }

        $run.Errors | Should -BeNullOrEmpty
        $run.Output | Should -HaveCount 1
        $run.Output.Outcome | Should -Be Skipped
        $run.Output.Reason | Should -Match 'paused \(lunch\)'
        $run.Warnings | Should -Match '1 messages pending'
        $gateway.Messages | Should -HaveCount 1

        (Get-ChataloCampaign -Store $store | Resume-ChataloCampaign -Store $store).Number | Should -Be +628122222222
        (Get-ChataloCampaign test -Store $store).Sent | Should -Be 2
        $gateway.Messages.Number | Should -Be 628121111111, 628122222222
    }

    It 'takes campaigns from the pipeline, and does nothing with -WhatIf' {
        Get-ChataloCampaign -Store $store | Suspend-ChataloCampaign -Store $store -WhatIf
        (Get-ChataloCampaign test -Store $store).State | Should -Be Completed

        Get-ChataloCampaign -Store $store | Suspend-ChataloCampaign -Store $store
        (Get-ChataloCampaign test -Store $store).State | Should -Be Paused
    }

    It 'has an error for a campaign that is not in the store' {
        $null = Get-ChataloError NotFound ObjectNotFound { Suspend-ChataloCampaign none -Store $store }
    }
}
