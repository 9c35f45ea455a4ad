BeforeAll { . "$PSScriptRoot/../common.ps1" }

Describe 'Test-ChataloDevice' {
    BeforeEach {
        $gateway = Start-TestGateway
        $session = Connect-TestGateway $gateway
    }
    AfterEach { $gateway.Dispose() }

    It 'is <Linked> for <Script>' -ForEach @(
        @{ Script = { Test-ChataloDevice }; Linked = $true }
        @{ Script = { Test-ChataloDevice -Device 'Dita - CS' }; Linked = $false }
        @{ Script = { Test-ChataloDevice -Device $DisconnectedDevice }; Linked = $false }
        @{ Script = { Test-ChataloDevice -Device (Get-ChataloDevice 'Sela*') }; Linked = $true }
    ) {
        & $Script | Should -Be $Linked
    }

    It 'takes devices from the pipeline' {
        Get-ChataloDevice | Test-ChataloDevice | Should -Be $true, $false, $true
    }

    It 'asks which, when two devices have the name' {
        $null = New-ChataloDevice 'andi - cs' 081234567891

        Get-ChataloError InvalidInput InvalidArgument { Test-ChataloDevice -Device 'Andi - CS' } | Should -BeLike "*$ReadyDevice*"
    }

    It 'looks a name up once for many calls' {
        1..5 | ForEach-Object { $null = Test-ChataloDevice -Device 'Andi - CS' }

        @(Get-TestRequest $gateway) -eq 'GET /device' | Should -HaveCount 1
    }

    It 'says what to do when there is no device' {
        $null = Connect-TestGateway $gateway @{}

        (Get-ChataloError InvalidInput InvalidArgument { Test-ChataloDevice }).ErrorDetails.RecommendedAction | Should -Match '-Device'
    }

    It 'has an error when the gateway does not say' {
        Add-TestFault $gateway @{ Kind = 'Status'; StatusCode = 200; Body = '{"data":[],"meta":{"code":200}}' }

        Get-ChataloError UnexpectedAnswer ProtocolError { Test-ChataloDevice }
    }
}
