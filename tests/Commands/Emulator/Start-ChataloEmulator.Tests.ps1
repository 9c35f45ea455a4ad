BeforeAll { . "$PSScriptRoot/../common.ps1" }

Describe 'Start-ChataloEmulator' {
    AfterEach { Stop-ChataloEmulator }

    It 'starts none with -WhatIf' {
        Start-ChataloEmulator -WhatIf | Should -BeNullOrEmpty
    }

    It 'starts on a free port of this machine, and can be connected to' {
        $emulator = Start-ChataloEmulator

        $emulator | Should -BeOfType Chatalo.EmulatorInstance
        $emulator.BaseUri.Host | Should -Be '127.0.0.1'
        ($emulator | Connect-Chatalo).Account | Should -Be 'Trimun Su'
        $emulator.RequestCount | Should -Be 1
    }

    It 'runs beside another one' {
        (1..2 | ForEach-Object { Start-ChataloEmulator }).BaseUri | Select-Object -Unique | Should -HaveCount 2
    }

    It 'has an error for a port that is taken' {
        $first = Start-ChataloEmulator

        (Get-ChataloError InvalidInput InvalidArgument { Start-ChataloEmulator -Port $first.BaseUri.Port }).ErrorDetails.RecommendedAction | Should -Match '-Port'
    }

    It 'has the rate limit that is asked for, and the session knows it' {
        $session = Start-ChataloEmulator -RateLimit 7 -RateLimitWindowSec 30 | Connect-Chatalo

        $session.RateLimit.Limit | Should -Be 7
        $session.RateLimit.Remaining | Should -Be 6
    }

    It 'scans a code by itself with -AutoScanSec' {
        $null = Start-ChataloEmulator -AutoScanSec 0 | Connect-Chatalo

        $null = Connect-ChataloDevice 'Dita - CS'

        (Wait-ChataloDevice -Device 'Dita - CS' -TimeoutSec 60).Status | Should -Be AUTHENTICATED
    }

    It 'refuses <_>' -ForEach @{ Port = 70000 }, @{ RateLimit = -1 }, @{ RateLimitWindowSec = 0 } {
        $parameter = $_

        { Start-ChataloEmulator @parameter } | Should -Throw -ErrorId 'ParameterArgumentValidationError*'
    }
}
