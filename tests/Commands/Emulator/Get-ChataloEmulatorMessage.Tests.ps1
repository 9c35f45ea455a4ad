BeforeAll { . "$PSScriptRoot/../common.ps1" }

Describe 'Get-ChataloEmulatorMessage' {
    BeforeEach {
        $emulator = Start-ChataloEmulator
        $null = $emulator | Connect-Chatalo -Device 'Andi - CS'
    }
    AfterEach { Stop-ChataloEmulator }

    It 'shows what was delivered' {
        $null = '081234567891', '081234567892' | Send-ChataloMessage -Message Hi -Url https://files.example/a.pdf
        $null = Get-ChataloGroup Sales | Send-ChataloMessage -Message Team

        $delivered = Get-ChataloEmulatorMessage

        $delivered.Id | Should -Be 1, 2, 3
        $delivered.Type | Should -Be Caption, Caption, Text
        $delivered.Message | Should -Be Hi, Hi, Team
        $delivered.Number | Should -Be '+6281234567891', '+6281234567892', $null
        $delivered[2].GroupId | Should -Be (Get-ChataloGroup Sales).Id
    }

    It 'finds <To>' -ForEach @(
        @{ To = '*2'; Expected = '+6281234567892' }
        @{ To = '+*2'; Expected = '+6281234567892' }
        @{ To = '6281234567891'; Expected = '+6281234567891' }
    ) {
        $null = '081234567891', '081234567892' | Send-ChataloMessage -Message Hi

        (Get-ChataloEmulatorMessage $To).Number | Should -Be $Expected
    }

    It 'finds what went to a group' {
        $null = Get-ChataloGroup Sales | Send-ChataloMessage -Message Team
        $null = Send-ChataloMessage 081234567891 Hi

        (Get-ChataloEmulatorMessage -GroupId (Get-ChataloGroup Sales).Id).Message | Should -Be Team
        (Get-ChataloEmulatorMessage -Number * -GroupId *).Message | Should -Be Team, Hi
    }

    It 'shows the code of a one-time password' {
        $otp = Send-ChataloOtp 081234567891

        $otp | Confirm-ChataloOtp -Code (Get-ChataloEmulatorMessage).OtpCode -Quiet | Should -BeTrue
    }

    It 'gives what never goes out again by itself' {
        $null = Send-ChataloMessage 081234567891 Hi

        (Get-ChataloEmulatorMessage | Send-ChataloMessage -ErrorAction SilentlyContinue).Outcome | Should -Be Failed
    }

    It 'says what to do without an emulator' {
        Stop-ChataloEmulator

        (Get-ChataloError NotFound ObjectNotFound { Get-ChataloEmulatorMessage }).ErrorDetails.RecommendedAction | Should -Match Start-ChataloEmulator
    }
}
