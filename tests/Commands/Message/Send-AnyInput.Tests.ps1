BeforeAll {
    . "$PSScriptRoot/../common.ps1"

    $Names = 'Number', 'Phone', 'No HP', 'Nomor', 'Device', 'DeviceId', 'GroupId', 'Message', 'Url', 'Session', 'InputObject', 'Template', 'Reason', 'Outcome', 'Nama', 'Type'

    # Whatever a file, a database, a web service or a script can put into a property.
    function New-AnyValue([random] $Random) {
        switch ($Random.Next(20)) {
            0 { $null } 1 { '' } 2 { '  ' } 3 { [DBNull]::Value } 4 { "0812345678$($Random.Next(10, 99))" } 5 { 6281234560000 + $Random.Next(9999) } 6 { [double] 6.2812E+12 } 7 { [double]::NaN }
            8 { , @('081234567891', 'x') } 9 { @{ a = 1 } } 10 { [pscustomobject] @{ Id = 'x' } } 11 { { throw 'no' } } 12 { [datetime]::MaxValue } 13 { $true } 14 { [uri] 'https://x.example/y' }
            15 { [xml] '<a>b</a>' } 16 { 'Andi - CS' } 17 { [char] 'x' } 18 { 'https://x.example/y' } 19 { [version] '1.2' }
        }
    }

    function New-AnyInput([random] $Random) {
        switch ($Random.Next(14)) {
            0 { , $null } 1 { "0812345678$($Random.Next(10, 99))" } 2 { 6281234560000 + $Random.Next(9999) } 3 { @{ Number = '081234567891'; Device = '' } } 4 { 'abc' } 5 { [double] 81234567890.5 }
            6 { , @('081234567891', '081234567892') } 7 { Get-Date } 8 { , [Chatalo.SendResult]::new() } 9 { [Exception]::new('x') }
            default {
                $row = [pscustomobject] @{}
                foreach ($name in $Names | Where-Object { $Random.Next(3) -eq 0 }) {
                    if ($Random.Next(12) -eq 0) { $row | Add-Member ScriptProperty $name { throw "the property broke" } }
                    else { $row | Add-Member NoteProperty $name (New-AnyValue $Random) }
                }
                $row
            }
        }
    }

    function New-AnyList([int] $Seed, [int] $Count) {
        $random = [random]::new($Seed)
        $list = [Collections.Generic.List[object]]::new()
        while ($list.Count -lt $Count) { $list.Add((New-AnyInput $random)) }
        , $list
    }
}

Describe 'Whatever is piped in' {
    BeforeEach {
        $gateway = Start-TestGateway
        $session = Connect-TestGateway $gateway
    }
    AfterEach { $gateway.Dispose() }

    It 'gives one result of Send-ChataloMessage for each input (list <_>)' -ForEach 1, 2, 3, 4, 5, 6 {
        $list = New-AnyList $_ 120
        $how = @{}, @{ Message = 'Hi' }, @{ Message = { "Hi $($_.Nama)" } }, @{ Template = 'Hi {Nama}' }, @{ Message = 'Hi'; Url = { $_.Url }; GroupId = { $_.GroupId } }, @{ Message = 'Hi'; Device = { $_.Device } }
        $parameter = $how[$_ - 1]
        $run = Watch-Script { $list | Send-ChataloMessage @parameter -ThrottleLimit 3 }

        $run.Thrown | Should -BeNullOrEmpty
        $run.Output | Should -HaveCount 120
        @($run.Errors | ForEach-Object { "$($_.FullyQualifiedErrorId)".Split(',')[0] } | Where-Object { $_ -notmatch '^Chatalo\.' }) | Should -BeNullOrEmpty
        @($run.Output | Where-Object Outcome -EQ Sent).Count | Should -Be @($gateway.Messages).Count
    }

    It 'gives one result for each input with a campaign (list <_>)' -ForEach 11, 12 {
        $list = New-AnyList $_ 100
        $run = Watch-Script { $list | Send-ChataloMessage -Message 'Hi' -Campaign any -Store (Join-Path $TestDrive "any-$_.db") }

        $run.Thrown | Should -BeNullOrEmpty
        $run.Output | Should -HaveCount 100
        @($run.Output | Where-Object Outcome -EQ Sent).Count | Should -Be @($gateway.Messages).Count
    }

    It 'gives a result or an error of <Name> for each input' -ForEach @(
        @{ Name = 'Test-ChataloNumber'; Command = { $input | Test-ChataloNumber } }
        @{ Name = 'Send-ChataloOtp'; Command = { $input | Send-ChataloOtp } }
        @{ Name = 'Add-ChataloOptOut'; Command = { $input | Add-ChataloOptOut -Store (Join-Path $TestDrive out.db) } }
    ) {
        $list = New-AnyList 21 150
        $run = Watch-Script { $list | & $Command }

        $run.Thrown | Should -BeNullOrEmpty
        ($run.Output.Count + $run.Errors.Count) | Should -Be 150
        @($run.Errors | ForEach-Object { "$($_.FullyQualifiedErrorId)".Split(',')[0] } | Where-Object { $_ -notmatch '^Chatalo\.' }) | Should -BeNullOrEmpty
    }

    It 'takes a number as it is typed, with or without quotes' {
        (Test-ChataloNumber 0812-3456-7891).Number | Should -Be +6281234567891
        (Test-ChataloNumber 081234567891).Number | Should -Be +6281234567891
        (Test-ChataloNumber 0012025550123).Number | Should -Be +12025550123
        (Send-ChataloMessage 081234567891 Hi).Number | Should -Be +6281234567891
        (Add-ChataloOptOut 081234567891, '+6281234567892' -Store (Join-Path $TestDrive typed.db)).Number | Should -Be +6281234567891, +6281234567892
    }

    It 'refuses a fraction whether it is given or piped' {
        (Send-ChataloMessage -Number ([double] 81234567890.5) -Message Hi -ErrorAction SilentlyContinue).Outcome | Should -Be Failed
        ([double] 81234567890.5 | Send-ChataloMessage -Message Hi -ErrorAction SilentlyContinue).Outcome | Should -Be Failed
        $gateway.Messages | Should -HaveCount 0
    }

    It 'sends the lines that Get-Content gives as lines' {
        Set-Content (Join-Path $TestDrive text.txt) 'Halo', 'apa kabar'
        (Send-ChataloMessage 081234567891 (Get-Content (Join-Path $TestDrive text.txt))).Message | Should -Be "Halo`napa kabar"
    }
}
