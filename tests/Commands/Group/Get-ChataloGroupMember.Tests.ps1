BeforeAll { . "$PSScriptRoot/../common.ps1" }

Describe 'Get-ChataloGroupMember' {
    BeforeEach {
        $gateway = Start-TestGateway
        $session = Connect-TestGateway $gateway
    }
    AfterEach { $gateway.Dispose() }

    It 'lists the members with their roles' {
        $members = Get-ChataloGroup 'Ops Bandung' | Get-ChataloGroupMember

        $members | Should -HaveCount 12
        $members | Should -BeOfType Chatalo.GroupMember
        $members[0..2].Role | Should -Be superadmin, admin, $null
        $members[0..2].IsAdmin | Should -Be $true, $true, $false
    }

    It 'gives people to send to, and not the group' {
        $null = Connect-TestGateway $gateway @{}

        $results = Get-ChataloDevice -Ready | Get-ChataloGroup 'Ops Jakarta' | Get-ChataloGroupMember | Send-ChataloMessage -Message Hi

        $results | Should -HaveCount 2
        $results.Number | Should -Be ($gateway.Messages.Number | ForEach-Object { "+$_" })
        $gateway.Messages.GroupId | Should -Be $null, $null
    }

    It 'does not find an unknown group' {
        $problem = Get-ChataloError NotFound ObjectNotFound { Get-ChataloGroupMember 120363028887999999 }

        $problem.TargetObject | Should -Be '120363028887999999'
    }

    It 'has an error when the gateway does not list the members' {
        Add-TestFault $gateway @{ Kind = 'Status'; StatusCode = 200; Body = '{"data":{"id":"1","name":"G","participants":27},"meta":{"code":200}}' }

        Get-ChataloError UnexpectedAnswer ProtocolError { Get-ChataloGroupMember 1 }
    }
}
