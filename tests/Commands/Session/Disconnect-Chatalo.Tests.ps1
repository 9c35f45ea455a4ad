BeforeAll { . "$PSScriptRoot/../common.ps1" }

Describe 'Disconnect-Chatalo' {
    BeforeEach {
        $gateway = Start-TestGateway
        $session = Connect-TestGateway $gateway
    }
    AfterEach { $gateway.Dispose() }

    It 'closes the connections and leaves no session' {
        $null = Get-ChataloProfile
        $gateway.ConnectionCount | Should -Be 1

        Disconnect-Chatalo | Should -BeNullOrEmpty

        Get-ChataloSession | Should -BeNullOrEmpty
        $session.IsConnected | Should -BeFalse
        Wait-Until 'the end of the connections' { $gateway.ConnectionCount -eq 0 }
    }

    It 'has what comes after it be told to connect: <Commands>' -ForEach @(
        @{ Commands = { Disconnect-Chatalo; Get-ChataloProfile } }
        @{ Commands = { $session | Disconnect-Chatalo; Get-ChataloProfile } }
        @{ Commands = { Disconnect-Chatalo -Session $session; Get-ChataloDevice -Session $session } }
        @{ Commands = { Disconnect-Chatalo; Send-ChataloMessage 6281234567890 Hi } }
    ) {
        $problem = Get-ChataloError InvalidInput InvalidArgument $Commands

        $problem.ErrorDetails.RecommendedAction | Should -Match Connect-Chatalo
        Get-TestRequest $gateway | Should -BeNullOrEmpty
    }

    It 'does nothing without a session' {
        $run = Watch-Script { Disconnect-Chatalo; Disconnect-Chatalo }

        $run.Output | Should -BeNullOrEmpty
        $run.Errors | Should -BeNullOrEmpty
        $run.Thrown | Should -BeNullOrEmpty
    }

    It "leaves the runspace's own session when another one is given" {
        $own = Connect-TestGateway $gateway

        $session | Disconnect-Chatalo

        $session.IsConnected | Should -BeFalse
        [object]::ReferenceEquals($own, (Get-ChataloSession)) | Should -BeTrue
        $own.IsConnected | Should -BeTrue
    }
}
