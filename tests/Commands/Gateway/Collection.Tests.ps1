BeforeDiscovery {
    # The request, the command, and a property of the first object that the command gives, with its value in the example.
    $requests = @(
        @{ Request = 'Profile/Get Profile'; Command = { Get-ChataloProfile }; Property = 'Plan'; Value = 'Premium' }
        @{ Request = 'Profile/Get Logs'; Command = { Get-ChataloLog -First 1 }; Property = 'IPAddress'; Value = '172.20.0.1' }
        @{ Request = 'Device/Get Device'; Command = { Get-ChataloDevice -First 1 }; Property = 'Status' }
        @{ Request = 'Device/Add Device'; Command = { New-ChataloDevice 'Sela - CS' 85171631234 -CountryCode 62 -ApiEnabled $false }; Property = 'Name'; Value = 'Sela - CS' }
        @{ Request = 'Device/Detail Device'; Command = { Get-ChataloDevice -Id $device }; Property = 'Name'; Value = 'Sela - CS' }
        @{ Request = 'Device/Edit Device'; Command = { Set-ChataloDevice $device -Name 'Sela - CSX' -Number 85171635322 -CountryCode 62 -ApiEnabled $false -PassThru }; Property = 'Name'; Value = 'Sela - CSR' }
        @{ Request = 'Device/Connect WhatsApp (Generate QR)'; Command = { Connect-ChataloDevice $device }; Property = 'ContentType'; Value = 'image/png' }
        @{ Request = 'Device/Check WhatsApp Connection Status'; Command = { [pscustomobject] @{ Linked = Test-ChataloDevice } }; Property = 'Linked'; Value = 'False' }
        @{ Request = 'Device/Disconnect WhatsApp'; Command = { Disconnect-ChataloDevice $device -Confirm:$false } }
        @{ Request = 'Device/Delete Device'; Command = { Remove-ChataloDevice $device -Confirm:$false } }
        @{ Request = 'Contact/Get Contact List'; Command = { Get-ChataloContact -First 1 }; Property = 'Name'; Value = 'Arik' }
        @{ Request = 'Contact/Get Profile Picture'; Command = { Get-ChataloContactPicture $person }; Property = 'Url'; Value = 'WHATSAPP-PROFILE-PICTURE-URL' }
        @{ Request = 'Contact/Check Number'; Command = { Test-ChataloNumber $person }; Property = 'Exists'; Value = 'True' }
        @{ Request = 'Group/Get Group List'; Command = { Get-ChataloGroup -First 1 }; Property = 'Id'; Value = '628156875832-1503xxxxxx' }
        @{ Request = 'Group/Get Group Detail'; Command = { Get-ChataloGroup -Id 120363037968xxxxxx }; Property = 'ParticipantCount'; Value = '15' }
        @{ Request = 'Message/Personal/Send Text Message'; Command = { Send-ChataloMessage $person 'YOUR-MESSAGE' }; Property = 'Outcome'; Value = 'Sent' }
        @{ Request = 'Message/Personal/Send Caption Message'; Command = { Send-ChataloMessage $person 'YOUR-MESSAGE' -Url https://i.imgflip.com/2zxmg9.jpg }; Property = 'Outcome'; Value = 'Sent' }
        @{ Request = 'Message/Personal/Send File'; Command = { Send-ChataloMessage $person -Url https://i.imgflip.com/2zxmg9.jpg }; Property = 'Outcome'; Value = 'Sent' }
        @{ Request = 'Message/Group/Send Text Message'; Command = { Send-ChataloMessage -GroupId 120363037968xxxxxx -Message 'YOUR-MESSAGE' }; Property = 'Outcome'; Value = 'Sent' }
        @{ Request = 'Message/Group/Send Caption Message'; Command = { Send-ChataloMessage -GroupId 120363037968xxxxxx -Message 'YOUR-MESSAGE' -Url https://i.imgflip.com/2zxmg9.jpg }; Property = 'Outcome'; Value = 'Sent' }
        @{ Request = 'Message/Group/Send File'; Command = { Send-ChataloMessage -GroupId 120363037968xxxxxx -Url https://i.imgflip.com/2zxmg9.jpg }; Property = 'Outcome'; Value = 'Sent' }
        @{ Request = 'Message/Download Message Media'; Command = { Save-ChataloMedia eyJpdiI6ImV3d... -Destination $TestDrive -FileName a }; Property = 'Name'; Value = 'a.jpg' }
        @{ Request = 'One-Time Password (OTP)/Send OTP'; Command = { Send-ChataloOtp $person 'Your OTP code is: {otp_code}' -TimeoutSec 120 -MaxAttempts 5 }; Property = 'RequestId'; Value = 'a785a9d3-2d5b-4f18-8506-xxxxxxxxxxxx' }
        @{ Request = 'One-Time Password (OTP)/Validate OTP'; Command = { Confirm-ChataloOtp 147bb586-db16-4b6c-8da3-xxxxxxxxxxxx 637026 }; Property = 'IsValid'; Value = 'True' }
        @{ Request = 'Webhook/Get Webhook'; Command = { Get-ChataloWebhook }; Property = 'Url'; Value = 'YOUR-WEBHOOK-URL' }
        @{ Request = 'Webhook/Set Webhook'; Command = { Set-ChataloWebhook https://hooks.example/in -PassThru }; Property = 'Url'; Value = 'YOUR-WEBHOOK-URL' }
        @{ Request = 'Webhook/Unset Webhook'; Command = { Remove-ChataloWebhook -Confirm:$false } }
    )
}

BeforeAll {
    . "$PSScriptRoot/../common.ps1"
    . "$PSScriptRoot/rogue.ps1"
    $device = 'c7276ae0-c306-4896-8fda-xxxxxxxxxxxx'
    $person = '6288975091234'

    # The same fields of the same kinds; and the same values, but for those that the vendor has hidden or the test has chosen.
    function Assert-SameBody($Documented, [string] $Sent) {
        if ($null -eq $Documented) {
            $Sent | Should -BeNullOrEmpty
            return
        }

        $body = $Sent | ConvertFrom-Json
        $body.PSObject.Properties.Name | Sort-Object | Should -Be ($Documented.PSObject.Properties.Name | Sort-Object)
        foreach ($field in $Documented.PSObject.Properties) {
            $value = $body.($field.Name)
            $value.GetType() | Should -Be $field.Value.GetType() -Because $field.Name
            if ($field.Name -ne 'number' -and $field.Value -ne 'YOUR-WEBHOOK-URL') { $value | Should -Be $field.Value -Because $field.Name }
        }
    }
}

# All that the vendor documents works against any server that speaks it: address and keys are all that is assumed.
Describe "The vendor's collection" {
    BeforeEach {
        $server = Start-RogueServer
        $null = Connect-Chatalo -PublicKey PUBLIC-KEY-1 -SecretKey SECRET-KEY-1 -BaseUri $server.BaseUri -Device $device -SkipCheck
    }
    AfterEach { $server.Dispose() }

    It 'is asked as documented, and its example is read: <Request>' -ForEach $requests {
        $documented = Get-DocumentedRequest | Where-Object Name -EQ $Request

        $run = Watch-Script $Command

        $run.Errors | Should -BeNullOrEmpty
        $run.Thrown | Should -BeNullOrEmpty
        # Editing reads first, because the gateway wants every field.
        $received = @($server.Received | Where-Object Method -EQ $documented.Method)
        $received | Should -HaveCount 1
        $received.Path | Should -Be $documented.Path.Replace(':deviceId', $device)
        $received.Headers['X-Public-Key'] | Should -Be PUBLIC-KEY-1
        $received.Headers['X-Secret-Key'] | Should -Be SECRET-KEY-1
        $received.Headers['Accept'] | Should -Be application/json
        $received.Query -split '&' | Where-Object { $_ } | ForEach-Object { ($_ -split '=')[0] | Should -BeIn $documented.QueryNames }
        Assert-SameBody $documented.Body $received.Body
        if (-not $Property) {
            $run.Output | Should -BeNullOrEmpty
            return
        }

        $read = $run.Output[0].$Property
        $read | Should -Not -Be $null
        if ($Value) { "$read" | Should -Be $Value }
    }

    It 'has no request that is not asked here' -ForEach @(@{ Requests = $requests.Request }) {
        (Get-DocumentedRequest).Name | Should -HaveCount 27
        Compare-Object (Get-DocumentedRequest).Name $Requests | Should -BeNullOrEmpty
    }
}
