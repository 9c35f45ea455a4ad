BeforeAll {
    . "$PSScriptRoot/../common.ps1"
    $cases = "$Repository/tests/Chatalo.UnitTests/Assets/Lists"

    function New-List([string] $Name, [string] $Content) {
        $path = Join-Path $TestDrive $Name
        [IO.File]::WriteAllText($path, $Content)
        $path
    }
}

Describe 'Import-ChataloContact' {
    It 'reads several files, by pipeline, wildcard and name, and finds duplicates over all of them' {
        $null = New-List 'p1.csv' "Nama,No HP`nAni,081255500101`n"
        $null = New-List 'p2.csv' "Nama,No HP`nAni lagi,+6281255500101`nBudi,081255500102`n"

        foreach ($script in { Get-ChildItem "$TestDrive/p*.csv" | Import-ChataloContact }, { Import-ChataloContact "$TestDrive/p?.csv" }, { Import-ChataloContact "$TestDrive/p1.csv", "$TestDrive/p2.csv" }) {
            $run = Watch-Script $script
            $run.Output.Number | Should -Be '+6281255500101', '+6281255500102'
            $run.Warnings | Should -Be 'p2.csv line 2: +6281255500101 is a duplicate of line 2 of p1.csv.'
        }
    }

    It 'reads a file with brackets in its name, however it is given' {
        $file = New-List 'list[1].csv' "No HP`n081255500101`n"

        (Import-ChataloContact $file).Number | Should -Be '+6281255500101'
        (Get-Item -LiteralPath $file | Import-ChataloContact).Number | Should -Be '+6281255500101'
        (Import-ChataloContact -LiteralPath $file).Number | Should -Be '+6281255500101'
    }

    It 'says what cannot be read, and reads the next: <What>' -ForEach @(
        @{ What = 'a pattern without a file'; Path = 'nothing*.csv'; Id = 'NotFound'; Category = 'ObjectNotFound' }
        @{ What = 'a drive that is not there'; Path = 'nodrive:/a.csv'; Id = 'NotFound'; Category = 'ObjectNotFound' }
        @{ What = 'a folder'; Path = '.'; Id = 'InvalidInput'; Category = 'InvalidArgument' }
    ) {
        $good = New-List 'good.csv' "No HP`n081255500101`n"
        $run = Watch-Script { Import-ChataloContact $Path, $good }

        $run.Output.Number | Should -Be '+6281255500101'
        $null = Assert-OneError $run $Id $Category
    }

    It 'goes on after files that are not there, and says which' {
        $good = New-List 'rest.csv' "Nama;Nomor`nBudi;081211112222`n"
        $run = Watch-Script { Import-ChataloContact missing.csv, $good, nothing*.csv }

        $run.Output.Nama | Should -Be Budi
        $run.Errors | Should -HaveCount 2
        $run.Errors | ForEach-Object { Assert-ChataloError $_ NotFound ObjectNotFound }
        $run.Errors.TargetObject | Should -Be missing.csv, nothing*.csv
    }

    It 'has one clear error for a file that is no list: <Name>' -ForEach @(
        @{ Name = 'missing.csv'; Content = $null; Id = 'NotFound'; Category = 'ObjectNotFound' }
        @{ Name = 'header.csv'; Content = "Nama;Alamat`nBudi;Jakarta`n"; Id = 'InvalidInput'; Category = 'InvalidArgument' }
        @{ Name = 'broken.xlsx'; Content = "PK$([char] 3)$([char] 4) this is no workbook"; Id = 'InvalidInput'; Category = 'InvalidArgument' }
    ) {
        $file = if ($null -eq $Content) { Join-Path $TestDrive $Name } else { New-List $Name $Content }

        $run = Watch-Script { Import-ChataloContact -LiteralPath $file }

        $run.Output | Should -BeNullOrEmpty
        "$(Assert-OneError $run $Id $Category)" | Should -Match ([regex]::Escape($Name))
    }

    It 'takes the first known column for the number, and cleans it' {
        $file = New-List 'two.csv' "Nama,Nomor,Number`nBudi,0812-3456-789,x`n"

        (Import-ChataloContact $file).Number | Should -Be '+628123456789'
    }

    It 'reads numbers without a country in the region that is given' {
        $file = New-List 'britain.csv' "Phone`n07400 123456`n"

        (Import-ChataloContact $file -DefaultRegion GB).Number | Should -Be '+447400123456'
    }

    It 'reads Windows-1252 beside UTF-8' {
        [IO.File]::WriteAllBytes((Join-Path $TestDrive w1.csv), [Text.Encoding]::GetEncoding('iso-8859-1').GetBytes("Nama;Nomor`nJos$([char] 0xE9);081234567890`n"))
        $null = New-List 'w2.csv' "Nama;Nomor`nBudi;081234567891`n"

        $run = Watch-Script { Import-ChataloContact "$TestDrive/w?.csv" }

        $run.Errors | Should -BeNullOrEmpty
        $run.Output.Nama | Should -Be "Jos$([char] 0xE9)", Budi
    }

    It 'names what a file is: <Name>' -ForEach @(
        @{ Name = 'a.vcf'; Content = "BEGIN:VCARD`nTEL:0812`n"; Says = 'vCard' }
        @{ Name = 'a.json'; Content = '[{"hp":"0812"}]'; Says = 'ConvertFrom-Json' }
        @{ Name = 'a.pdf'; Content = '%PDF-1.7'; Says = 'PDF' }
        @{ Name = 'empty.csv'; Content = ''; Says = 'empty' }
    ) {
        $file = New-List $Name $Content

        (Get-ChataloError InvalidInput InvalidArgument { Import-ChataloContact $file }).ToString() | Should -BeLike "*$Says*"
    }

    It 'tells rows where to go' {
        $run = Watch-Script { [pscustomobject]@{ Nama = 'Ani'; 'No HP' = '0812' } | Import-ChataloContact }

        "$($run.Errors)" | Should -BeLike '*Send-ChataloMessage*'
    }

    It 'says with -Verbose which column it took, and takes another with -NumberColumn' {
        $file = New-List 'columns.csv' "Nama,No HP,Kantor`nAni,081255500101,081255500102`n"

        (Watch-Script { Import-ChataloContact $file -Verbose }).Verbose | Should -Contain "columns.csv: header in line 1, column of the number: 'No HP'."
        (Import-ChataloContact $file -NumberColumn Kantor).Number | Should -Be '+6281255500102'
        (Import-ChataloContact $file -NumberColumn C).Number | Should -Be '+6281255500102'
        (TabExpansion2 "Import-ChataloContact '$file' -NumberColumn ").CompletionMatches.CompletionText | Should -Be "'No HP'", 'Nama', 'Kantor'
    }

    It 'refuses to guess between two columns' {
        (Get-ChataloError InvalidInput InvalidArgument { Import-ChataloContact "$cases/f01d-headerless-account.csv" }).ToString() | Should -BeLike '*-NumberColumn*'
        (Import-ChataloContact "$cases/f01d-headerless-account.csv" -NumberColumn 3).Number | Should -Be '+6281255500101', '+6281255500102'
    }

    It 'reads a sheet that is named' {
        (Import-ChataloContact "$cases/a09-veryHidden-first.xlsx" -WorksheetName Lama).Number | Should -Be '+6281199900999'
        (TabExpansion2 "Import-ChataloContact '$cases/a09-veryHidden-first.xlsx' -WorksheetName ").CompletionMatches.CompletionText | Should -Be 'Lama', 'Pelanggan'
    }

    It 'reads names in the encoding that is given: <Encoding>' -ForEach @(
        @{ Encoding = 1251; File = 'n03-1251.csv'; Name = 'Иван Петров' }, @{ Encoding = 'windows-1251'; File = 'n03-1251.csv'; Name = 'Иван Петров' }, @{ Encoding = 'gb2312'; File = 'n05-gbk.csv'; Name = '王小明' }
    ) {
        (Import-ChataloContact "$cases/$File" -Encoding $Encoding).Name | Should -Be $Name
        (Watch-Script { Import-ChataloContact "$cases/$File" }).Warnings | Should -BeLike '*-Encoding*'
    }

    It 'tells with -Preview what it would do' {
        $file = New-List 'look.csv' "Daftar;`nNama;No HP`nAni;081255500101`nAni;081255500101`nBudi;12`n"
        $look = Import-ChataloContact $file -Preview

        $look.HeaderLine | Should -Be 2
        $look.NumberColumn | Should -Be 'No HP'
        $look.People, $look.Duplicates, $look.Refused | Should -Be 1, 1, 1
        $look.Reasons | Should -HaveCount 2
        $look.First | Should -Be '+6281255500101 Ani'
    }

    Context 'sending to it' {
        BeforeEach {
            $gateway = Start-TestGateway
            $null = Connect-TestGateway $gateway
        }

        AfterEach { $gateway.Dispose() }

        It 'fills the list''s own columns into the template, and tells bad rows and duplicates with their lines' {
            $file = New-List 'pelanggan.csv' "Nama;No. HP;Jumlah`nBudi;0812-3456-789;1500000`nAni;abc;2`nCici;+62 812 3456 789;3`n`nDedi;0813 1234 5678;40000`n"

            $run = Watch-Script { Import-ChataloContact $file | Send-ChataloMessage -Template 'Halo {Nama}, {Jumlah:N0}' -Culture id-ID }

            $gateway.Messages.Message | Should -Be 'Halo Budi, 1.500.000', 'Halo Dedi, 40.000'
            "$(Assert-OneError $run InvalidInput InvalidArgument)" | Should -Match 'pelanggan.csv line 3'
            $run.Warnings | Should -HaveCount 1
            $run.Warnings | Should -Match 'line 4.*line 2'
        }

        It 'writes what the sheet shows, and the value where the template has a format' {
            $null = Import-ChataloContact "$cases/a07-types.xlsx" | Select-Object -First 1 |
                Send-ChataloMessage -Template '{Jatuh Tempo}|{Jam}|{Kode}|{Diskon}|{Total}|{Jatuh Tempo:yyyy-MM-dd}|{Total:0.0}'

            $gateway.Messages.Message | Should -Be '01/12/2026|09:30|00123|10%|Rp 150,001|2026-12-01|150000.5'
        }

        It 'finds the column by the same words as Import-Csv piped to Send-ChataloMessage: <File>' -ForEach @(
            @{ File = 's07-jurnal.csv' }, @{ File = 's11-salesforce.csv' }, @{ File = 's04-moodle.csv' }, @{ File = 's14b-admin-wa.csv' }, @{ File = 's13-googleforms.csv' }, @{ File = 'g03-google-home-first.csv' }
        ) {
            $imported = (Import-ChataloContact "$cases/$File").Number
            $null = Import-Csv "$cases/$File" | Send-ChataloMessage -Message Halo

            $gateway.Messages.Number | Should -Be @($imported | ForEach-Object TrimStart '+')
        }

        It 'puts the country code of a column of its own before the number' {
            $rows = Import-ChataloContact "$cases/a18-code-column.xlsx"
            $rows.Number | Should -Be '+85251234501', '+6281255500102', '+18125550103'

            $null = $rows | Select-Object Nama, 'Kode Negara', 'No HP' | Send-ChataloMessage -Message Halo
            $gateway.Messages.Number | Should -Be '85251234501', '6281255500102', '18125550103'
        }
    }
}
