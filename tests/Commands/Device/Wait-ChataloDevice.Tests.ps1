BeforeAll { . "$PSScriptRoot/../common.ps1" }

Describe 'Wait-ChataloDevice' {
    BeforeEach {
        $gateway = Start-TestGateway
        $session = Connect-TestGateway $gateway
    }
    AfterEach { $gateway.Dispose() }

    It 'gives a linked device at once' {
        (Wait-ChataloDevice).Name | Should -Be 'Andi - CS'

        Get-TestRequest $gateway | Should -HaveCount 2
    }

    It 'gives a device when it is linked' {
        $waiting = Start-TestScript { Wait-ChataloDevice -Device $id -Session $session } @{ id = $DisconnectedDevice; session = $session }
        Wait-Until 'the first look' { $gateway.RequestCount -gt 0 }

        $null = $gateway.SetDeviceStatus($DisconnectedDevice, 'AUTHENTICATED')

        (Wait-TestScript $waiting).Output.IsReady | Should -BeTrue
    }

    It 'has an error after -TimeoutSec' {
        (Get-ChataloError TimedOut OperationTimeout { Wait-ChataloDevice -Device 'Dita - CS' -TimeoutSec 1 }).TargetObject | Should -Be 'Dita - CS'
    }

    It 'can be stopped' {
        $waiting = Start-TestScript { Wait-ChataloDevice -Device 'Dita - CS' -TimeoutSec 86400 -Session $session } @{ session = $session }
        Wait-Until 'the first look' { $gateway.RequestCount -gt 1 }

        (Stop-TestScript $waiting).TotalSeconds | Should -BeLessThan 30

        $waiting.Shell.InvocationStateInfo.State | Should -Be Stopped
    }
}
