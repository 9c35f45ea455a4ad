BeforeAll {
    . "$PSScriptRoot/../common.ps1"
    . "$PSScriptRoot/../anyinput.ps1"

    # The id of a device, a group and a campaign that are there, in the columns of somebody else's list.
    function New-StrangersRow {
        foreach ($id in $ReadyDevice, $DisconnectedDevice, $NoApiDevice, 'Dita - CS') {
            foreach ($name in 'Device', 'DeviceId', 'Id', 'Name', 'Url', 'GroupId', 'Campaign') { [pscustomobject] @{ $name = $id } }
            [pscustomobject] @{ Id = $id; DeviceId = $id; Name = 'promo'; CampaignName = 'promo'; Campaign = 'promo'; Url = 'https://crm.example/x'; GroupId = $id; Raw = '{}' }
        }
        [pscustomobject] @{ Name = 'promo' }
        Get-Process -Id $PID
        Get-Item $TestDrive
    }
}

Describe 'Whatever is piped in' {
    BeforeEach {
        $gateway = Start-TestGateway
        $session = Connect-TestGateway $gateway
        $store = Join-Path $TestDrive "$([guid]::NewGuid()).db"
    }
    AfterEach { $gateway.Dispose() }

    It 'gives one result or one error of <Name> for each input' -ForEach @(
        @{ Name = 'Confirm-ChataloOtp'; Command = { $input | Confirm-ChataloOtp } }
        @{ Name = 'Confirm-ChataloOtp with a code'; Command = { $input | Confirm-ChataloOtp -Code 012345 } }
        @{ Name = 'New-ChataloDevice'; Command = { $input | New-ChataloDevice } }
        @{ Name = 'New-ChataloDevice with a name'; Command = { $input | New-ChataloDevice -Name Desk } }
        @{ Name = 'New-ChataloChatLink'; Command = { $input | New-ChataloChatLink } }
        @{ Name = 'New-ChataloChatLink with a script block'; Command = { $input | New-ChataloChatLink -Number { $_.Phone } -Message { "Hi $($_.Nama)" } } }
        @{ Name = 'Save-ChataloMedia'; Command = { $input | Save-ChataloMedia -Destination $TestDrive } }
        @{ Name = 'Test-ChataloDevice'; Command = { $input | Test-ChataloDevice } }
        @{ Name = 'Wait-ChataloDevice'; Command = { $input | Wait-ChataloDevice -TimeoutSec 1 } }
        @{ Name = 'Get-ChataloDevice'; Command = { $input | Get-ChataloDevice } }
        @{ Name = 'Set-ChataloDevice'; Command = { $input | Set-ChataloDevice -PassThru -Description x } }
        @{ Name = 'Connect-ChataloDevice'; Command = { $input | Connect-ChataloDevice } }
        @{ Name = 'Set-ChataloWebhook'; Command = { $input | Set-ChataloWebhook -PassThru } }
        @{ Name = 'Invoke-ChataloWebhook'; Command = { $input | Invoke-ChataloWebhook "http://127.0.0.1:$(Get-FreePort)/" } }
    ) {
        $list = New-AnyList 31 100
        $run = Watch-Script { $list | & $Command }

        $run.Thrown | Should -BeNullOrEmpty
        @($run.Errors | ForEach-Object { "$($_.FullyQualifiedErrorId)".Split(',')[0] } | Where-Object { $_ -notmatch '^Chatalo\.' }) | Should -BeNullOrEmpty
        ($run.Output.Count + $run.Errors.Count) | Should -Be 100
    }

    It 'has only errors of the module with <Name>' -ForEach @(
        @{ Name = 'Get-ChataloContact'; Command = { $input | Get-ChataloContact -First 1 } }
        @{ Name = 'Get-ChataloGroup'; Command = { $input | Get-ChataloGroup } }
        @{ Name = 'Get-ChataloGroupMember'; Command = { $input | Get-ChataloGroupMember } }
        @{ Name = 'Get-ChataloCampaign'; Command = { $input | Get-ChataloCampaign -Store $store } }
        @{ Name = 'Get-ChataloDelivery'; Command = { $input | Get-ChataloDelivery -Store $store } }
        @{ Name = 'Resume-ChataloCampaign'; Command = { $input | Resume-ChataloCampaign -Store $store } }
        @{ Name = 'Suspend-ChataloCampaign'; Command = { $input | Suspend-ChataloCampaign -Store $store } }
    ) {
        $list = New-AnyList 41 60
        $run = Watch-Script { $list | & $Command }

        $run.Thrown | Should -BeNullOrEmpty
        @($run.Errors | ForEach-Object { "$($_.FullyQualifiedErrorId)".Split(',')[0] } | Where-Object { $_ -notmatch '^Chatalo\.' }) | Should -BeNullOrEmpty
    }

    It "takes no id from somebody else's row, with <Name>" -ForEach @(
        @{ Name = 'Remove-ChataloDevice'; Command = { $input | Remove-ChataloDevice -Confirm:$false } }
        @{ Name = 'Disconnect-ChataloDevice'; Command = { $input | Disconnect-ChataloDevice -Confirm:$false } }
        @{ Name = 'Connect-ChataloDevice'; Command = { $input | Connect-ChataloDevice } }
        @{ Name = 'Set-ChataloDevice'; Command = { $input | Set-ChataloDevice -PassThru -Description x } }
        @{ Name = 'Get-ChataloDevice'; Command = { $input | Get-ChataloDevice } }
        @{ Name = 'Test-ChataloDevice'; Command = { $input | Test-ChataloDevice } }
        @{ Name = 'Wait-ChataloDevice'; Command = { $input | Wait-ChataloDevice } }
        @{ Name = 'Get-ChataloContact'; Command = { $input | Get-ChataloContact } }
        @{ Name = 'Get-ChataloGroup'; Command = { $input | Get-ChataloGroup } }
        @{ Name = 'Get-ChataloGroupMember'; Command = { $input | Get-ChataloGroupMember } }
        @{ Name = 'Set-ChataloWebhook'; Command = { $input | Set-ChataloWebhook -PassThru } }
        @{ Name = 'Invoke-ChataloWebhook'; Command = { $input | Invoke-ChataloWebhook "$($gateway.BaseUri)/in" } }
    ) {
        $rows = @(New-StrangersRow)
        $run = Watch-Script { $rows | & $Command }

        $run.Output | Should -HaveCount 0
        $run.Errors | Should -HaveCount $rows.Count
        @($run.Errors.FullyQualifiedErrorId -notmatch '^Chatalo\.InvalidInput,') | Should -BeNullOrEmpty
        Get-TestRequest $gateway | Should -BeNullOrEmpty
        $gateway.Devices | Should -HaveCount 3
    }

    It "takes no campaign's name from somebody else's row, with <Name>" -ForEach @(
        @{ Name = 'Remove-ChataloCampaign'; Command = { $input | Remove-ChataloCampaign -Store $store -Confirm:$false } }
        @{ Name = 'Suspend-ChataloCampaign'; Command = { $input | Suspend-ChataloCampaign -Store $store } }
        @{ Name = 'Resume-ChataloCampaign'; Command = { $input | Resume-ChataloCampaign -Store $store } }
        @{ Name = 'Get-ChataloDelivery'; Command = { $input | Get-ChataloDelivery -Store $store } }
    ) {
        $null = Send-ChataloMessage 081234567891 Hi -Campaign promo -Store $store
        $rows = @(New-StrangersRow)
        $run = Watch-Script { $rows | & $Command }

        $run.Output | Should -HaveCount 0
        $run.Errors | Should -HaveCount $rows.Count
        (Get-ChataloCampaign promo -Store $store).State | Should -Be Completed
    }

    It 'deletes no device because a message, a group or a contact of it is piped in' {
        $run = Watch-Script { @(Get-ChataloGroup; Get-ChataloContact -First 1; Send-ChataloMessage 081234567891 Hi) | Remove-ChataloDevice -Confirm:$false }

        $run.Output | Should -HaveCount 0
        $gateway.Devices | Should -HaveCount 3
    }
}

