BeforeAll { . "$PSScriptRoot/../common.ps1" }

Describe 'Clear-ChataloEmulatorMessage' {
    BeforeEach {
        $emulator = Start-ChataloEmulator
        $null = $emulator | Connect-Chatalo -Device 'Andi - CS'
        $null = Send-ChataloMessage 081234567891 Hi
    }
    AfterEach { Stop-ChataloEmulator }

    It 'forgets the messages and writes nothing' {
        $emulator | Clear-ChataloEmulatorMessage | Should -BeNullOrEmpty

        Get-ChataloEmulatorMessage | Should -BeNullOrEmpty
        # What came is still counted.
        $emulator.MessageCount | Should -Be 1
    }

    It 'means the emulator that was started last, and leaves others alone' {
        $null = Start-ChataloEmulator

        Clear-ChataloEmulatorMessage

        $emulator | Get-ChataloEmulatorMessage | Should -HaveCount 1
    }

    It 'forgets nothing with -WhatIf' {
        Clear-ChataloEmulatorMessage -WhatIf

        Get-ChataloEmulatorMessage | Should -HaveCount 1
    }

    It 'says what to do without an emulator' {
        Stop-ChataloEmulator

        (Get-ChataloError NotFound ObjectNotFound { Clear-ChataloEmulatorMessage }).ErrorDetails.RecommendedAction | Should -Match Start-ChataloEmulator
    }
}
