# Whatever the module gives out reaches the same person when it comes back: through the pipeline, a CSV file or a JSON file, in any region.

BeforeDiscovery {
    $regions = 'ID', 'BR', 'IN', 'MX', 'US', 'DE' | ForEach-Object { @{ Region = $_ } }
}

BeforeAll {
    . "$PSScriptRoot/../common.ps1"
    Add-Type -Path "$ModuleFolder/bin/$PSEdition/PhoneNumbers.dll"
    $library = [PhoneNumbers.PhoneNumberUtil]::GetInstance()
    # Two example numbers of every region that has any, and forms that old accounts keep although the plans no longer have them.
    $people = @(
        foreach ($code in $library.GetSupportedRegions() | Sort-Object) {
            foreach ($type in 'MOBILE', 'FIXED_LINE') {
                $example = $library.GetExampleNumberForType($code, $type)
                if ($example) { $library.Format($example, 'E164').TrimStart('+') }
            }
        }
        '553188888888', '551188888888', '22507123456', '5215512345678', '5491158749895'
        # With the 9 of a mobile it is the same person as the fixed line of the examples, and a store has everybody once.
    ) | Where-Object { $_ -ne '5491123456789' } | Select-Object -Unique

    # What the gateway answers in place of its own lists.
    function Set-GatewayAnswer([string] $Path, $Data) {
        $body = ConvertTo-Json @{ data = $Data; meta = @{ code = 200; message = 'OK' } } -Depth 5 -Compress
        Add-TestFault $gateway @{ Kind = 'Status'; StatusCode = 200; Body = $body; Path = $Path; Count = 1 }
    }

    # The numbers that a script has the gateway send to, in order.
    function Get-Reached([scriptblock] $Script) {
        $gateway.ClearMessages()
        $null = & $Script
        $gateway.Messages.Number
    }

    function Assert-SamePeople([object[]] $Reached, [string] $How) {
        $wrong = for ($i = 0; $i -lt $people.Count; $i++) { if ($Reached[$i] -cne $people[$i]) { "$($people[$i]) -> $($Reached[$i])" } }
        $wrong | Should -BeNullOrEmpty -Because $How
        $Reached | Should -HaveCount $people.Count
    }

    $gateway = Start-TestGateway
    $folder = (New-Item -ItemType Directory (Join-Path ([IO.Path]::GetTempPath()) "chatalo-$([guid]::NewGuid())")).FullName
    $store = Join-Path $folder store.db
    $null = Connect-TestGateway $gateway -Parameter @{ Device = $ReadyDevice; DefaultRegion = 'ID' }

    # Every type of object that has the number of a person, with each of the people; none was typed by anybody.
    $members = foreach ($number in $people) { @{ number = $number; admin = $null } }
    $posts = foreach ($number in $people) {
        @{ device_id = $ReadyDevice; chat_id = "m$number"; sender = @{ name = 'x'; number = $number; in_group = $false; group_id = $null }; message = 'Halo' }
    }
    Set-GatewayAnswer '/contacts' @(foreach ($number in $people) { @{ number = $number; name = 'x' } })
    Set-GatewayAnswer '/groups/detail' @{ id = '120363037968123456'; name = 'x'; participants = @($members) }
    $objects = [ordered] @{}
    $objects['Contact'] = @(Get-ChataloContact)
    $objects['GroupMember'] = @(Get-ChataloGroupMember -GroupId 120363037968123456)
    $objects['IncomingMessage'] = @(ConvertTo-Json @($posts) -Depth 4 | ConvertFrom-ChataloWebhook)
    $objects['SendResult'] = @($objects.Contact | Send-ChataloMessage -Message Halo)
    $objects['NumberCheck'] = @($objects.Contact | Test-ChataloNumber)
    $objects['ContactPicture'] = @($objects.Contact | Get-ChataloContactPicture)
    $objects['OtpRequest'] = @($objects.Contact | Send-ChataloOtp)
    $objects['ChatLink'] = @($objects.Contact | New-ChataloChatLink)
    $null = $objects.Contact | Send-ChataloMessage -Message Halo -Campaign people -Store $store
    $objects['Delivery'] = @(Get-ChataloDelivery people -Store $store)
    $objects['OptOut'] = @($objects.IncomingMessage | Add-ChataloOptOut -PassThru -Store $store)
}

AfterAll {
    $gateway.Dispose()
    Remove-Item $folder -Recurse -Force -ErrorAction SilentlyContinue
}