Describe "The module's own objects" {
    BeforeEach {
        $gateway = Start-TestGateway
        $session = Connect-TestGateway $gateway
        $store = Join-Path $TestDrive "$([guid]::NewGuid()).db"
    }
    AfterEach { $gateway.Dispose() }

    It 'are taken as they are, out of <Way>' -ForEach @(
        @{ Way = 'the pipeline'; Through = { $input } }
        @{ Way = 'a CSV file'; Through = { $input | Export-Csv "$TestDrive/own.csv" -NoTypeInformation; Import-Csv "$TestDrive/own.csv" } }
        @{ Way = 'a JSON file'; Through = { $input | ConvertTo-Json -Depth 5 | ConvertFrom-Json | ForEach-Object { $_ } } }
        @{ Way = 'CliXml'; Through = { $input | Export-Clixml "$TestDrive/own.xml"; Import-Clixml "$TestDrive/own.xml" } }
    ) {
        $null = Send-ChataloMessage 081234567891 Hi -Campaign promo -Store $store

        Get-ChataloDevice | & $Through | Test-ChataloDevice | Should -Be $true, $false, $true
        (Get-ChataloDevice | & $Through | Get-ChataloDevice).Name | Should -Be 'Andi - CS', 'Dita - CS', 'Sela - CS'
        Get-ChataloGroup -Name Ops* | & $Through | Get-ChataloGroupMember | Should -Not -BeNullOrEmpty
        (Get-ChataloCampaign -Store $store | & $Through | Get-ChataloDelivery -Store $store).Number | Should -Be '+6281234567891'
        (Get-ChataloDevice sela* | & $Through | Set-ChataloDevice -PassThru -Description Hall).Description | Should -Be Hall
        Get-ChataloDevice dita* | & $Through | Remove-ChataloDevice -Confirm:$false
        $gateway.Devices.Id | Should -Not -Contain $DisconnectedDevice
    }

    It 'and names are taken from the pipeline' {
        'Andi - CS', 'Dita - CS' | Test-ChataloDevice | Should -Be $true, $false
        ('Sela - CS' | Get-ChataloDevice).Id | Should -Be $NoApiDevice
        'Dita - CS' | Remove-ChataloDevice -Confirm:$false
        $gateway.Devices | Should -HaveCount 2
    }

    It 'keep the zeros of a code that is typed without quotes' {
        # One of ten begins with a zero.
        do { $otp = Send-ChataloOtp 081234567891; $code = @($gateway.Messages)[-1].OtpCode } until ($code -like '0*')

        & ([scriptblock]::Create("`$otp | Confirm-ChataloOtp -Quiet -Code $code")) | Should -BeTrue
    }
}
