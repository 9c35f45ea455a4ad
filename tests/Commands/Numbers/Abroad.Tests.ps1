BeforeAll {
    . "$PSScriptRoot/../common.ps1"
    $list = "$PSScriptRoot/Assets/70-abroad.csv"
    $abroad = '85251234567', '886912345678', '818012345678', '85512345678', '821012345678', '628123456781'
}

Describe 'a list with numbers of other countries' {
    BeforeEach { $gateway = Start-TestGateway }
    AfterEach { $gateway.Dispose() }

    It 'reaches the people in it, whose region the session has: <Region>' -ForEach @(
        @{ Region = 'ID' }, @{ Region = 'SG' }, @{ Region = 'US' }, @{ Region = 'BR' }, @{ Region = 'HK' }
    ) {
        $null = Connect-TestGateway $gateway -Parameter @{ Device = $ReadyDevice; DefaultRegion = $Region }

        $results = Import-ChataloContact $list -DefaultRegion ID | Send-ChataloMessage -Template 'Halo {Nama}'

        $results.Outcome | Select-Object -Unique | Should -Be Sent
        $results.Number | Should -Be @($abroad | ForEach-Object { "+$_" })
        $gateway.Messages.Number | Should -Be $abroad
    }

    It 'gives numbers that any list tool reads as international' {
        $null = Connect-TestGateway $gateway
        $rows = Import-ChataloContact $list | ConvertTo-Csv | ConvertFrom-Csv

        $rows.Number | Should -Be @($abroad | ForEach-Object { "+$_" })
        ($rows | Send-ChataloMessage -Message Halo).Outcome | Select-Object -Unique | Should -Be Sent
        $gateway.Messages.Number | Should -Be $abroad
    }

    It 'keeps what was refused as it was given' {
        $null = Connect-TestGateway $gateway
        $run = Watch-Script { '12345', '+6281', 'abc' | Send-ChataloMessage -Message Halo }

        $run.Output.Number | Should -Be '12345', '+6281', 'abc'
        $run.Output.InputObject | Should -Be '12345', '+6281', 'abc'
        $again = Watch-Script { $run.Output | Send-ChataloMessage -Message Halo -Device $ReadyDevice }
        $again.Output.Outcome | Should -Be Failed, Failed, Failed
        $gateway.Messages | Should -BeNullOrEmpty
    }

    It 'names an input that is a number by its number' {
        $null = Connect-TestGateway $gateway
        (0812345678901, '081234567891' | Send-ChataloMessage -Message Halo).InputObject | Should -Be '+62812345678901', '+6281234567891'
    }

    It 'has a plus in what it asks and says' {
        $null = Connect-TestGateway $gateway
        $said = Invoke-AtPrompt { Send-ChataloMessage 081234567891 Halo -WhatIf; Send-ChataloOtp 081234567892 -WhatIf } -Gateway $gateway

        $said.Text | Should -Match '\+6281234567891'
        $said.Text | Should -Match '\+6281234567892'
        Add-TestFault $gateway @{ Kind = 'Status'; StatusCode = 200; Body = '{"data":{"is_sent":false},"meta":{"code":200}}' }
        (Watch-Script { Send-ChataloMessage 081234567891 Halo }).Errors[0] | Should -Match '\+6281234567891'
    }
}
