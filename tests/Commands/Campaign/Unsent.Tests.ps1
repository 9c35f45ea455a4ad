BeforeAll { . "$PSScriptRoot/../common.ps1" }

Describe 'A campaign shows everyone who got nothing' {
    BeforeEach {
        $gateway = Start-TestGateway
        $session = Connect-TestGateway $gateway
        $store = Join-Path $TestDrive "$([guid]::NewGuid()).db"
        $list = @"
Name,Number
Andi,0812-1111-1111
Budi,n/a
Cici,
Dedi,0812-2222-2222
Emil,n/a
Fani,+62 812 1111 1111
"@ | ConvertFrom-Csv
    }
    AfterEach { $gateway.Dispose() }

    It 'also who was refused or repeated, once, however often the list is sent' {
        foreach ($time in 1..3) {
            $run = Watch-Script { $list | Send-ChataloMessage -Template 'Halo {Name}' -Campaign nov -Store $store }

            $run.Output | Should -HaveCount 6
            $run.Output.Where({ $_.Outcome -eq 'Failed' }).InputObject.Name | Should -Be Budi, Cici, Emil
            $nothing = Get-ChataloDelivery nov -Status Failed, Skipped -Store $store
            $nothing | Should -HaveCount 4
            $nothing.Where({ $_.Number -eq 'n/a' }) | Should -HaveCount 2
            $nothing.Where({ $_.Status -eq 'Skipped' }).Number | Should -Be '+6281211111111'
            $nothing.Reason | Should -Not -Contain $null
            $campaign = Get-ChataloCampaign nov -Store $store
            $campaign.Sent, $campaign.Failed, $campaign.Skipped, $campaign.Total | Should -Be 2, 3, 1, 6
            $campaign.State | Should -Be Completed
        }

        $gateway.Messages | Should -HaveCount 2
    }

    It 'sends to a row that was corrected, and no longer shows it' {
        $null = Watch-Script { $list[0, 3] | Send-ChataloMessage -Template 'Halo {Nama}' -Campaign nov -Store $store }
        (Get-ChataloDelivery nov -Status Failed -Store $store).Number | Should -Be '+6281211111111', '+6281222222222'

        ($list[0, 3] | Send-ChataloMessage -Template 'Halo {Name}' -Campaign nov -Store $store).Outcome | Should -Be Sent, Sent

        Get-ChataloDelivery nov -Status Failed, Skipped -Store $store | Should -BeNullOrEmpty
    }

    It 'does not try refused rows with -RetryFailed' {
        $null = Watch-Script { $list | Send-ChataloMessage -Template 'Halo {Name}' -Campaign nov -Store $store }

        Resume-ChataloCampaign nov -RetryFailed -RetryUnknown -Store $store | Should -BeNullOrEmpty
        (Get-ChataloCampaign nov -Store $store).Failed | Should -Be 3
    }

    It 'records a list in which every row is refused, but not with -WhatIf' {
        $null = Watch-Script { $list[1, 2] | Send-ChataloMessage -Message Halo -Campaign nov -Store $store -WhatIf }
        Test-Path $store | Should -BeFalse

        $null = Watch-Script { $list[1, 2] | Send-ChataloMessage -Message Halo -Campaign nov -Store $store }
        (Get-ChataloCampaign nov -Store $store).Failed | Should -Be 2
    }

    It 'gives exactly one result for each of 500 random rows' {
        $random = [Random]::new(14)
        $rows = 1..500 | ForEach-Object {
            $number = switch ($random.Next(6)) { 0 { '' } 1 { $null } 2 { 'no' } 3 { "08121$('{0:00}' -f $random.Next(20))99999" } 4 { "+55 31 9 8888-88$('{0:00}' -f $random.Next(20))" } 5 { "55 31 8888-88$('{0:00}' -f $random.Next(20))" } }
            [pscustomobject] @{ Row = $_; Number = $number; Name = if ($random.Next(5)) { 'x' } }
        }
        $run = Watch-Script { $rows | Send-ChataloMessage -Template 'Halo {Name}' -Campaign nov -Store $store -ThrottleLimit 8 -WarningAction SilentlyContinue }

        $run.Output.InputObject.Row | Sort-Object | Should -Be (1..500)
        $sent = $gateway.Messages.Number | Group-Object { $_ -replace '^55(\d\d)9?(\d{8})$', '55$1$2' }
        $sent.Count | Should -BeGreaterThan 20
        $sent.Where({ $_.Count -ne 1 }) | Should -BeNullOrEmpty
        $campaign = Get-ChataloCampaign nov -Store $store
        $campaign.Sent | Should -Be $gateway.MessageCount
        $campaign.Sent + $campaign.Failed + $campaign.Skipped | Should -Be $campaign.Total
    }
}
