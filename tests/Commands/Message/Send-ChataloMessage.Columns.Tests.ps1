BeforeAll {
    . "$PSScriptRoot/../common.ps1"

    # Columns that a CRM has, and that are named like parameters.
    function New-CrmRow([string] $Phone, [hashtable] $More = @{}) {
        $row = [ordered] @{ Nama = 'Ani'; 'No HP' = $Phone; Url = 'https://crm.example/customers/7'; GroupId = '120363028887654321'; Message = 'called, no answer'
            Session = 'morning'; Template = 'x {y}'; Campaign = 'old'; Interval = '9'; ThrottleLimit = 'many'; Culture = 'none'; Store = 'Jakarta'; InputObject = 'x'; WhatIf = 'True' }
        foreach ($name in $More.Keys) { $row[$name] = $More[$name] }
        [pscustomobject] $row
    }
}

Describe 'Send-ChataloMessage with the columns of somebody else' {
    BeforeEach {
        $gateway = Start-TestGateway
        $session = Connect-TestGateway $gateway
    }
    AfterEach { $gateway.Dispose() }

    It 'sends the text of the command to the number, whatever else the row has' -ForEach @(
        @{ How = @{ Message = 'Halo' }; Text = 'Halo' }
        @{ How = @{ Template = 'Halo {Nama}' }; Text = 'Halo Ani' }
        @{ How = @{ Message = { "Halo $($_.Nama)" } }; Text = 'Halo Ani' }
    ) {
        $result = New-CrmRow 081234567891 | Send-ChataloMessage @How

        $result.Outcome | Should -Be Sent
        $result.Number | Should -Be +6281234567891
        $message = $gateway.Messages
        $message.Type | Should -Be text
        $message.Message | Should -Be $Text
        $message.Url | Should -BeNullOrEmpty
        $message.GroupId | Should -BeNullOrEmpty
    }

    It 'sends the same when the list comes from a CSV file' {
        $path = Join-Path $TestDrive crm.csv
        New-CrmRow 081234567891 | Export-Csv $path -NoTypeInformation
        (Import-Csv $path | Send-ChataloMessage -Message Halo).Type | Should -Be Text
        (Import-ChataloContact $path | Send-ChataloMessage -Message Halo).Type | Should -Be Text
        $gateway.Messages.Number | Should -Be 6281234567891, 6281234567891
    }

    It 'sends a file of the command without the remark in the row' {
        (New-CrmRow 081234567891 | Send-ChataloMessage -Url https://files.example/a.pdf).Type | Should -Be File
        $gateway.Messages.Message | Should -BeNullOrEmpty
    }

    It 'takes from a row what the command names' {
        New-CrmRow 081234567891 | Send-ChataloMessage -Message { $_.Message } -Url { $_.Url } | Out-Null
        New-CrmRow 081234567891 | Send-ChataloMessage -Message Hi -GroupId { $_.GroupId } -ErrorAction SilentlyContinue | Out-Null
        [pscustomobject] @{ Telepon = 81234567892 } | Send-ChataloMessage -Message Hi -Number { $_.Telepon } | Out-Null
        [pscustomobject] @{ Nomor = '081234567893'; Cabang = 'Andi - CS' } | Send-ChataloMessage -Message Hi -Device { $_.Cabang } | Out-Null

        $gateway.Messages[0].Type | Should -Be caption
        $gateway.Messages[0].Message | Should -Be 'called, no answer'
        Get-TestRequest $gateway | Should -Contain 'POST /messages/group'
        $gateway.Messages.Number | Should -Contain 6281234567892
        $gateway.Messages.Number | Should -Contain 6281234567893
    }

    It 'names the column that it does not use when there is nothing to send' {
        $problem = Get-ChataloError InvalidInput InvalidArgument { [pscustomobject] @{ Nomor = '081234567891'; Url = 'https://crm.example/7' } | Send-ChataloMessage | Out-Null }

        $problem.ErrorDetails.RecommendedAction | Should -Match '-Url \{ \$_\.Url \}'
        $gateway.Messages | Should -HaveCount 0
    }

    It 'takes the text of a list of texts from its column Message when the command has no content' {
        [pscustomobject] @{ Number = '081234567891'; Message = 'One' }, [pscustomobject] @{ Number = '081234567892'; Message = 'Two' } | Send-ChataloMessage | Out-Null

        $gateway.Messages.Message | Should -Be One, Two
    }

    It 'sends groups of this module to their group, in whatever form they come' -ForEach @(
        @{ Form = 'objects'; Through = { $_ } }
        @{ Form = 'selected objects'; Through = { $_ | Select-Object * } }
        @{ Form = 'JSON'; Through = { $_ | ConvertTo-Json -Depth 3 -WarningAction Ignore | ConvertFrom-Json } }
        @{ Form = 'CSV'; Through = { $_ | ConvertTo-Csv | ConvertFrom-Csv } }
    ) {
        $group = Get-ChataloGroup -First 1
        $result = $group | ForEach-Object $Through | Send-ChataloMessage -Message Hi

        $result.Outcome | Should -Be Sent
        $result.GroupId | Should -Be $group.Id
    }

    It 'sends from the device in a column Device, and from the session''s where it is empty' {
        (Get-Content "$PSScriptRoot/Assets/71-device-column.csv") | Should -Contain 'Budi,08123456781,,pagi'
        $results = Import-Csv "$PSScriptRoot/Assets/71-device-column.csv" | Send-ChataloMessage -Template 'Halo {Nama}'

        $results.Outcome | Should -Be Sent, Sent
        $results.DeviceId | Should -Be $ReadyDevice, $ReadyDevice
        $gateway.Messages.Message | Should -Be 'Halo Ani', 'Halo Budi'
    }

    It 'sends from the session''s device when the device is <Value>' -ForEach @(
        @{ Value = 'null'; Device = $null }, @{ Value = 'empty'; Device = '' }, @{ Value = 'blank'; Device = ' ' }, @{ Value = 'DBNull'; Device = [DBNull]::Value }
        @{ Value = 'a zero width space'; Device = [string] [char] 0x200B }, @{ Value = 'a byte order mark'; Device = [string] [char] 0xFEFF }
    ) {
        ([pscustomobject] @{ Nomor = '081234567891'; DeviceId = $Device } | Send-ChataloMessage -Message Hi).DeviceId | Should -Be $ReadyDevice
        (Send-ChataloMessage 081234567891 Hi -Device $Device).DeviceId | Should -Be $ReadyDevice
        [pscustomobject] @{ Nomor = '081234567891'; DeviceId = $Device } | Test-ChataloNumber -Quiet | Should -BeTrue
    }

    It 'asks once for a device that does not exist, and says it a few times, not for each row' {
        $run = Watch-Script { 1..70 | ForEach-Object { [pscustomobject] @{ Nomor = 6281234560000 + $_; Device = 'Nobody' } } | Send-ChataloMessage -Message Hi -Interval 1 }

        $run.Output.Outcome | Select-Object -Unique | Should -Be Failed
        $run.Output | Should -HaveCount 70
        Get-TestRequest $gateway | Should -Be 'GET /device'
        $run.Errors | Should -HaveCount 4
        "$($run.Errors[-1])" | Should -Match '67 more messages were not sent'
    }
}

Describe 'Send-ChataloMessage after a failure' {
    BeforeEach {
        $gateway = Start-TestGateway
        $session = Connect-TestGateway $gateway
    }
    AfterEach { $gateway.Dispose() }

    It 'sends failed results again: <Form>' -ForEach @(
        @{ Form = 'piped as they are'; Again = { $args[0] | Send-ChataloMessage } }
        @{ Form = 'through CSV'; Again = { $args[0] | Export-Csv $args[1] -NoTypeInformation; Import-Csv $args[1] | Send-ChataloMessage } }
        @{ Form = 'through CSV with types'; Again = { $args[0] | Export-Csv $args[1] -IncludeTypeInformation; Import-Csv $args[1] | Send-ChataloMessage } }
        @{ Form = 'through JSON'; Again = { $args[0] | ConvertTo-Json -Depth 3 -WarningAction Ignore | ConvertFrom-Json | ForEach-Object { $_ } | Send-ChataloMessage } }
        @{ Form = 'through CSV, naming the columns'; Again = { $args[0] | Export-Csv $args[1] -NoTypeInformation; Import-Csv $args[1] | Send-ChataloMessage -Message { $_.Message } -Url { $_.Url } -GroupId { $_.GroupId } } }
    ) {
        $group = (Get-ChataloGroup -First 1).Id
        Add-TestFault $gateway @{ Kind = 'Status'; StatusCode = 422; Count = 3; Body = '{"message":"not now"}' }
        $failed = @([pscustomobject] @{ Nama = 'Ani'; Nomor = '081234567891' } | Send-ChataloMessage -Template 'Halo {Nama}' -ErrorAction SilentlyContinue) +
            @(Send-ChataloMessage 081234567892 Teks -Url https://files.example/a.pdf -ErrorAction SilentlyContinue) +
            @(Send-ChataloMessage -GroupId $group -Message Grup -ErrorAction SilentlyContinue)
        $failed.Outcome | Should -Be Failed, Failed, Failed

        $again = & $Again $failed (Join-Path $TestDrive failed.csv)

        $again.Outcome | Should -Be Sent, Sent, Sent
        $again.Number | Should -Be +6281234567891, +6281234567892, $null
        $again.Type | Should -Be Text, Caption, Text
        $gateway.Messages.Message | Should -Be 'Halo Ani', 'Teks', 'Grup'
    }

    It 'gives a result for a result that failed before it had a device or a number' {
        $failed = 'abc', '', $null | Send-ChataloMessage -Message Hi -ErrorAction SilentlyContinue
        $again = $failed | Send-ChataloMessage -ErrorAction SilentlyContinue

        $again | Should -HaveCount 3
        $again.Outcome | Select-Object -Unique | Should -Be Failed
    }

    It 'fails the row of an empty field of the template before anything is sent, and takes a fallback' {
        $rows = [pscustomobject] @{ Nomor = '081234567891'; Nama = '' }, [pscustomobject] @{ Nomor = '081234567892'; Nama = 'Budi' }, [pscustomobject] @{ Nomor = '081234567893'; Nama = $null }
        $run = Watch-Script { $rows | Send-ChataloMessage -Template 'Halo {Nama}' }

        $run.Output.Outcome | Should -Be Failed, Sent, Failed
        "$($run.Errors[0])" | Should -Match "'Nama' is empty"
        ($rows | Send-ChataloMessage -Template 'Halo {Nama|Pelanggan}').Message | Should -Be 'Halo Pelanggan', 'Halo Budi', 'Halo Pelanggan'
        ($rows | Send-ChataloMessage -Template 'Halo{Nama|}').Message | Should -Be 'Halo', 'HaloBudi', 'Halo'
    }

    It 'stops sending from a device after three in a row, with one error for the rest' {
        $run = Watch-Script { 1..40 | ForEach-Object { 6281234560000 + $_ } | Send-ChataloMessage -Message Hi -Device $DisconnectedDevice }

        $run.Output | Should -HaveCount 40
        $run.Output.Outcome | Select-Object -Unique | Should -Be Failed
        $run.Output.ErrorId | Select-Object -Unique | Should -Be Chatalo.DeviceNotReady
        $run.Errors | Should -HaveCount 4
        Assert-ChataloError $run.Errors[-1] DeviceNotReady ResourceUnavailable
        "$($run.Errors[-1])" | Should -Match '37 more messages were not sent'
        @(Get-TestRequest $gateway) | Should -HaveCount 3
    }

    It 'goes on with the other devices of the list' {
        $rows = 1..20 | ForEach-Object { [pscustomobject] @{ Nomor = 6281234560000 + $_; Device = $(if ($_ % 2) { $DisconnectedDevice } else { $ReadyDevice }) } }
        $results = $rows | Send-ChataloMessage -Message Hi -ErrorAction SilentlyContinue -ThrottleLimit 4

        ($results | Where-Object Outcome -EQ Sent) | Should -HaveCount 10
        $results | Should -HaveCount 20
    }

    It 'goes on with rows that name a device when the session has none' {
        $null = Connect-TestGateway $gateway @{}
        $rows = 1..12 | ForEach-Object { [pscustomobject] @{ Nomor = 6281234560000 + $_; Device = $(if ($_ -gt 6) { $ReadyDevice }) } }
        $run = Watch-Script { $rows | Send-ChataloMessage -Message Hi }

        $run.Output.Outcome | Should -Be (@('Failed') * 6 + @('Sent') * 6)
        $run.Errors | Should -HaveCount 4
        "$($run.Errors[-1])" | Should -Match '3 more messages were not sent'
    }

    It 'stops at wrong keys' {
        Add-TestFault $gateway @{ Kind = 'Status'; StatusCode = 403; Body = '{"meta":{"code":403,"message":"Invalid keys"}}' }
        $run = Watch-Script { 1..50 | ForEach-Object { 6281234560000 + $_ } | Send-ChataloMessage -Message Hi }

        $run.Output | Should -HaveCount 50
        $run.Errors | Should -HaveCount 4
        @(Get-TestRequest $gateway) | Should -HaveCount 3
    }

    It 'warns of recipients that are in the list twice<Also>' -ForEach @(@{ Also = ''; How = @{} }, @{ Also = ', with -WhatIf too'; How = @{ WhatIf = $true } }) {
        $run = Watch-Script { '081234567891', '+62 812-3456-7892', '6281234567891', '81234567891' | Send-ChataloMessage -Message Hi @How }

        $run.Output.Count | Should -Be $(if ($How.Count) { 0 } else { 4 })
        $run.Warnings | Should -HaveCount 1
        $run.Warnings | Should -Match '2 inputs are for somebody who is in the list before \(1 recipient\); the first is \+6281234567891, as inputs 1 and 3'
    }
}
