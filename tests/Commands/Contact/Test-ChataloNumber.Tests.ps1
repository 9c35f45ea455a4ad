BeforeAll { . "$PSScriptRoot/../common.ps1" }

# At the emulator, numbers that end in 0000 are not on WhatsApp.
Describe 'Test-ChataloNumber' {
    BeforeEach {
        $gateway = Start-TestGateway
        $session = Connect-TestGateway $gateway
    }
    AfterEach { $gateway.Dispose() }

    It 'gives the number and whether it exists' {
        $check = Test-ChataloNumber 0812-3456-7891

        $check | Should -BeOfType Chatalo.NumberCheck
        $check.Number | Should -Be '+6281234567891'
        $check.Exists | Should -BeTrue
    }

    It 'is true or false with -Quiet' {
        '081234567891', '081234560000' | Test-ChataloNumber -Quiet | Should -Be $true, $false
    }

    It 'does not take a number for one that exists when the gateway does not say' {
        Add-TestFault $gateway @{ Kind = 'Status'; StatusCode = 200; Body = '{"data":{"number":"6281234567891"},"meta":{"code":200,"message":"OK"}}' }

        (Test-ChataloNumber 081234567891).Exists | Should -BeNullOrEmpty
        Test-ChataloNumber 081234567891 -Quiet | Should -BeFalse
    }

    It 'gives what can be sent to' {
        $rows = [pscustomobject] @{ Nama = 'A'; 'No HP' = '081234567891' }, [pscustomobject] @{ Nama = 'B'; 'No HP' = '081234560000' }

        ($rows | Test-ChataloNumber | Where-Object Exists | Send-ChataloMessage -Message Halo).Number | Should -Be '+6281234567891'

        $gateway.Messages.Number | Should -Be '6281234567891'
    }

    It 'keeps the input' {
        ([pscustomobject] @{ Nama = 'A'; Phone = '081234567891' } | Test-ChataloNumber).InputObject.Nama | Should -Be A
    }

    It 'has an error for a wrong number, beside the other results' {
        $run = Watch-Script { '081234567891', 'abc', '081234567892' | Test-ChataloNumber }

        $run.Output | Should -HaveCount 2
        "$((Assert-OneError $run InvalidInput InvalidArgument).TargetObject)" | Should -Be abc
    }

    It "reads numbers without a country code by the session's region" {
        $null = Connect-TestGateway $gateway @{ Device = $ReadyDevice; DefaultRegion = 'SG' }

        (Test-ChataloNumber 91234567).Number | Should -Be '+6591234567'
    }
}
