BeforeAll { . "$PSScriptRoot/../common.ps1" }

Describe 'Invoke-ChataloWebhook' {
    It 'posts nothing with -WhatIf, and does not show the token' {
        $said = Invoke-AtPrompt { Invoke-ChataloWebhook http://127.0.0.1:1/secret Hi -WhatIf }

        $said.Text | Should -Match '127\.0\.0\.1:1'
        $said.Text | Should -Not -Match secret
    }

    It 'cannot post to <Uri>' -ForEach @(
        @{ Uri = 'http://example.org/x'; ErrorId = 'InvalidInput'; Category = 'InvalidArgument' }
        @{ Uri = 'ftp://127.0.0.1/x'; ErrorId = 'InvalidInput'; Category = 'InvalidArgument' }
        @{ Uri = 'relative'; ErrorId = 'InvalidInput'; Category = 'InvalidArgument' }
        @{ Uri = 'http://127.0.0.1:1/x'; ErrorId = 'Unreachable'; Category = 'ConnectionError' }
    ) {
        Get-ChataloError $ErrorId $Category { Invoke-ChataloWebhook $Uri Hi }
    }

    It 'posts a stored message again as it was' {
        $running = Start-TestScript { Receive-ChataloMessage -Count 2 -AddressVariable address | ForEach-Object -Begin { $address } -Process { $_.Raw } }
        Wait-Until 'the address' { $running.Output.Count -gt 0 }
        $uri = $running.Output[0]
        $first = New-TestEvent A
        $second = New-TestEvent B

        $null = $first | ConvertFrom-ChataloWebhook | Invoke-ChataloWebhook $uri
        $null = $second | ConvertFrom-ChataloWebhook | Select-Object Raw | Invoke-ChataloWebhook $uri

        (Wait-TestScript $running).Output[1..2] | Should -Be $first, $second
    }

    It 'posts the number of a sender as the gateway does, however it is written' {
        $running = Start-TestScript { Receive-ChataloMessage -Count 4 -AddressVariable address | ForEach-Object -Begin { $address } -Process { ($_.Raw | ConvertFrom-Json).sender.number } }
        Wait-Until 'the address' { $running.Output.Count -gt 0 }

        foreach ($from in '+852 5123 4567', '+85251234567', '85251234567', 'nobody') {
            $null = Invoke-ChataloWebhook $running.Output[0] Hi -From $from
        }

        (Wait-TestScript $running).Output[1..4] | Should -Be 85251234567, 85251234567, 85251234567, nobody
    }

    Context 'Without an address to post to' {
        BeforeEach { $null = Start-ChataloEmulator -RateLimit 0 | Connect-Chatalo -Device 'Andi - CS' }
        AfterEach { Stop-ChataloEmulator }

        It 'says "<Remedy>"' -ForEach @(
            @{ Remedy = 'Run Set-ChataloWebhook first, or give -Uri.'; Script = { Invoke-ChataloWebhook -Message Hi } }
            @{
                Remedy = 'Set one that is, or give -Uri to post there nevertheless.'
                Script = { $null = Set-ChataloWebhook https://example.com/in; Invoke-ChataloWebhook -Message Hi }
            }
            @{ Remedy = 'Give -MediaPath the path of a file.'; Script = { Invoke-ChataloWebhook http://127.0.0.1:1/ -MediaPath nowhere.jpg } }
            @{ Remedy = 'Give -MediaPath, or -MediaUrl and -FileEncoded.'; Script = { Invoke-ChataloWebhook http://127.0.0.1:1/ -MediaPath a.jpg -FileEncoded x } }
            @{
                Remedy = 'Give -Uri the address of a webhook, or run Start-ChataloEmulator first.'
                Script = { Stop-ChataloEmulator; Invoke-ChataloWebhook -Message Hi }
            }
        ) {
            (Get-ChataloError InvalidInput InvalidArgument $Script).ErrorDetails.RecommendedAction | Should -Be $Remedy
        }
    }
}
