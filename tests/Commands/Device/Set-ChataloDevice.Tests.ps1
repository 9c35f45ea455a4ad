BeforeAll { . "$PSScriptRoot/../common.ps1" }

# The gateway wants all fields of a device; who sets one means this one.
Describe 'Set-ChataloDevice' {
    BeforeEach {
        $gateway = Start-TestGateway
        $session = Connect-TestGateway $gateway
    }
    AfterEach { $gateway.Dispose() }
    BeforeAll {
        function Get-Sela { $gateway.Devices | Where-Object Id -EQ $NoApiDevice }
    }

    It 'changes <Change> and leaves the others' -ForEach @(
        @{ Change = @{ Name = 'Sela' }; Now = @{ Name = 'Sela' } }
        @{ Change = @{ ApiEnabled = $true }; Now = @{ IsApi = $true } }
        @{ Change = @{ Description = 'Hall' }; Now = @{ Description = 'Hall' } }
        @{ Change = @{ Number = '081234567891' }; Now = @{ WhatsAppNumber = '6281234567891' } }
        @{ Change = @{ Number = '91234567'; CountryCode = '65' }; Now = @{ WhatsAppNumber = '6591234567' } }
    ) {
        Set-ChataloDevice 'Sela - CS' @Change -PassThru | Should -BeOfType Chatalo.Device

        $expected = @{ Name = 'Sela - CS'; Description = 'Connected, but not for the API'; WhatsAppNumber = '6285171630003'; IsApi = $false }
        foreach ($name in $Now.Keys) { $expected[$name] = $Now[$name] }
        foreach ($name in $expected.Keys) { (Get-Sela).$name | Should -Be $expected[$name] -Because $name }
    }

    It 'removes the description with an empty one' {
        $null = Set-ChataloDevice 'Sela - CS' -Description ''

        (Get-Sela).Description | Should -BeNullOrEmpty
    }

    It 'takes a device from the pipeline' {
        (Get-ChataloDevice sela* | Set-ChataloDevice -ApiEnabled $true -PassThru).IsReady | Should -BeTrue

        (Get-Sela).Name | Should -Be 'Sela - CS'
    }

    It 'refuses a country code alone' {
        Get-ChataloError InvalidInput InvalidArgument { Set-ChataloDevice 'Sela - CS' -CountryCode 65 }
    }

    It 'has an error when the number that the gateway has is wrong' {
        Add-TestFault $gateway @{ Kind = 'Status'; StatusCode = 200; Method = 'GET'; Body = '{"data":{"id":"d-1","name":"Sela","whatsapp_number":"628517163xxxx"},"meta":{"code":200}}' }

        Get-ChataloError InvalidInput InvalidArgument { Set-ChataloDevice $ReadyDevice -Name New }
    }

    It 'changes nothing with -WhatIf' {
        Set-ChataloDevice 'Sela - CS' -Name Other -WhatIf | Should -BeNullOrEmpty

        (Get-Sela).Name | Should -Be 'Sela - CS'
        @(Get-TestRequest $gateway) -like 'PATCH*' | Should -BeNullOrEmpty
    }

    It 'does not find an unknown device' {
        (Get-ChataloError NotFound ObjectNotFound { Set-ChataloDevice nobody -Name Other }).TargetObject | Should -Be nobody
    }

    It 'says that the change may have been made when the answer is lost' {
        Add-TestFault $gateway @{ Kind = 'ResetAfter'; Method = 'PATCH' }

        Get-ChataloError Unreachable ConnectionError { Set-ChataloDevice 'Sela - CS' -Name Other } | Should -BeLike '*may have been made*'

        @(Get-TestRequest $gateway) -like 'PATCH*' | Should -HaveCount 1
    }
}
