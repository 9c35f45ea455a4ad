BeforeAll { . "$PSScriptRoot/../common.ps1" }

# The emulator has 17 groups, of which three are for operations.
Describe 'Get-ChataloGroup' {
    BeforeEach {
        $gateway = Start-TestGateway
        $session = Connect-TestGateway $gateway
    }
    AfterEach { $gateway.Dispose() }

    It 'lists the groups of the device with the number of their members' {
        $groups = Get-ChataloGroup

        $groups | Should -HaveCount 17
        $groups | Should -BeOfType Chatalo.Group
        $groups.ParticipantCount[0..2] | Should -Be 2, 7, 12
        $groups.GroupId | Should -Be $groups.Id
        $groups[0].Members | Should -BeNullOrEmpty
    }

    It 'finds <Count> by the name <Name>' -ForEach @(
        @{ Name = 'Ops*'; Count = 3 }
        @{ Name = 'ops*', 'sales'; Count = 4 }
        @{ Name = "Alumni '98"; Count = 1 }
        @{ Name = 'nothing*'; Count = 0 }
    ) {
        @(Get-ChataloGroup -Name $Name) | Should -HaveCount $Count
    }

    It 'has one error for a name that no group of several devices has' {
        $run = Watch-Script { (Get-ChataloDevice -Ready), (Get-ChataloDevice -Ready) | Get-ChataloGroup Nobody, Sales }

        $run.Output.Name | Should -Be Sales, Sales
        (Assert-OneError $run NotFound ObjectNotFound).TargetObject | Should -Be Nobody
    }

    It 'shows a group with its members by the id' {
        $group = Get-ChataloGroup 'Ops Bandung' | ForEach-Object { Get-ChataloGroup -Id $_.GroupId }

        $group.ParticipantCount | Should -Be 12
        $group.CreatedAt | Should -BeOfType DateTimeOffset
        $group.Members | Should -HaveCount 12
        (Get-ChataloGroup -Id (Get-ChataloGroup 'Ops Jakarta').Id).Description | Should -Be 'About Ops Jakarta'
    }

    It 'has the error <ErrorId> for the id <Id>, beside the other groups' -ForEach @(
        @{ Id = '120363028887999999'; ErrorId = 'NotFound'; Category = 'ObjectNotFound' }
        @{ Id = '../contacts'; ErrorId = 'InvalidInput'; Category = 'InvalidArgument' }
    ) {
        $known = (Get-ChataloGroup Sales).Id

        $run = Watch-Script { Get-ChataloGroup -Id $Id, $known }

        $run.Output.Name | Should -Be Sales
        (Assert-OneError $run $ErrorId $Category).TargetObject | Should -Be $Id
    }

    It 'pages with -First, -Skip and -IncludeTotalCount' {
        $all = Get-ChataloGroup

        (Get-ChataloGroup -Skip 2 -First 3).Id | Should -Be $all[2..4].Id
        (Get-ChataloGroup -IncludeTotalCount)[0] | Should -Be 17
    }

    It 'lists the groups of a device from the pipeline, and they can be sent to' {
        $null = Connect-TestGateway $gateway @{}

        $results = Get-ChataloDevice -Ready | Get-ChataloGroup -Name Ops* | Send-ChataloMessage -Message Hi

        $results.Outcome | Should -Be Sent, Sent, Sent
        $gateway.Messages.GroupId | Should -Be $results.GroupId
        $gateway.Messages.DeviceId | Should -Be $ReadyDevice, $ReadyDevice, $ReadyDevice
        $gateway.Messages.Message | Should -Be Hi, Hi, Hi
        $gateway.Messages.Number | Should -Be $null, $null, $null
    }
}
