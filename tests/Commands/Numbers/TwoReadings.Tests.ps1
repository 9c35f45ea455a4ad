# 85251234567 is 0852-5123-4567 of Indonesia, and +852 5123 4567 of Hong Kong.

BeforeAll { . "$PSScriptRoot/../common.ps1" }

Describe 'digits that can be read in two ways' {
    BeforeEach {
        $gateway = Start-TestGateway
        $session = Connect-TestGateway $gateway
        $store = Join-Path ([IO.Path]::GetTempPath()) "chatalo-$([guid]::NewGuid()).db"
    }
    AfterEach {
        $gateway.Dispose()
        Remove-Item "$store*" -ErrorAction SilentlyContinue
    }

    It 'are counted once, with both readings of the first, by <Name>' -ForEach @(
        @{ Name = 'Send-ChataloMessage'; Script = { param($n) $n | Send-ChataloMessage -Message Hi } }
        @{ Name = 'Send-ChataloMessage -WhatIf'; Script = { param($n) $n | Send-ChataloMessage -Message Hi -WhatIf } }
        @{ Name = 'Send-ChataloMessage -Campaign'; Script = { param($n) $n | Send-ChataloMessage -Message Hi -Campaign two -Store $store } }
        @{ Name = 'Test-ChataloNumber'; Script = { param($n) $n | Test-ChataloNumber } }
        @{ Name = 'Send-ChataloOtp'; Script = { param($n) $n | Send-ChataloOtp } }
        @{ Name = 'Send-ChataloOtp -WhatIf'; Script = { param($n) $n | Send-ChataloOtp -WhatIf } }
        @{ Name = 'Add-ChataloOptOut'; Script = { param($n) $n | Add-ChataloOptOut -PassThru -Store $store } }
        @{ Name = 'Get-ChataloOptOut'; Script = { param($n) $n | Get-ChataloOptOut -Store $store } }
    ) {
        $run = Watch-Script { & $Script @('081234567891', '85251234567', '+85251234568', '85251234569', '85251234570') }

        $run.Errors | Should -BeNullOrEmpty
        $said = @($run.Warnings | Where-Object { $_ -match 'two ways' })
        $said | Should -HaveCount 1
        $said[0] | Should -Match "^3 numbers can be read in two ways; the first: '85251234567' was read as \+6285251234567, and could be \+85251234567\."
    }

    It 'are read as the region''s' {
        $result = Send-ChataloMessage 85251234567 Hi -WarningAction SilentlyContinue

        $result.Number | Should -Be '+6285251234567'
        $gateway.Messages.Number | Should -Be 6285251234567
    }

    It 'are told in one list only once, when its number is on the command line' {
        $run = Watch-Script { 1..3 | Send-ChataloMessage -Number 85251234567 -Message { "Hi $_" } }

        @($run.Warnings | Where-Object { $_ -match '^1 number can be read in two ways' }) | Should -HaveCount 1
    }

    It 'are not mentioned of <Given>' -ForEach @(
        @{ Given = '081234567891' }, @{ Given = '+85251234567' }, @{ Given = '6281234567891' }, @{ Given = 'abc' }
    ) {
        (Watch-Script { $Given | Send-ChataloMessage -Message Hi }).Warnings | Should -BeNullOrEmpty
    }

    It 'are said of a link' {
        (Watch-Script { New-ChataloChatLink 85251234567 }).Warnings | Should -Match '^1 number can be read in two ways'
    }

    It 'are settled once they were read: the results in another session, and the rows of an import, say nothing' {
        $results = '85251234567' | Send-ChataloMessage -Message Hi -WarningAction SilentlyContinue
        $null = Connect-TestGateway $gateway -Parameter @{ Device = $ReadyDevice; DefaultRegion = 'HK' }
        $run = Watch-Script { $results | Send-ChataloMessage -Message Again }

        $run.Warnings | Should -BeNullOrEmpty
        $gateway.Messages.Number | Should -Be '6285251234567', '6285251234567'
    }
}

Describe 'digits that a spreadsheet may have lost' {
    It 'are warned of once' {
        $gateway = Start-TestGateway
        $null = Connect-TestGateway $gateway
        $run = Watch-Script { '6281230000000', '6281234567891', '6281240000000' | Send-ChataloMessage -Message Hi }
        $gateway.Dispose()

        $run.Output.Outcome | Should -Be Sent, Sent, Sent
        @($run.Warnings | Where-Object { $_ -match '6281230000000' }) | Should -HaveCount 1
        $run.Warnings | Should -HaveCount 1
        $run.Warnings[0] | Should -Match '^2 numbers '
    }
}
