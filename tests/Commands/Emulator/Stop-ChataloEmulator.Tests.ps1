BeforeAll { . "$PSScriptRoot/../common.ps1" }

Describe 'Stop-ChataloEmulator' {
    AfterEach { Stop-ChataloEmulator }

    It 'stops all that the runspace started, and no other' {
        $other = (Wait-TestScript (Start-TestScript { Start-ChataloEmulator })).Output
        $mine = 1..2 | ForEach-Object { Start-ChataloEmulator }
        try {
            Stop-ChataloEmulator

            $mine.IsRunning | Should -Be $false, $false
            $other.IsRunning | Should -BeTrue
        }
        finally { $other | Stop-ChataloEmulator }
    }

    It 'stops one from the pipeline' {
        $a = Start-ChataloEmulator
        $b = Start-ChataloEmulator

        $a | Stop-ChataloEmulator

        $a.IsRunning, $b.IsRunning | Should -Be $false, $true
    }

    It 'leaves it running with -WhatIf' {
        $emulator = Start-ChataloEmulator

        Stop-ChataloEmulator -WhatIf

        $emulator.IsRunning | Should -BeTrue
    }

    It 'does nothing when there is none' {
        { Stop-ChataloEmulator -ErrorAction Stop } | Should -Not -Throw
    }

    It 'leaves sessions that cannot reach it any more' {
        $null = Start-ChataloEmulator | Connect-Chatalo -MaximumRetryCount 0
        Stop-ChataloEmulator

        Get-ChataloError Unreachable ConnectionError { Get-ChataloProfile }
    }
}
