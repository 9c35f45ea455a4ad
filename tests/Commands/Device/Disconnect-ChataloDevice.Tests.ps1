BeforeAll { . "$PSScriptRoot/../common.ps1" }

Describe 'Disconnect-ChataloDevice' {
    BeforeEach {
        $gateway = Start-TestGateway
        $session = Connect-TestGateway $gateway
    }
    AfterEach { $gateway.Dispose() }

    It 'asks first, and does as it is told: <Answer>' -ForEach @(
        @{ Answer = 'y'; Status = 'DISCONNECTED' }
        @{ Answer = 'n'; Status = 'AUTHENTICATED' }
    ) {
        $said = Invoke-AtPrompt { Disconnect-ChataloDevice 'Andi - CS' } -Answer $Answer -Gateway $gateway

        $said.Text | Should -Match 'Andi - CS'
        ($gateway.Devices | Where-Object Id -EQ $ReadyDevice).Status | Should -Be $Status
    }

    It 'unlinks a device from the pipeline, and keeps it' {
        Get-ChataloDevice -Ready | Disconnect-ChataloDevice -Confirm:$false

        @(Get-TestRequest $gateway)[-1] | Should -Be "DELETE /device/disconnect/$ReadyDevice"
        $gateway.Devices | Should -HaveCount 3
    }

    It 'unlinks nothing with -WhatIf' {
        Get-ChataloDevice | Disconnect-ChataloDevice -WhatIf

        @(Get-TestRequest $gateway) -like 'DELETE*' | Should -BeNullOrEmpty
    }

    It 'does not find an unknown device' {
        Get-ChataloError NotFound ObjectNotFound { Disconnect-ChataloDevice nobody -Confirm:$false }
    }
}
