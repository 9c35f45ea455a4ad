BeforeAll {
    . "$PSScriptRoot/../common.ps1"
}

Describe 'a number as people write it' {
    BeforeAll {
        $gateway = Start-TestGateway
        $null = Connect-TestGateway $gateway -Parameter @{ Device = $ReadyDevice; DefaultRegion = 'ID' }
    }
    AfterAll { $gateway.Dispose() }

    It 'is read, piped in and as an argument: <_>' -ForEach @(
        'WA: 0812-3456-7890', 'HP 0812 3456 7890', '0812-3456-7890 (Budi)', '0812/3456/7890', '+62 (0)812 3456 7890', '0812-3456-7890 / 0812-3456-7890', '81234567890.0', 'Tel. 0812-3456-7890', '+62 812 3456 7890 (0812-3456-7890)'
    ) {
        ($_ | Send-ChataloMessage -Message Halo).Number | Should -Be '+6281234567890'
        (Send-ChataloMessage -Number $_ -Message Halo).Number | Should -Be '+6281234567890'
    }

    It 'is refused, piped in and as an argument: <Value>' -ForEach @(
        @{ Value = '08123456789/4'; Says = 'digits behind' }
        @{ Value = '3. 08123456789'; Says = 'digits in front' }
        @{ Value = '0812-3456-789, 0813-3456-789'; Says = 'more than one number' }
        @{ Value = '021-5551234/5'; Says = 'digits behind' }
        @{ Value = '08123456789 (2)'; Says = 'digits behind' }
        @{ Value = '08123456789,12'; Says = 'digits behind' }
        @{ Value = '08123456789 & 90'; Says = 'digits behind' }
        @{ Value = '08123456789|2'; Says = 'digits behind' }
        @{ Value = '08123456789,,5'; Says = 'digits behind' }
        @{ Value = '08123456789.1'; Says = 'digits behind' }
        @{ Value = '08123456789;101'; Says = 'digits behind' }
        @{ Value = '08123456789x12'; Says = 'extension' }
        @{ Value = 'HP 2: 08123456789'; Says = 'digits in front' }
        @{ Value = '25-11-2024'; Says = 'a date' }
        @{ Value = '1234567890'; Says = 'made up' }
        @{ Value = '6.2812E+12'; Says = 'scientific notation' }
        @{ Value = [double]6.28e12; Says = 'format the column as text' }
        @{ Value = '7421 9681'; Says = 'area code' }
        @{ Value = '021-5551234 ext 12'; Says = 'extension' }
        @{ Value = '25/11/2024'; Says = 'a date' }
        @{ Value = 'O812-3456-789'; Says = 'letter O for a zero' }
        @{ Value = '65 9123 4567'; Says = 'two different numbers' }
        @{ Value = [double]81234567890.5; Says = 'a fraction' }
        @{ Value = [double]6.2812E+12; Says = 'format the column as text' }
        @{ Value = -8123456789; Says = 'a negative number' }
    ) {
        $before = @($gateway.Messages).Count
        $piped = Watch-Script { $Value | Send-ChataloMessage -Message Halo }
        $given = Watch-Script { Send-ChataloMessage -Number $Value -Message Halo }

        $piped.Output.Outcome | Should -Be Failed
        $given.Output.Outcome | Should -Be Failed
        "$($piped.Errors)" | Should -BeLike "*$Says*"
        "$($given.Errors)" | Should -BeLike "*$Says*"
        @($gateway.Messages).Count | Should -Be $before
    }
}
