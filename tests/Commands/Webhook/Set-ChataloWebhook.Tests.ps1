BeforeAll { . "$PSScriptRoot/../common.ps1" }

Describe 'Set-ChataloWebhook' {
    BeforeEach {
        $gateway = Start-TestGateway
        $session = Connect-TestGateway $gateway
    }
    AfterEach { $gateway.Dispose() }

    It 'sets and shows the address: <Script>' -ForEach @(
        @{ Script = { Set-ChataloWebhook 'https://hooks.example/in?token=1' -PassThru } }
        @{ Script = { Set-ChataloWebhook -Uri 'https://hooks.example/in?token=1' -PassThru } }
        @{ Script = { [uri] 'https://hooks.example/in?token=1' | Set-ChataloWebhook -PassThru } }
    ) {
        (& $Script).Url | Should -Be 'https://hooks.example/in?token=1'

        $gateway.WebhookUrl | Should -Be 'https://hooks.example/in?token=1'
    }

    It 'refuses <_> before a call' -ForEach 'ftp://hooks.example/in', 'hooks.example/in', 'file:///in' {
        $url = $_

        Get-ChataloError InvalidInput InvalidArgument { Set-ChataloWebhook $url }

        Get-TestRequest $gateway | Should -BeNullOrEmpty
    }

    It 'sets nothing with -WhatIf, and does not show the token' {
        $said = Invoke-AtPrompt { Set-ChataloWebhook https://hooks.example/in?token=sesame -WhatIf } -Gateway $gateway

        $said.Text | Should -Match 'https://hooks\.example'
        $said.Text | Should -Not -Match sesame
        $gateway.WebhookUrl | Should -BeNullOrEmpty
    }

    It 'does not ask again when the answer is lost' {
        Add-TestFault $gateway @{ Kind = 'ResetAfter' }

        Get-ChataloError Unreachable ConnectionError { Set-ChataloWebhook https://hooks.example/in }

        Get-TestRequest $gateway | Should -HaveCount 1
    }
}
