BeforeAll { . "$PSScriptRoot/../common.ps1" }

Describe 'Get-ChataloCampaign' {
    BeforeEach {
        $gateway = Start-TestGateway
        $session = Connect-TestGateway $gateway
        $store = Join-Path $TestDrive "$([guid]::NewGuid()).db"
    }
    AfterEach { $gateway.Dispose() }

    It 'shows counts and pace' {
        $row = [pscustomobject] @{ Number = '08121111111'; Nama = 'Ani' }
        $sent = $row | Send-ChataloMessage -Template 'Halo {Nama}' -Campaign test -Store $store -Interval 5-10 -DailyLimit 500 -Between 00:00-24:00 -MaxFailures 3
        $sent.InputObject.Nama | Should -Be Ani

        $campaign = Get-ChataloCampaign TE* -Store $store

        $campaign | Should -BeOfType Chatalo.Campaign
        $campaign.Name | Should -Be test
        $campaign.Sent, $campaign.Total | Should -Be 1, 1
        $campaign.Interval | Should -Be 5-10
        $campaign.DailyLimit | Should -Be 500
        $campaign.Between | Should -Be 00:00-24:00
        $campaign.MaxFailures | Should -Be 3
    }

    It 'says whether it is paused or has nothing left to do' {
        $null = '081234567890' | Send-ChataloMessage -Message Halo -Campaign test -Store $store
        (Get-ChataloCampaign test -Store $store).State | Should -Be Completed

        Suspend-ChataloCampaign test -Store $store
        (Get-ChataloCampaign test -Store $store).State | Should -Be Paused

        $null = '081234567891' | Send-ChataloMessage -Message Halo -Campaign test -Store $store -WarningAction SilentlyContinue
        $null = Resume-ChataloCampaign test -Store $store
        (Get-ChataloCampaign test -Store $store).State | Should -Be Completed
    }

    It 'gives those whose name matches' {
        $null = '081234567890' | Send-ChataloMessage -Message Halo -Campaign test -Store $store
        $null = '081234567890' | Send-ChataloMessage -Message Halo -Campaign other -Store $store

        (Get-ChataloCampaign -Store $store).Name | Sort-Object | Should -Be other, test
        (Get-ChataloCampaign t* -Store $store).Name | Should -Be test
        Get-ChataloCampaign x* -Store $store | Should -BeNullOrEmpty
    }

    It 'has an error for a name that no campaign has' {
        $problem = Get-ChataloError NotFound ObjectNotFound { Get-ChataloCampaign none -Store $store }

        $problem.TargetObject | Should -Be none
    }
}