Describe 'what the module gives out' {
    It 'has a plus in front of every number' {
        foreach ($type in $objects.Keys) {
            $objects[$type] | Should -HaveCount $people.Count -Because $type
            (Compare-Object $objects[$type].Number @($people | ForEach-Object { "+$_" }) -CaseSensitive) | Should -BeNullOrEmpty -Because $type
        }
    }

    It 'has a plus in CSV and JSON too' {
        foreach ($type in $objects.Keys) {
            ($objects[$type] | ConvertTo-Csv | ConvertFrom-Csv | Where-Object Number -NotMatch '^\+\d+$') | Should -BeNullOrEmpty -Because $type
            (ConvertTo-Json $objects[$type] -Depth 2 -WarningAction SilentlyContinue | ConvertFrom-Json | ForEach-Object { $_ } | Where-Object Number -NotMatch '^\+\d+$') |
                Should -BeNullOrEmpty -Because $type
        }
    }

    Context 'in region <Region>' -ForEach $regions {
        BeforeAll {
            $null = Connect-TestGateway $gateway -Parameter @{ Device = $ReadyDevice; DefaultRegion = $Region }
        }

        It 'reaches the same people through the pipeline' {
            foreach ($type in $objects.Keys) {
                Assert-SamePeople (Get-Reached { $objects[$type] | Send-ChataloMessage -Message Halo -WarningAction SilentlyContinue }) $type
            }
        }

        It 'reaches the same people through a CSV file' {
            foreach ($type in $objects.Keys) {
                $objects[$type] | Export-Csv "$folder/$type.csv" -NoTypeInformation -Encoding UTF8
                Assert-SamePeople (Get-Reached { Import-Csv "$folder/$type.csv" | Send-ChataloMessage -Message Halo -Url '' -Device $ReadyDevice -WarningAction SilentlyContinue }) $type
            }
        }

        It 'reaches the same people through a file that a spreadsheet saved again, which takes +852 for a sum: <Type>' -ForEach @(
            'SendResult', 'Delivery', 'NumberCheck', 'OtpRequest', 'GroupMember', 'IncomingMessage' | ForEach-Object { @{ Type = $_ } }
        ) {
            $rows = $objects[$Type] | ConvertTo-Csv -NoTypeInformation | ForEach-Object { $_ -replace '"\+(\d+)"', '"$1"' } | ConvertFrom-Csv
            $rows.Number | Should -Be $people
            Assert-SamePeople (Get-Reached { $rows | Send-ChataloMessage -Message Halo -Url '' -Device $ReadyDevice -WarningAction SilentlyContinue }) $Type
        }

        It 'reaches the same people through a JSON file' {
            foreach ($type in $objects.Keys) {
                ConvertTo-Json $objects[$type] -Depth 2 -WarningAction SilentlyContinue | Set-Content "$folder/$type.json" -Encoding UTF8
                $read = Get-Content "$folder/$type.json" -Raw -Encoding UTF8 | ConvertFrom-Json
                Assert-SamePeople (Get-Reached { $read | Send-ChataloMessage -Message Halo -Url '' -Device $ReadyDevice -WarningAction SilentlyContinue }) $type
            }
        }

        It 'reaches the same people out of a job or a CliXml file' {
            foreach ($type in $objects.Keys) {
                $objects[$type] | Export-Clixml "$folder/$type.xml"
                Assert-SamePeople (Get-Reached { Import-Clixml "$folder/$type.xml" | Send-ChataloMessage -Message Halo -Url '' -Device $ReadyDevice -WarningAction SilentlyContinue }) $type
            }
        }

        It 'is taken at its word by every cmdlet that takes a number' {
            Assert-SamePeople (Get-Reached { $objects.IncomingMessage | Send-ChataloOtp }) Send-ChataloOtp
            $plus = @($people | ForEach-Object { "+$_" })
            (Compare-Object ($objects.IncomingMessage | Test-ChataloNumber).Number $plus) | Should -BeNullOrEmpty
            (Compare-Object ($objects.IncomingMessage | Get-ChataloContactPicture).Number $plus) | Should -BeNullOrEmpty
            (Compare-Object ($objects.IncomingMessage | New-ChataloChatLink).Url @($people | ForEach-Object { "https://wa.me/$_" })) | Should -BeNullOrEmpty
            (Compare-Object ($objects.IncomingMessage | New-ChataloChatLink -DefaultRegion $Region).Number $plus) | Should -BeNullOrEmpty

            $optOuts = "$folder/$Region.db"
            (Compare-Object ($objects.IncomingMessage | Add-ChataloOptOut -PassThru -Store $optOuts).Number $plus) | Should -BeNullOrEmpty
            ($objects.GroupMember | Get-ChataloOptOut -Store $optOuts) | Should -HaveCount $people.Count
            ($objects.Contact | Send-ChataloMessage -Message Promo -Store $optOuts).Outcome | Should -Not -Contain Sent
            Get-ChataloOptOut -Store $optOuts | Remove-ChataloOptOut -Store $optOuts -Confirm:$false
            Get-ChataloOptOut -Store $optOuts | Should -BeNullOrEmpty
        }
    }
}
