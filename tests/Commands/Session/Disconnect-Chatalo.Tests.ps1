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

    It 'ends a list that is being sent: what had not left is Failed, with one error that counts it' {
        Add-TestFault $gateway @{ Kind = 'Delay'; DelayMs = 20; Path = '/messages' }
        $running = Start-TestScript { 1..60 | ForEach-Object { 6281234560000 + $_ } | Send-ChataloMessage -Message Hi -Session $session } @{ session = $session }
        Wait-Until 'messages' { $gateway.Messages.Count -ge 5 }

        Disconnect-Chatalo -Session $session
        $run = Wait-TestScript $running

        $run.Output | Should -HaveCount 60
        $sent = @($run.Output | Where-Object Outcome -EQ Sent)
        $sent.Count | Should -Be $gateway.Messages.Count
        @($run.Output | Where-Object Outcome -EQ Failed).Count | Should -Be (60 - $sent.Count)
        $run.Streams.Error | Should -HaveCount 2
        Assert-ChataloError $run.Streams.Error[1] Stopped OperationStopped
        "$($run.Streams.Error[1])" | Should -BeLike "$(59 - $sent.Count) more messages were not sent. The session was disconnected*"
    }
}
