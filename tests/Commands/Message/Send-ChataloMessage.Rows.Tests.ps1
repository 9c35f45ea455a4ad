BeforeAll { . "$PSScriptRoot/../common.ps1" }

Describe 'Send-ChataloMessage with a hashtable for a row' {
    BeforeEach {
        $gateway = Start-TestGateway
        $session = Connect-TestGateway $gateway
    }
    AfterEach { $gateway.Dispose() }

    It 'reads the keys as columns: <How>' -ForEach @(
        @{ How = 'a hashtable'; Row = @{ Nama = 'Budi'; Telepon = '081234567891'; Url = 'https://crm.example/7' } }
        @{ How = 'an ordered one'; Row = [ordered] @{ nama = 'Budi'; telepon = '081234567891'; Url = 'https://crm.example/7' } }
        @{ How = 'one in which case counts'; Row = & { $map = [Collections.Hashtable]::new([StringComparer]::Ordinal); $map['NAMA'] = 'Budi'; $map['HP'] = '081234567891'; $map } }
    ) {
        $result = $Row | Send-ChataloMessage -Template 'Halo {Nama}'

        $result.Outcome | Should -Be Sent
        $gateway.Messages.Message | Should -Be 'Halo Budi'
        $gateway.Messages.Number | Should -Be 6281234567891
        $gateway.Messages.Url | Should -BeNullOrEmpty
        $result.InputObject | Should -BeOfType Collections.IDictionary -Because 'a result has its input as it came'
    }

    It 'takes the device and the text of such a row' {
        $result = @{ Nomor = '081234567891'; Device = 'Andi - CS'; Message = 'Halo' } | Send-ChataloMessage
        $result.Outcome | Should -Be Sent
        $gateway.Messages.Message | Should -Be Halo
    }

    It 'sends a result to the same person that comes back from JSON as a hashtable' -Skip:($PSVersionTable.PSVersion.Major -lt 7) {
        # ConvertFrom-Json has -AsHashtable since PowerShell 6.
        $result = Send-ChataloMessage '+852 5123 4567' -Message Halo | ConvertTo-Json | ConvertFrom-Json -AsHashtable | Send-ChataloMessage
        $result.Number | Should -Be +85251234567
        $gateway.Messages.Message | Should -Be Halo, Halo
    }

    It 'says which columns a row without a number has: <Says>' -ForEach @(
        @{ Row = @{ Nama = 'Budi' }; Says = 'it has Nama.' }
        @{ Row = @{}; Says = 'it has no columns at all.' }
        @{ Row = [pscustomobject] @{}; Says = 'it has no columns at all.' }
        @{ Row = [datetime]'2026-11-25'; Says = 'it has no columns at all.' }
        @{ Row = @('08123456789', '08133334444'); Says = 'The input is a list of 2 in one object (Object[[]]), not a row; pipe in what is in it, as with ForEach-Object { $_ }.' }
    ) {
        $run = Watch-Script { , $Row | Send-ChataloMessage -Message Halo }
        $run.Output.Outcome | Should -Be Failed
        "$(Assert-OneError $run InvalidInput InvalidArgument)" | Should -BeLike "*$Says"
    }
}

Describe 'Send-ChataloMessage with rows that Import-Csv did not split' {
    BeforeEach {
        $gateway = Start-TestGateway
        $session = Connect-TestGateway $gateway
    }
    AfterEach { $gateway.Dispose() }

    It 'sends nothing, and says how the file is read: <Separator>' -ForEach @(
        @{ Separator = ';'; Says = 'Import-Csv -Delimiter ";"' }
        @{ Separator = "`t"; Says = 'Import-Csv -Delimiter "`t"' }
        @{ Separator = '|'; Says = 'Import-Csv -Delimiter "|"' }
        @{ Separator = ','; Says = 'Import-Csv -Delimiter ","' }
    ) {
        # Nama is not there, and the text would be "Halo " for everybody, although the number can be made out.
        $rows = "Nama${Separator}No HP", "Budi${Separator}08123456789" | ConvertFrom-Csv -Delimiter '~'
        $run = Watch-Script { $rows | Send-ChataloMessage -Message { "Halo $($_.Nama)" } }
        $run.Output.Outcome | Should -Be Failed
        (Assert-OneError $run InvalidInput InvalidArgument).ToString().Contains($Says) | Should -BeTrue
        $gateway.Messages | Should -BeNullOrEmpty
    }
}

Describe 'Send-ChataloMessage with the fields of a template in -Message' {
    BeforeEach {
        $gateway = Start-TestGateway
        $session = Connect-TestGateway $gateway
        $list = 1..2 | ForEach-Object { [pscustomobject] @{ Nama = 'Budi'; HP = "08123456789$_" } }
    }
    AfterEach { $gateway.Dispose() }

    It 'warns once that they are not filled: <Text>' -ForEach @(
        @{ Text = 'Halo {Nama}' }
        @{ Text = 'Halo {nama|Pelanggan}, {HP}' }
        @{ Text = 'Halo { Nama }' }
    ) {
        $run = Watch-Script { $list | Send-ChataloMessage -Message $Text }
        $run.Warnings | Should -HaveCount 1
        $run.Warnings | Should -BeLike '*sent as it is: only -Template fills it*'
        $gateway.Messages.Message | Should -Be $Text, $Text
    }

    It 'warns with -WhatIf too, before anybody has it' {
        (Watch-Script { $list | Send-ChataloMessage -Message 'Halo {Nama}' -WhatIf }).Warnings | Should -BeLike '*-Template*'
        $gateway.Messages | Should -BeNullOrEmpty
    }

    It 'says nothing of braces that are no field of the input: <Text>' -ForEach @(
        @{ Text = 'Kode {promo}' }
        @{ Text = '{"Nama": 1' }
        @{ Text = 'Halo {{Nama}}' }
        @{ Text = 'Halo Nama' }
    ) {
        (Watch-Script { $list | Send-ChataloMessage -Message $Text }).Warnings | Should -BeNullOrEmpty
    }

    It 'says nothing where the field is filled by -Template' {
        (Watch-Script { $list | Send-ChataloMessage -Template 'Halo {Nama}' }).Warnings | Should -BeNullOrEmpty
    }
}
