BeforeAll { . "$PSScriptRoot/../common.ps1" }

Describe 'Remove-ChataloWebhook' {
    BeforeEach {
        $gateway = Start-TestGateway
        $session = Connect-TestGateway $gateway
        $null = Set-ChataloWebhook https://hooks.example/in
    }
    AfterEach { $gateway.Dispose() }

    It 'asks first, and does as it is told: <Answer>' -ForEach @(
        @{ Answer = 'y'; Left = $null }
        @{ Answer = 'n'; Left = 'https://hooks.example/in' }
    ) {
        $said = Invoke-AtPrompt { Remove-ChataloWebhook } -Answer $Answer -Gateway $gateway

        $said.Text | Should -Match 'Are you sure'
        $gateway.WebhookUrl | Should -Be $Left
    }

    It 'asks nothing with -Confirm:$false' {
        $said = Invoke-AtPrompt { Remove-ChataloWebhook -Confirm:$false } -Gateway $gateway

        $said.Text | Should -BeNullOrEmpty
        $gateway.WebhookUrl | Should -BeNullOrEmpty
    }

    It 'removes nothing with -WhatIf' {
        Remove-ChataloWebhook -WhatIf

        $gateway.WebhookUrl | Should -Be 'https://hooks.example/in'
    }
}
