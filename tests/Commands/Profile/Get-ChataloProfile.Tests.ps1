BeforeAll { . "$PSScriptRoot/../common.ps1" }

Describe 'Get-ChataloProfile' {
    BeforeEach {
        $gateway = Start-TestGateway
        $session = Connect-TestGateway $gateway
    }
    AfterEach { $gateway.Dispose() }

    It 'shows the account with its devices' {
        $account = Get-ChataloProfile

        $account | Should -BeOfType Chatalo.Profile
        $account.FirstName | Should -Be Trimun
        $account.Email | Should -Be 'demo@example.com'
        $account.Plan | Should -Be Premium
        $account.ExpiresOn | Should -BeOfType DateTimeOffset
        $account.ExpiresOn.Offset | Should -Be ([timespan] '7:00')
        $account.AssignedDevices | Should -HaveCount 3
    }

    It 'gives devices that other cmdlets take' {
        (Get-ChataloProfile).AssignedDevices | Test-ChataloDevice | Should -Be $true, $false, $true
    }

    It 'keeps fields that it does not know' {
        Add-TestFault $gateway @{ Kind = 'Status'; StatusCode = 200; Body = '{"data":{"first_name":"A","plan":7,"credit":{"left":12}},"meta":{"code":200}}' }

        $account = Get-ChataloProfile

        $account.Plan | Should -Be '7'
        $account.AdditionalProperties['credit']['left'] | Should -Be 12
    }

    It 'has an error when the gateway gives no account' {
        Add-TestFault $gateway @{ Kind = 'Status'; StatusCode = 200; Body = '{"data":"none","meta":{"code":200}}' }

        Get-ChataloError UnexpectedAnswer ProtocolError { Get-ChataloProfile }
    }

    It 'believes the code in the answer where HTTP says that all is well' {
        Add-TestFault $gateway @{ Kind = 'Status'; StatusCode = 200; Body = '{"data":[],"meta":{"code":403,"message":"Unauthorized"}}' }

        Get-ChataloError Unauthorized AuthenticationError { Get-ChataloProfile }
    }
}
