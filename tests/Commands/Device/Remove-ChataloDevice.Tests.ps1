BeforeAll { . "$PSScriptRoot/../common.ps1" }

Describe 'Remove-ChataloDevice' {
    BeforeEach {
        $gateway = Start-TestGateway
        $session = Connect-TestGateway $gateway
    }
    AfterEach { $gateway.Dispose() }

    It 'asks first, and does as it is told: <Answer>' -ForEach @(
        @{ Answer = 'y'; Left = 2 }
        @{ Answer = 'n'; Left = 3 }
    ) {
        $said = Invoke-AtPrompt { Remove-ChataloDevice 'Dita - CS' } -Answer $Answer -Gateway $gateway

        $said.Text | Should -Match 'Dita - CS'
        $gateway.Devices | Should -HaveCount $Left
    }

    It 'asks nothing with -Confirm:$false' {
        $said = Invoke-AtPrompt { Get-ChataloDevice -Status DISCONNECTED | Remove-ChataloDevice -Confirm:$false } -Gateway $gateway

        $said.Text | Should -BeNullOrEmpty
        $gateway.Devices.Id | Should -Not -Contain $DisconnectedDevice
    }

    It 'removes nothing with -WhatIf' {
        Get-ChataloDevice | Remove-ChataloDevice -WhatIf

        $gateway.Devices | Should -HaveCount 3
    }

    It 'makes the device unknown at once' {
        Remove-ChataloDevice 'Dita - CS' -Confirm:$false

        Get-ChataloError NotFound ObjectNotFound { Test-ChataloDevice -Device 'Dita - CS' }
    }

    It "never takes the session's device by default" {
        # Without an answer to the question for the device.
        $said = Invoke-AtPrompt { Remove-ChataloDevice -Confirm:$false } -Gateway $gateway

        $said.Text | Should -Match Device
        $gateway.Devices | Should -HaveCount 3
    }

    It 'does not find <_>' -ForEach '../profile', 'c7276ae0-c306-4896-8fda-999999999999' {
        $device = $_

        Get-ChataloError NotFound ObjectNotFound { Remove-ChataloDevice $device -Confirm:$false }

        $gateway.Devices | Should -HaveCount 3
    }

    It 'has an error when the gateway says that it did not remove it' {
        Add-TestFault $gateway @{ Kind = 'Status'; StatusCode = 200; Method = 'DELETE'; Body = '{"data":{"is_deleted":false},"meta":{"code":200}}' }

        Get-ChataloError InvalidInput InvalidArgument { Remove-ChataloDevice 'Dita - CS' -Confirm:$false }
    }
}
