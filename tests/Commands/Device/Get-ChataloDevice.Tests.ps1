BeforeAll { . "$PSScriptRoot/../common.ps1" }

Describe 'Get-ChataloDevice' {
    BeforeEach {
        $gateway = Start-TestGateway
        $session = Connect-TestGateway $gateway
    }
    AfterEach { $gateway.Dispose() }

    It 'lists the devices with what they are' {
        $devices = Get-ChataloDevice

        $devices | Should -BeOfType Chatalo.Device
        $devices.Name | Should -Be 'Andi - CS', 'Dita - CS', 'Sela - CS'
        $devices.IsApiEnabled | Should -Be $true, $true, $false
        $devices.IsReady | Should -Be $true, $false, $false
        $devices.Status | Should -Be AUTHENTICATED, DISCONNECTED, AUTHENTICATED
        $devices[0].WhatsAppNumber | Should -Be '+6285176630001'
        $devices.DeviceId | Should -Be $devices.Id
    }

    It 'gives <Count> for <Parameter>' -ForEach @(
        @{ Parameter = @{ Ready = $true }; Count = 1 }
        @{ Parameter = @{ Name = '*cs' }; Count = 3 }
        @{ Parameter = @{ Name = 'a*', 'd*' }; Count = 2 }
        @{ Parameter = @{ Name = 'Andi - CS' }; Count = 1 }
        @{ Parameter = @{ Name = 'nobody*' }; Count = 0 }
        @{ Parameter = @{ Name = 'Dita - CS'; Ready = $true }; Count = 0 }
        @{ Parameter = @{ Name = 'nobody'; First = 1; ErrorAction = 'Ignore' }; Count = 0 }
        @{ Parameter = @{ Status = 'authenticated' }; Count = 2 }
        @{ Parameter = @{ Status = 'AUTHENTICATED', 'DISCONNECTED'; Name = 's*' }; Count = 1 }
        @{ Parameter = @{ First = 2 }; Count = 2 }
        @{ Parameter = @{ Skip = 1 }; Count = 2 }
        @{ Parameter = @{ Skip = 1; First = 1 }; Count = 1 }
        @{ Parameter = @{ First = 0 }; Count = 0 }
        @{ Parameter = @{ Ready = $true; Skip = 1 }; Count = 0 }
    ) {
        @(Get-ChataloDevice @Parameter) | Should -HaveCount $Count
    }

    It 'has an error for a name that no device has, beside the other devices' {
        $run = Watch-Script { Get-ChataloDevice nobody, 'Andi - CS', none* }

        $run.Output.Name | Should -Be 'Andi - CS'
        (Assert-OneError $run NotFound ObjectNotFound).TargetObject | Should -Be nobody
    }

    It 'finds a name with brackets' {
        $null = New-ChataloDevice 'Ops [1]' 081234567891

        (Get-ChataloDevice 'Ops [1]').Name | Should -Be 'Ops [1]'
    }

    It 'asks for an id alone' {
        (Get-ChataloDevice -Id $NoApiDevice).Description | Should -Be 'Connected, but not for the API'

        Get-TestRequest $gateway | Should -Be "GET /device/$NoApiDevice"
    }

    It 'takes ids from the pipeline, and the device of a message, a group or a contact' {
        ($DisconnectedDevice | Get-ChataloDevice).Name | Should -Be 'Dita - CS'
        (Get-ChataloGroup -First 1 | Get-ChataloDevice).Name | Should -Be 'Andi - CS'
    }

    It 'has an error for the unknown one of several ids, and gives the others' {
        $run = Watch-Script { Get-ChataloDevice -Id $ReadyDevice, 'c7276ae0-c306-4896-8fda-999999999999', $NoApiDevice }

        $run.Output.Name | Should -Be 'Andi - CS', 'Sela - CS'
        (Assert-OneError $run NotFound ObjectNotFound).TargetObject | Should -Be 'c7276ae0-c306-4896-8fda-999999999999'
    }

    It 'refuses the id <_> before a call, because it leads elsewhere' -ForEach '../profile', 'a/b', 'a..b', 'a?b', '%2e%2e', 'a\b' {
        $id = $_

        Get-ChataloError InvalidInput InvalidArgument { Get-ChataloDevice -Id $id }

        Get-TestRequest $gateway | Should -BeNullOrEmpty
    }

    It 'shows a status that it does not know' {
        $null = $gateway.SetDeviceStatus($ReadyDevice, 'HIBERNATING')

        $device = Get-ChataloDevice -Status hibernating

        $device.Status | Should -Be HIBERNATING
        $device.IsReady | Should -BeFalse
    }

    It 'has no error for an empty list' {
        Add-TestFault $gateway @{ Kind = 'Status'; StatusCode = 200; Body = '{"data":[],"meta":{"code":200,"message":"OK"}}' }

        Get-ChataloDevice -ErrorAction Stop | Should -BeNullOrEmpty
        Get-ChataloError NotFound ObjectNotFound { Get-ChataloDevice -Id $ReadyDevice }
    }

    It 'gives devices that are still taken after an export' {
        Get-ChataloDevice -Ready | Export-Clixml "$TestDrive/device.xml"

        Import-Clixml "$TestDrive/device.xml" | Test-ChataloDevice | Should -BeTrue
    }
}
