BeforeAll { . "$PSScriptRoot/../common.ps1" }

Describe 'Remove-ChataloCampaign' {
    BeforeEach {
        $gateway = Start-TestGateway
        $session = Connect-TestGateway $gateway
        $store = Join-Path $TestDrive "$([guid]::NewGuid()).db"
        $null = '081234567890' | Send-ChataloMessage -Message Halo -Campaign kept -Store $store
        $null = '081234567890', '081234567891' | Send-ChataloMessage -Message Halo -Campaign test -Store $store
    }
    AfterEach { $gateway.Dispose() }

    It 'removes the record of one campaign, and only without -WhatIf' {
        Remove-ChataloCampaign test -Store $store -WhatIf
        (Get-ChataloCampaign -Store $store).Name | Sort-Object | Should -Be kept, test

        Remove-ChataloCampaign test -Store $store -Confirm:$false | Should -BeNullOrEmpty

        (Get-ChataloCampaign -Store $store).Name | Should -Be kept
        (Get-ChataloDelivery kept -Store $store).Status | Should -Be Sent
        $null = Get-ChataloError NotFound ObjectNotFound { Get-ChataloDelivery test -Store $store }
    }

    It 'asks before it removes, and keeps the record after a no' {
        # The prompt is a process of its own.
        $env:CHATALO_STORE = $store
        try { $said = Invoke-AtPrompt { Remove-ChataloCampaign test; (Get-ChataloCampaign).Name -join ',' } -Answer n }
        finally { Remove-Item Env:CHATALO_STORE }

        $said.Text | Should -Match 'Remove campaign with all it knows of its recipients'
        $said.Lines[-1].Split(',') | Sort-Object | Should -Be kept, test
    }

    It 'has an error for a campaign that is not in the store' {
        $null = Get-ChataloError NotFound ObjectNotFound { Remove-ChataloCampaign none -Store $store -Confirm:$false }
    }
}
