BeforeAll { . "$PSScriptRoot/../common.ps1" }

Describe 'Get-ChataloDelivery' {
    BeforeAll {
        $gateway = Start-TestGateway
        $session = Connect-TestGateway $gateway
        $store = Join-Path $TestDrive campaigns.db
        $null = [pscustomobject] @{ Number = '081234567890'; Nama = 'Ani' }, [pscustomobject] @{ Number = '081234567891'; Nama = 'Budi' } |
            Send-ChataloMessage -Template 'Halo {Nama}' -Campaign test -Store $store
    }
    AfterAll { $gateway.Dispose() }

    It 'lists each recipient with what became of it' {
        $deliveries = Get-ChataloDelivery test -Store $store

        $deliveries | Should -BeOfType Chatalo.Delivery
        $deliveries.Number | Should -Be +6281234567890, +6281234567891
        $deliveries.Status | Should -Be Sent, Sent
        $deliveries.Message | Should -Be 'Halo Ani', 'Halo Budi'
    }

    It 'takes campaigns from the pipeline' {
        (Get-ChataloCampaign -Store $store | Get-ChataloDelivery -Store $store).Message | Should -Be 'Halo Ani', 'Halo Budi'
    }

    It 'gives <Count> for <Parameter>' -ForEach @(
        @{ Parameter = @{ Status = 'Sent' }; Count = 2 }
        @{ Parameter = @{ Status = 'Failed', 'Unknown' }; Count = 0 }
        @{ Parameter = @{ Number = '0812-3456-7891' }; Count = 1 }
        @{ Parameter = @{ Number = '+6281234567891'; Status = 'Sent' }; Count = 1 }
        @{ Parameter = @{ Number = '+6281234567891'; Status = 'Failed' }; Count = 0 }
        @{ Parameter = @{ Number = '081299999999' }; Count = 0 }
    ) {
        $found = @(Get-ChataloDelivery test -Store $store @Parameter)

        $found | Should -HaveCount $Count
        if ($Count -eq 1) { $found.Number | Should -Be +6281234567891 }
    }

    It 'has an error for a campaign that is not in the store' {
        $null = Get-ChataloError NotFound ObjectNotFound { Get-ChataloDelivery none -Store $store }
    }

    It 'gives all of more than a page' {
        $many = Join-Path $TestDrive many.db
        $null = '081234567890' | Send-ChataloMessage -Message Halo -Campaign test -Store $many
        # Recorded, and not sent.
        Suspend-ChataloCampaign test -Store $many
        $numbers = 1..1001 | ForEach-Object { '+62812{0:00000000}' -f $_ }
        $null = $numbers | Send-ChataloMessage -Message Halo -Campaign test -Store $many -WarningAction SilentlyContinue

        (Get-ChataloDelivery test -Status Pending -Store $many).Number | Should -Be $numbers
    }
}
