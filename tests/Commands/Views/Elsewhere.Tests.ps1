# What the cmdlets give is usable elsewhere: each type, through JSON and CSV there and back, and on a screen of 80 columns.

BeforeDiscovery {
    # A case for each type: how to get one.
    $cases = @(
        @{ Type = 'Session'; Make = { Get-ChataloSession } }
        @{ Type = 'Profile'; Make = { Get-ChataloProfile } }
        @{ Type = 'LogEntry'; Make = { Get-ChataloLog -First 2 } }
        @{ Type = 'Device'; Make = { Get-ChataloDevice } }
        @{ Type = 'Contact'; Make = { Get-ChataloContact -First 2 } }
        @{ Type = 'ContactPicture'; Make = { Get-ChataloContactPicture 081234567890 } }
        @{ Type = 'NumberCheck'; Make = { '081234567890' | Test-ChataloNumber } }
        @{ Type = 'Group'; Make = { Get-ChataloGroup -Name 'Ops Jakarta' } }
        @{ Type = 'GroupMember'; Make = { Get-ChataloGroup -Name 'Ops Jakarta' | Get-ChataloGroupMember } }
        @{ Type = 'SendResult'; Make = { [pscustomobject] @{ Nama = 'Budi'; 'No HP' = '081234567890' }, [pscustomobject] @{ Nama = 'Siti'; 'No HP' = '12' } | Send-ChataloMessage -Message Halo -ErrorAction SilentlyContinue } }
        @{ Type = 'InterruptedInput'; Make = { try { '081234567890', 'abc' | Send-ChataloMessage -Message Halo -ErrorAction Stop | Out-Null } catch { $null = $_ }; (Get-ChataloSession).Interrupted } }
        @{ Type = 'OtpRequest'; Make = { Send-ChataloOtp 081234567890 } }
        @{ Type = 'OtpConfirmation'; Make = { Send-ChataloOtp 081234567890 | Confirm-ChataloOtp -Code 1 } }
        @{ Type = 'Webhook'; Make = { Set-ChataloWebhook https://example.com/in -PassThru } }
        @{ Type = 'Campaign'; Make = { Get-ChataloCampaign -Store $store } }
        @{ Type = 'Delivery'; Make = { Get-ChataloDelivery promo -Store $store } }
        @{ Type = 'OptOut'; Make = { Add-ChataloOptOut 081234567899 -Store $store -Reason STOP -PassThru } }
        @{ Type = 'EmulatorInstance'; Make = { $emulator } }
        @{ Type = 'EmulatorMessage'; Make = { $null = Send-ChataloMessage 081234567890 Halo; Get-ChataloEmulatorMessage } }
        @{ Type = 'QrCode'; Make = { Connect-ChataloDevice 'Dita - CS' } }
        @{ Type = 'ChatLink'; Make = { New-ChataloChatLink 081234567890 Halo } }
        @{ Type = 'ListPreview'; Make = { Import-ChataloContact $list -Preview } }
        @{ Type = 'ImportedContact'; Make = { Import-ChataloContact $list } }
        @{ Type = 'IncomingMessage'; Make = { New-TestEvent x | ConvertFrom-ChataloWebhook } }
        @{ Type = 'WebhookDelivery'; Make = { Receive-ChataloMessage -Count 1 -AddressVariable a -InformationAction Ignore | ForEach-Object -Begin { Invoke-ChataloWebhook $a Halo } -Process { } } }
    )
}

BeforeAll {
    . "$PSScriptRoot/../common.ps1"
    $emulator = Start-ChataloEmulator -RateLimit 0
    $null = $emulator | Connect-Chatalo -Device 'Andi - CS'
    $store = "$TestDrive/store.db"
    $null = '081234567890', '12' | Send-ChataloMessage -Message Halo -Campaign promo -Store $store -Between 00:00-24:00 -ErrorAction SilentlyContinue
    $list = "$TestDrive/list.csv"
    Set-Content $list 'Nama,No HP', 'Budi,081234567890', 'Siti,081234567891'

    # A time as it is compared: CSV keeps whole seconds.
    function Get-Second($Time) { ([DateTimeOffset] $Time).ToUnixTimeSeconds() }

    # The names of engine's and .NET's types, and of enumerations as numbers, where a value should stand.
    $typeName = 'System\.|Chatalo\.\w+\[\]|`\d\[|Dictionary|Hashtable|PSObject|"(Outcome|Status|State|Type)":\s*\d|"Ticks"'
    $control = '[\x00-\x08\x0B\x0C\x0E-\x1F\x7F-\x9F]'
}
AfterAll { Stop-ChataloEmulator }

Describe 'A <Type>' -ForEach $cases {
    BeforeAll {
        $made = @(& $Make)
        $properties = $made[0].PSObject.Properties
    }

    It 'is what the case says' {
        $made[0].PSObject.TypeNames | Should -Contain "Chatalo.$Type"
    }

    It 'goes through JSON and back' {
        $json = $made[0] | ConvertTo-Json -Depth 5 -WarningVariable cut -WarningAction SilentlyContinue
        $back = $json | ConvertFrom-Json

        $json | Should -Not -Match $typeName
        $json | Should -Not -Match '"AdditionalProperties"'
        $cut | Should -BeNullOrEmpty
        foreach ($property in $properties) {
            $value, $read = $property.Value, $back.($property.Name)
            if ($value -is [DateTimeOffset]) { Get-Second $read | Should -Be (Get-Second $value) -Because $property.Name }
            elseif ($value -is [timespan] -or $value -is [enum] -or $value -is [uri]) { "$read" | Should -Be "$value" -Because $property.Name }
            elseif ($null -eq $value -or $value -is [string] -or $value -is [ValueType]) { $read | Should -Be $value -Because $property.Name }
        }
    }

    It 'goes through CSV and back' {
        $file = "$TestDrive/$Type.csv"
        $made | Export-Csv $file -NoTypeInformation -Encoding UTF8
        $text = Get-Content $file -Raw
        $back = @(Import-Csv $file)

        $text | Should -Not -Match $typeName
        $back.Count | Should -Be $made.Count
        foreach ($property in $properties) {
            $value, $read = $property.Value, $back[0].($property.Name)
            if ($value -is [DateTimeOffset]) { Get-Second $read | Should -Be (Get-Second $value) -Because $property.Name }
            elseif ($value -is [string] -or $value -is [ValueType] -or $value -is [uri]) { $read | Should -Be "$value" -Because $property.Name }
        }
    }

    It 'fits a screen of 80 columns, without a control character' {
        $screens = @($made | Out-String -Width 80; $made | Format-List | Out-String -Width 80)
        if ($Type -notin 'QrCode', 'ChatLink') { $screens += $made | Format-Table | Out-String -Width 80 }
        foreach ($screen in $screens) {
            $plain = $screen -replace '\x1b\[[\d;]*m'
            $plain | Should -Not -Match $control
            ($plain -split '\r?\n' | Measure-Object Length -Maximum).Maximum | Should -BeLessOrEqual 80
        }
    }
}

Describe 'All that cmdlets give' {
    It 'is in the cases above' {
        $given = Get-Command -Module Chatalo | ForEach-Object { $_.OutputType.Name } | Where-Object { $_ -like 'Chatalo.*' } | ForEach-Object { $_ -replace '^Chatalo\.' } | Sort-Object -Unique

        $given | Where-Object { $_ -notin $cases.Type } | Should -BeNullOrEmpty
    } -TestCases @{ cases = $cases }

    It 'has the fields that this version does not know only where there are some, in words everywhere' {
        $gateway = Start-TestGateway
        $session = Connect-TestGateway $gateway
        $null = $emulator | Connect-Chatalo -Device 'Andi - CS'
        $body = @{ data = @{ first_name = 'Ani'; credit = @{ left = 12 }; assigned_devices = @(@{ id = 'd1'; name = 'A'; status = 'AUTHENTICATED'; battery = 80 }) }; meta = @{ code = 200 } } | ConvertTo-Json -Depth 5
        Add-TestFault $gateway @{ Kind = 'Status'; StatusCode = 200; Body = $body; Path = '/profile'; Count = 1 }

        $account = Get-ChataloProfile -Session $session
        $plain = Get-ChataloProfile -Session $session

        $account.AdditionalProperties.credit.left | Should -Be 12
        $account.AssignedDevices[0].AdditionalProperties.battery | Should -Be 80
        ($account | ConvertTo-Json -Depth 5 | ConvertFrom-Json).AdditionalProperties.credit.left | Should -Be 12
        ($account | ConvertTo-Csv -NoTypeInformation | ConvertFrom-Csv).AdditionalProperties | Should -Be '{"credit":{"left":12}}'
        $account | ConvertTo-Csv | Out-String | Should -Not -Match $typeName
        $plain.PSObject.Properties.Name | Should -Not -Contain AdditionalProperties
        $gateway.Dispose()
    }

    It 'is taken back by the cmdlets it came from' {
        $null = Set-ChataloWebhook https://example.com/in
        Get-ChataloWebhook | ConvertTo-Json | ConvertFrom-Json | Set-ChataloWebhook -PassThru | ForEach-Object Url | Should -Be https://example.com/in
        Get-ChataloWebhook | ConvertTo-Csv -NoTypeInformation | ConvertFrom-Csv | Set-ChataloWebhook -PassThru | ForEach-Object Url | Should -Be https://example.com/in
    }

    It 'is nothing for Set-, Add- and Remove- without -PassThru: <Name>' -ForEach @(
        @{ Name = 'Set-ChataloDevice'; Script = { Set-ChataloDevice 'Dita - CS' -Description x } }
        @{ Name = 'Set-ChataloWebhook'; Script = { Set-ChataloWebhook https://example.com/in } }
        @{ Name = 'Set-ChataloEmulatorFault'; Script = { Set-ChataloEmulatorFault Delay /nowhere } }
        @{ Name = 'Add-ChataloOptOut'; Script = { Add-ChataloOptOut 081234567898 -Store $store } }
        @{ Name = 'Remove-ChataloOptOut'; Script = { Remove-ChataloOptOut 081234567898 -Store $store -Confirm:$false } }
        @{ Name = 'Remove-ChataloCampaign'; Script = { Remove-ChataloCampaign promo -Store $store -Confirm:$false } }
        @{ Name = 'Remove-ChataloWebhook'; Script = { Remove-ChataloWebhook -Confirm:$false } }
        @{ Name = 'Remove-ChataloDevice'; Script = { Remove-ChataloDevice 'Dita - CS' -Confirm:$false } }
        @{ Name = 'Clear-ChataloEmulatorMessage'; Script = { Clear-ChataloEmulatorMessage } }
    ) {
        & $Script | Should -BeNullOrEmpty
    }
}
