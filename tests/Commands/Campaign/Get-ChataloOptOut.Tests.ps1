BeforeAll { . "$PSScriptRoot/../common.ps1" }

Describe 'Get-ChataloOptOut' {
    BeforeAll {
        $store = Join-Path $TestDrive optouts.db
        $before = [DateTimeOffset]::Now.AddSeconds(-1)
        $null = '081234567890', '081234567891' | Add-ChataloOptOut -Reason STOP -Store $store
    }

    It 'says who, why and when' {
        $all = Get-ChataloOptOut -Store $store

        $all | Should -BeOfType Chatalo.OptOut
        $all.Number | Should -Be +6281234567890, +6281234567891
        $all.Reason | Should -Be STOP, STOP
        foreach ($one in $all) {
            $one.Time | Should -BeGreaterOrEqual $before
            $one.Time | Should -BeLessOrEqual ([DateTimeOffset]::Now.AddSeconds(1))
        }
    }

    It 'gives that of a number, however it is written' {
        (Get-ChataloOptOut 0812-3456-7890 -Store $store).Number | Should -Be +6281234567890
        ('+6281234567891' | Get-ChataloOptOut -Store $store).Number | Should -Be +6281234567891
        Get-ChataloOptOut 081299999999 -Store $store | Should -BeNullOrEmpty
    }

    It 'gives all of more than a page' {
        $many = Join-Path $TestDrive many.db
        $numbers = 1..1001 | ForEach-Object { '+62812{0:00000000}' -f $_ }
        $null = $numbers | Add-ChataloOptOut -Store $many

        (Get-ChataloOptOut -Store $many).Number | Should -Be $numbers
    }
}
