BeforeAll { . "$PSScriptRoot/../common.ps1" }

Describe 'ConvertFrom-ChataloWebhook' {
    Context 'Reading events' {
        BeforeAll {
            $json = New-TestEvent A -Group g1
            $bytes = [Text.Encoding]::UTF8.GetBytes($json)
        }

        It 'reads <Form>' -ForEach @(
            @{ Form = 'JSON from the pipeline'; Script = { $json | ConvertFrom-ChataloWebhook } }
            @{ Form = 'JSON as an argument'; Script = { ConvertFrom-ChataloWebhook $json } }
            @{ Form = 'JSON line by line'; Script = { $json -split '\n' | ConvertFrom-ChataloWebhook } }
            @{ Form = 'lines in one array'; Script = { , ($json -split '\n') | ConvertFrom-ChataloWebhook } }
            @{ Form = 'bytes one by one'; Script = { $bytes | ConvertFrom-ChataloWebhook } }
            @{ Form = 'bytes in one array'; Script = { , $bytes | ConvertFrom-ChataloWebhook } }
            @{ Form = 'bytes as an argument'; Script = { ConvertFrom-ChataloWebhook -InputObject $bytes } }
            @{
                Form = "a runbook's WebhookData"
                Script = { [pscustomobject] @{ WebhookName = 'x'; RequestBody = $json; RequestHeader = [pscustomobject] @{ Host = 'h' } } | ConvertFrom-ChataloWebhook }
            }
            @{ Form = 'a hash table with a body'; Script = { ConvertFrom-ChataloWebhook -WebhookData @{ RequestBody = $json } } }
            @{ Form = "PowerShell 7's WebhookData, a text"; Script = { "{WebhookName:x,RequestBody:$json,RequestHeader:{Host:h}}" | ConvertFrom-ChataloWebhook } }
            @{
                Form = 'an object'
                Script = {
                    [pscustomobject] @{ chat_id = 'A'; sender = [pscustomobject] @{ number = 6281234567890; in_group = $true; group_id = 'g1' }; message = 'hi' } |
                        ConvertFrom-ChataloWebhook
                }
            }
            @{
                Form = 'a hash table'
                Script = { @{ chat_id = 'A'; sender = @{ number = '6281234567890'; in_group = 1; group_id = 'g1' }; message = 'hi' } | ConvertFrom-ChataloWebhook }
            }
            @{ Form = 'a message that it read before'; Script = { $json | ConvertFrom-ChataloWebhook | ConvertFrom-ChataloWebhook } }
        ) {
            $message = & $Script

            $message | Should -BeOfType Chatalo.IncomingMessage
            $message | Should -HaveCount 1
            $message.Id | Should -Be A
            $message.Text | Should -Be hi
            $message.Number | Should -Be '+6281234567890'
            $message.GroupId | Should -Be g1
        }

        It 'reads several events, however they are grouped' {
            $a = New-TestEvent A
            $b = New-TestEvent B

            ("[$a,$b]", $a, @($b, $a) | ConvertFrom-ChataloWebhook).Id | Should -Be A, B, A, B, A
        }

        It 'has an error for what is not an event, and reads the next one' {
            $a = (New-TestEvent A) -replace '\s*\n\s*'

            $run = Watch-Script { '<html>', '{"chat_id":', $a, $null, 5 | ConvertFrom-ChataloWebhook }

            $run.Output.Id | Should -Be A
            $run.Errors.Count | Should -BeGreaterOrEqual 3
            $run.Errors | ForEach-Object { Assert-ChataloError $_ InvalidInput InvalidArgument }
            "$($run.Errors[0])" | Should -BeLike "*'<html>'*"
        }

        It 'has an error for an object that holds itself' {
            $loop = @{}
            $loop.a = $loop
            $loop.b = $loop

            Get-ChataloError InvalidInput InvalidArgument { $loop | ConvertFrom-ChataloWebhook }
        }
    }

    Context 'Answering a message' {
        BeforeEach {
            # No device is given: the one that was written to answers.
            $gateway = Start-TestGateway
            $session = Connect-TestGateway $gateway @{}
            $group = (Get-ChataloGroup -Device $ReadyDevice)[0].Id
            $inGroup = New-TestEvent A -Group $group | ConvertFrom-ChataloWebhook
            $inPrivate = New-TestEvent A -Text 'the words that came in' | ConvertFrom-ChataloWebhook
        }
        AfterEach { $gateway.Dispose() }

        It 'answers the person, through the device that was written to' {
            $null = $inPrivate | Send-ChataloMessage -Message Halo

            $sent = $gateway.Messages
            $sent.Number | Should -Be '6281234567890'
            $sent.GroupId | Should -BeNullOrEmpty
            $sent.Message | Should -Be Halo
            $sent.DeviceId | Should -Be $ReadyDevice
        }

        It 'answers in the group what was written there: <Script>' -ForEach @(
            @{ Script = { $inGroup | Send-ChataloMessage -Message re } }
            @{ Script = { $inGroup | Select-Object Number, GroupId, DeviceId | Send-ChataloMessage -Message re } }
        ) {
            $result = & $Script

            $result.GroupId | Should -Be $group
            $result.Number | Should -BeNullOrEmpty
            $result.Message | Should -Be re
            $result.DeviceId | Should -Be $ReadyDevice
            $gateway.Messages.GroupId | Should -Be $group
        }

        It 'answers a number that is given: <Script>' -ForEach @(
            @{ Script = { $inGroup | Send-ChataloMessage -Number 628999000111 -Message re }; To = '628999000111' }
            @{ Script = { $inGroup | Send-ChataloMessage -Number { $_.Number } -Message re }; To = '6281234567890' }
            @{ Script = { $inGroup | ForEach-Object { $_ | Send-ChataloMessage -Number $_.Number -Message re } }; To = '6281234567890' }
        ) {
            $result = & $Script

            $result.Number | Should -Be "+$To"
            $result.GroupId | Should -BeNullOrEmpty
            $gateway.Messages.Number | Should -Be $To
        }

        It 'never sends back what came in by accident' {
            $run = Watch-Script { $inPrivate | Send-ChataloMessage }

            $run.Output.Number | Should -Be '+6281234567890'
            $null = Assert-OneError $run InvalidInput InvalidArgument
            $gateway.Messages | Should -BeNullOrEmpty
        }

        It 'gives Save-ChataloMedia its file' {
            $file = "{`"device_id`":`"$ReadyDevice`",`"has_media`":true,`"media_info`":{`"mimetype`":`"image/png`",`"file_encoded`":`"$([Chatalo.Emulator.EmulatorServer]::SampleFileEncoded)`"}}" |
                ConvertFrom-ChataloWebhook | Save-ChataloMedia -Destination $TestDrive

            $file.Name | Should -BeLike *.png
            Get-ChildItem $TestDrive -Filter *.png | Should -HaveCount 1
        }

        It 'opts its sender out, also from a group' {
            $store = "$TestDrive/store.db"

            $null = New-TestEvent A -Text STOP -Group '120363@g.us' | ConvertFrom-ChataloWebhook | Add-ChataloOptOut -Store $store

            (Get-ChataloOptOut -Store $store).Number | Should -Be '+6281234567890'
        }
    }
}
