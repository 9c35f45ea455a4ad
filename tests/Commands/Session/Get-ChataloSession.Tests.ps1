BeforeAll { . "$PSScriptRoot/../common.ps1" }

Describe 'Get-ChataloSession' {
    BeforeEach { $gateway = Start-TestGateway }
    AfterEach {
        Disconnect-Chatalo
        $gateway.Dispose()
    }

    It 'gives nothing when there is none' {
        $run = Watch-Script { Get-ChataloSession }

        $run.Output | Should -BeNullOrEmpty
        $run.Errors | Should -BeNullOrEmpty
    }

    It 'shows what is left of the rate window' {
        $limited = Start-TestGateway @{ RateLimit = 20 }
        try {
            $null = Connect-TestGateway $limited
            $null = Get-ChataloProfile
            $null = Get-ChataloProfile

            $rate = (Get-ChataloSession).RateLimit

            $rate.Limit, $rate.Remaining | Should -Be 20, 18
        }
        finally { $limited.Dispose() }
    }

    It "gives each runspace its own" {
        $other = Start-TestGateway
        try {
            $null = Connect-TestGateway $gateway

            $second = Wait-TestScript (Start-TestScript {
                    $null = Connect-Chatalo -PublicKey EMULATOR-PUBLIC-KEY -SecretKey EMULATOR-SECRET-KEY -BaseUri $address -SkipCheck
                    (Get-ChataloSession).BaseUri
                } @{ address = $other.BaseUri })
            $third = Wait-TestScript (Start-TestScript { Get-ChataloSession })

            $second.Output | Should -Be $other.BaseUri
            $third.Output | Should -BeNullOrEmpty
            (Get-ChataloSession).BaseUri | Should -Be $gateway.BaseUri
        }
        finally { $other.Dispose() }
    }

    It 'gives a session that can be handed to another runspace, as $using: does' {
        $session = Connect-TestGateway $gateway

        $theirs = Wait-TestScript (Start-TestScript { (Send-ChataloMessage 6281234567890 Halo -Session $theirs).Outcome; Get-ChataloSession } @{ theirs = $session })

        $theirs.Thrown | Should -BeNullOrEmpty
        $theirs.Output | Should -Be Sent -Because 'the other runspace has no session of its own'
        $gateway.Messages.Message | Should -Be Halo
    }

    # ForEach-Object -Parallel came with PowerShell 7.
    It 'gives a session that ForEach-Object -Parallel shares' -Skip:($PSVersionTable.PSVersion.Major -lt 7) {
        $session = Connect-TestGateway $gateway

        $results = 1..4 | ForEach-Object -Parallel {
            Import-Module $using:ModuleFolder/Chatalo.psd1
            Send-ChataloMessage (6281234560000 + $_) "Halo $_" -Session $using:session
        } -ThrottleLimit 2

        $results.Outcome | Should -Be Sent, Sent, Sent, Sent
        $gateway.Messages.Message | Sort-Object | Should -Be 'Halo 1', 'Halo 2', 'Halo 3', 'Halo 4'
    }
}
