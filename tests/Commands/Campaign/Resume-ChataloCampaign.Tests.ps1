BeforeAll { . "$PSScriptRoot/../common.ps1" }

Describe 'Resume-ChataloCampaign' {
    BeforeEach {
        $gateway = Start-TestGateway
        $session = Connect-TestGateway $gateway
        $store = Join-Path $TestDrive "$([guid]::NewGuid()).db"
    }
    AfterEach { $gateway.Dispose() }

    It 'sends what failed again only with -RetryFailed' {
        Add-TestFault $gateway @{ Kind = 'Status'; StatusCode = 400; Count = 1 }
        ('08121111111' | Send-ChataloMessage -Message Halo -Campaign test -Store $store -ErrorAction SilentlyContinue).Outcome | Should -Be Failed

        Resume-ChataloCampaign test -Store $store | Should -BeNullOrEmpty
        Resume-ChataloCampaign test -RetryUnknown -Store $store | Should -BeNullOrEmpty
        (Resume-ChataloCampaign test -RetryFailed -Store $store).Outcome | Should -Be Sent
        $gateway.Messages.Message | Should -Be Halo
    }

    It 'sends what may have arrived again only with -RetryUnknown' {
        Add-TestFault $gateway @{ Kind = 'ResetAfter'; Count = 1 }
        ('08121111111' | Send-ChataloMessage -Message Halo -Campaign test -Store $store -ErrorAction SilentlyContinue).Outcome | Should -Be Unknown

        ('08121111111' | Send-ChataloMessage -Message Halo -Campaign test -Store $store).Outcome | Should -Be Skipped
        Resume-ChataloCampaign test -Store $store | Should -BeNullOrEmpty
        Resume-ChataloCampaign test -RetryFailed -Store $store | Should -BeNullOrEmpty
        $gateway.Messages | Should -HaveCount 1 -Because 'its answer was lost, not the message'
        (Resume-ChataloCampaign test -RetryUnknown -Store $store).Outcome | Should -Be Sent
        $gateway.Messages | Should -HaveCount 2
    }

    It 'has an error for a campaign that is not in the store' {
        $null = Get-ChataloError NotFound ObjectNotFound { Resume-ChataloCampaign none -Store $store }
    }
}
