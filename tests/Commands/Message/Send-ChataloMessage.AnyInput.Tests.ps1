BeforeAll {
    . "$PSScriptRoot/../common.ps1"
    . "$PSScriptRoot/../anyinput.ps1"
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
        @{ Name = 'Add-ChataloOptOut'; Command = { $input | Add-ChataloOptOut -PassThru -Store (Join-Path $TestDrive out.db) } }
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
        (Add-ChataloOptOut -PassThru 081234567891, '+6281234567892' -Store (Join-Path $TestDrive typed.db)).Number | Should -Be +6281234567891, +6281234567892
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
