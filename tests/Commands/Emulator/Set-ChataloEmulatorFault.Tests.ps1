BeforeAll { . "$PSScriptRoot/../common.ps1" }

Describe 'Set-ChataloEmulatorFault' {
    BeforeEach { $null = Start-ChataloEmulator -RateLimit 0 | Connect-Chatalo -Device $ReadyDevice -SkipCheck }
    AfterEach { Stop-ChataloEmulator }
    BeforeAll {
        function Get-Outcome { (Send-ChataloMessage 081234567891 Hi -ErrorAction SilentlyContinue).Outcome }
    }

    It 'makes a send <Outcome> with <Fault>' -ForEach @(
        @{ Fault = @{ Kind = 'Status' }; Outcome = 'Unknown' }
        @{ Fault = @{ Kind = 'Status'; StatusCode = 400 }; Outcome = 'Failed' }
        @{ Fault = @{ Kind = 'Status'; StatusCode = 429; RetryAfterSec = 0; Count = 1 }; Outcome = 'Sent' }
        @{ Fault = @{ Kind = 'ResetBefore' }; Outcome = 'Unknown' }
        @{ Fault = @{ Kind = 'ResetAfter' }; Outcome = 'Unknown' }
        @{ Fault = @{ Kind = 'Truncate' }; Outcome = 'Unknown' }
        @{ Fault = @{ Kind = 'Html' }; Outcome = 'Unknown' }
        @{ Fault = @{ Kind = 'Empty' }; Outcome = 'Unknown' }
        @{ Fault = @{ Kind = 'Delay'; DelayMilliseconds = 10 }; Outcome = 'Sent' }
        @{ Fault = @{ Kind = 'Status'; Path = '/contacts*' }; Outcome = 'Sent' }
        @{ Fault = @{ Kind = 'Status'; Every = 2 }; Outcome = 'Sent' }
    ) {
        Set-ChataloEmulatorFault @Fault

        Get-Outcome | Should -Be $Outcome
    }

    It 'changes nothing with -WhatIf' {
        Set-ChataloEmulatorFault Status -StatusCode 400 -WhatIf
        Get-Outcome | Should -Be Sent

        Set-ChataloEmulatorFault Status -StatusCode 400
        Set-ChataloEmulatorFault -Clear -WhatIf
        Get-Outcome | Should -Be Failed
    }

    It 'delivers and then fails with -ProcessFirst' {
        Set-ChataloEmulatorFault Status -ProcessFirst

        Get-Outcome | Should -Be Unknown
        (Get-ChataloEmulatorMessage).Message | Should -Be Hi
    }

    It 'takes all faults back with -Clear' {
        Set-ChataloEmulatorFault Html
        Set-ChataloEmulatorFault Status

        Set-ChataloEmulatorFault -Clear

        Get-Outcome | Should -Be Sent
    }

    It 'can be set for one of several emulators' {
        Start-ChataloEmulator | Set-ChataloEmulatorFault Html

        Get-Outcome | Should -Be Sent
    }

    It 'says what to do without an emulator' {
        Stop-ChataloEmulator

        Get-ChataloError NotFound ObjectNotFound { Set-ChataloEmulatorFault Html }
    }
}
