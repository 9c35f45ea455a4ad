BeforeAll { . "$PSScriptRoot/../common.ps1" }

Describe 'New-ChataloDevice' {
    BeforeEach {
        $gateway = Start-TestGateway
        $session = Connect-TestGateway $gateway
    }
    AfterEach { $gateway.Dispose() }

    It 'registers <Joined> for the number <Number> <Code>' -ForEach @(
        @{ Number = '081234567891'; Code = @{}; Joined = '6281234567891' }
        @{ Number = '+62 812-3456-7891'; Code = @{}; Joined = '6281234567891' }
        @{ Number = '+65 9123 4567'; Code = @{}; Joined = '6591234567' }
        @{ Number = '0812 3456 7891'; Code = @{ CountryCode = '62' }; Joined = '6281234567891' }
        @{ Number = '91234567'; Code = @{ CountryCode = '+65' }; Joined = '6591234567' }
    ) {
        $device = New-ChataloDevice -Name 'Front desk' -Number $Number @Code -Description 'Hall'

        $device.WhatsAppNumber | Should -Be "+$Joined"
        $device.Description | Should -Be Hall
        $device.IsApiEnabled | Should -BeTrue
        $device.Status | Should -Be DISCONNECTED
        $known = $gateway.Devices | Where-Object Name -EQ 'Front desk'
        $known.WhatsAppNumber | Should -Be $Joined
        $known.IsApi | Should -BeTrue
    }

    It 'takes the rows of a list' {
        $devices = @(
            [pscustomobject] @{ Name = 'One'; Number = '081234567891'; ApiEnabled = $false }
            [pscustomobject] @{ Name = 'Two'; Number = '81234567892'; CountryCode = '62' }
        ) | New-ChataloDevice

        $devices.WhatsAppNumber | Should -Be '+6281234567891', '+6281234567892'
        $devices.IsApiEnabled | Should -Be $false, $true
    }

    It 'registers nothing with -WhatIf' {
        $said = Invoke-AtPrompt { New-ChataloDevice A 081234567891 -WhatIf } -Gateway $gateway

        $said.Text | Should -Match ([regex]::Escape('A (+62 81234567891)'))
        Get-TestRequest $gateway | Should -BeNullOrEmpty
    }

    It 'refuses a wrong number before a call' {
        (Get-ChataloError InvalidInput InvalidArgument { New-ChataloDevice Desk 12 }).TargetObject | Should -Be Desk

        Get-TestRequest $gateway | Should -BeNullOrEmpty
    }

    It 'names the field that the gateway refuses' {
        Add-TestFault $gateway @{
            Kind = 'Status'; StatusCode = 422; Body = '{"message":"The given data was invalid.","errors":{"number":["The number has already been taken."]}}'
        }

        Get-ChataloError InvalidInput InvalidArgument { New-ChataloDevice Desk 081234567891 } | Should -BeLike '*The number has already been taken.*'
    }

    It 'makes a device that is found by its name at once' {
        $null = Test-ChataloDevice -Device 'Andi - CS'
        $null = New-ChataloDevice Desk 081234567891

        Test-ChataloDevice -Device desk | Should -BeFalse
    }

    It 'makes a device that is found at once, also by a name that was not found before' {
        $null = Get-ChataloError NotFound ObjectNotFound { Test-ChataloDevice Hall }

        $null = New-ChataloDevice Hall 081234567891

        Test-ChataloDevice Hall | Should -BeFalse
    }
}
