BeforeAll { . "$PSScriptRoot/../common.ps1" }

Describe 'Get-ChataloWebhook' {
    BeforeEach {
        $gateway = Start-TestGateway
        $session = Connect-TestGateway $gateway
    }
    AfterEach { $gateway.Dispose() }

    It 'shows the address, or that there is none' {
        $before = Get-ChataloWebhook
        $null = Set-ChataloWebhook https://hooks.example/in
        $after = Get-ChataloWebhook

        $before, $after | Should -BeOfType Chatalo.Webhook
        $before.Url | Should -BeNullOrEmpty
        $after.Url | Should -Be 'https://hooks.example/in'
    }

    It 'has a null address when the gateway says <_>' -ForEach '[]', '{"url":""}', '{"url":null}' {
        Add-TestFault $gateway @{ Kind = 'Status'; StatusCode = 200; Body = "{`"data`":$_,`"meta`":{`"code`":200}}" }

        $null -eq (Get-ChataloWebhook).Url | Should -BeTrue
    }

    It 'has an error when the gateway keeps failing' {
        $null = Connect-TestGateway $gateway @{ MaximumRetryCount = 1 }
        Add-TestFault $gateway @{ Kind = 'Status'; StatusCode = 500 }

        Get-ChataloError ServerError InvalidResult { Get-ChataloWebhook }

        Get-TestRequest $gateway | Should -HaveCount 2
    }
}
