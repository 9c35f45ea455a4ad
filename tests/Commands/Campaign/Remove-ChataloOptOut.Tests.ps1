BeforeAll { . "$PSScriptRoot/../common.ps1" }

Describe 'Remove-ChataloOptOut' {
    BeforeEach {
        $gateway = Start-TestGateway
        $session = Connect-TestGateway $gateway
        $store = Join-Path $TestDrive "$([guid]::NewGuid()).db"
        $null = '08121111111', '08123333333' | Add-ChataloOptOut -Store $store
    }
    AfterEach { $gateway.Dispose() }

    It 'takes one back, whom the same list then reaches' {
        ('08121111111' | Send-ChataloMessage -Message Halo -Campaign test -Store $store).Outcome | Should -Be Skipped

        '08121111111' | Remove-ChataloOptOut -Store $store -Confirm:$false | Should -BeNullOrEmpty

        ('08121111111' | Send-ChataloMessage -Message Halo -Campaign test -Store $store).Outcome | Should -Be Sent
        (Get-ChataloOptOut -Store $store).Number | Should -Be +628123333333
    }

    It 'takes none back with -WhatIf' {
        Remove-ChataloOptOut 08121111111 -Store $store -WhatIf

        (Get-ChataloOptOut -Store $store).Number | Should -Be +628121111111, +628123333333
    }

    It 'has an error for a number that has not opted out' {
        $null = Get-ChataloError NotFound ObjectNotFound { Remove-ChataloOptOut 08129999999 -Store $store -Confirm:$false }
    }
}
