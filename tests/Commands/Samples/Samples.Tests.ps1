# The scripts of docs/samples, as somebody runs them, against the emulator. my-runbook.Tests.ps1 is a test itself, and run as one.
BeforeAll {
    . "$PSScriptRoot/../common.ps1"
    $samples = "$Repository/docs/samples"
}

Describe 'The samples' {
    It 'are all run by a test here' {
        $names = (Get-ChildItem $samples | Where-Object Name -NotLike *.Tests.ps1).Name
        $test = Get-Content "$PSScriptRoot/Samples.Tests.ps1" -Raw

        $names.Count | Should -BeGreaterOrEqual 6
        $names | Where-Object { $test -notmatch "samples/$([regex]::Escape($_))" } | Should -BeNullOrEmpty
    }

    Context 'that somebody runs' {
        BeforeEach {
            # Every code is scanned as soon as it is shown.
            $gateway = Start-TestGateway @{ AutoScanAfter = [timespan]::Zero }
            $null = Connect-TestGateway $gateway
        }
        AfterEach { $gateway.Dispose() }

        It 'alert-group.ps1 tells drives that run full to the group in one message' {
            $group = Get-ChataloGroup -Name 'Ops Jakarta'
            $root = [IO.Path]::GetPathRoot($PWD.ProviderPath)

            $results = & "$samples/alert-group.ps1" -Group 'Ops Jakarta' -Drive $root, $root -FreePercent 100

            $results.Outcome | Should -Be Sent
            $gateway.Messages | Should -HaveCount 1
            $gateway.Messages.GroupId | Should -Be $group.Id
            $gateway.Messages.Message -split '\n' | Should -HaveCount 3
            $gateway.Messages.Message | Should -Match '% free'
        }

        It 'alert-group.ps1 sends nothing when all is well' {
            & "$samples/alert-group.ps1" -Group 'Ops Jakarta' -FreePercent 1 -Drive @() | Should -BeNullOrEmpty

            $gateway.Messages | Should -BeNullOrEmpty
        }

        It 'alert-group.ps1 shows before the first alert that <Group> is not one group' -ForEach @(
            @{ Group = 'Nobody'; Said = "no group named 'Nobody'" }
            @{ Group = 'Nobody*'; Said = '0 groups' }
            @{ Group = 'Ops*'; Said = '3 groups' }
        ) {
            { & "$samples/alert-group.ps1" -Group $Group -FreePercent 1 } | Should -Throw "*$Said*"
        }

        It 'otp-check.ps1 lets pass who has the phone, also after a typing error' {
            $tries = @{ Count = 0 }
            $ask = { if ($tries.Count++) { $gateway.Messages.OtpCode } else { '000000' } }

            & "$samples/otp-check.ps1" 081234567890 -AskCode $ask | Should -BeTrue

            $tries.Count | Should -Be 2
            $gateway.Messages.Number | Should -Be 6281234567890
            $gateway.Messages.Message | Should -Not -Match otp_code
        }

        It 'otp-check.ps1 lets nobody else pass: <How>' -ForEach @(
            @{ How = 'a wrong code'; Ask = { 'no code' }; Tries = 3 }
            @{ How = 'nothing'; Ask = { }; Tries = 0 }
        ) {
            & "$samples/otp-check.ps1" 081234567890 -AskCode $Ask | Should -BeFalse

            @(Get-TestRequest $gateway | Where-Object { $_ -eq 'POST /otp/validate' }) | Should -HaveCount $Tries
        }

        It 'onboard-device.ps1 registers and links a device and gives it ready; a second run does neither again' {
            $first = & "$samples/onboard-device.ps1" -Name 'Toko [Bandung]' -Number 0812-3456-7890
            $gateway.ClearRequests()
            $second = & "$samples/onboard-device.ps1" -Name 'Toko [Bandung]' -Number 0812-3456-7890

            $first.IsReady | Should -BeTrue
            $second.Id | Should -Be $first.Id
            @($gateway.Devices | Where-Object Name -EQ 'Toko [Bandung]') | Should -HaveCount 1
            Get-TestRequest $gateway | Should -Not -BeNullOrEmpty
            Get-TestRequest $gateway | ForEach-Object { $_ | Should -Match '^GET /device(?!/connect)' }
        }
    }

    Context 'that react to incoming messages' {
        BeforeAll {
            # Runs a sample beside the test, as a user does, while events are posted to it.
            function Invoke-Listener([string] $Script, [string[]] $Body, [string] $First = '') {
                $port = Get-FreePort
                $running = Start-TestScript ([scriptblock]::Create("$First
                    `$null = Connect-Chatalo -PublicKey EMULATOR-PUBLIC-KEY -SecretKey EMULATOR-SECRET-KEY -BaseUri `$uri -SkipCheck @store
                    & `$script -Port `$port -Token t -Count `$count")) @{
                    uri = $gateway.BaseUri; store = @{ Store = $store }; script = $Script; port = $port; count = $Body.Count
                }
                Send-TestEvent "http://127.0.0.1:$port/t" $Body
                Wait-TestScript $running
            }
        }

        BeforeEach {
            $gateway = Start-TestGateway
            $store = "$TestDrive/$([guid]::NewGuid().ToString('N')).db"
            $null = Connect-TestGateway $gateway @{ Device = $ReadyDevice; Store = $store }
        }
        AfterEach { $gateway.Dispose() }

        It 'auto-reply.ps1 answers people in private and groups in the group' {
            $group = (Get-ChataloGroup)[0].Id

            $ended = Invoke-Listener "$samples/auto-reply.ps1" @(
                New-TestEvent 1 'Halo semua'
                New-TestEvent 2 'JAM?' -Group $group
                New-TestEvent 3 'something else'
                New-TestEvent 4 'alamat' -FromMe
            )

            $ended.Thrown | Should -BeNullOrEmpty
            $ended.Streams.Error | Should -BeNullOrEmpty
            $gateway.Messages | Should -HaveCount 2
            $gateway.Messages[0].Number | Should -Be 6281234567890
            $gateway.Messages[0].Message | Should -Match 'Halo Ari!'
            $gateway.Messages[1].GroupId | Should -Be $group
            $gateway.Messages[1].Message | Should -Match '08\.00'
        }

        It 'opt-out.ps1 tells who writes STOP, and takes them off all lists' {
            $ended = Invoke-Listener "$samples/opt-out.ps1" (New-TestEvent 1 'please do not stop'), (New-TestEvent 2 ' STOP! ' -Group 120363@g.us -From 6281555511110)

            $ended.Thrown | Should -BeNullOrEmpty
            $ended.Streams.Error | Should -BeNullOrEmpty
            (Get-ChataloOptOut).Number | Should -Be '+6281555511110'
            $gateway.Messages.Number | Should -Be 6281555511110
            ('6281555511110' | Send-ChataloMessage -Message Promo).Outcome | Should -Be Skipped
        }

        It 'opt-out.ps1 takes off whom it cannot tell, too' {
            Add-TestFault $gateway @{ Kind = 'Status'; StatusCode = 400; Path = '/messages' }

            $null = Invoke-Listener "$samples/opt-out.ps1" (New-TestEvent 1 STOP) -First '$ErrorActionPreference = ''Stop'''

            Get-ChataloOptOut | Should -HaveCount 1
            $gateway.Messages | Should -BeNullOrEmpty
        }

        It 'webhook-runbook.ps1 answers from webhook data that is <Kind>' -ForEach @(
            @{ Kind = 'an object'; Data = { [pscustomobject] @{ WebhookName = 'chatalo'; RequestBody = $args[0] } } }
            @{ Kind = 'the text of PowerShell 7 runbooks'; Data = { "{WebhookName:chatalo,RequestBody:$($args[0]),RequestHeader:{Host:x}}" } }
        ) {
            (& "$samples/webhook-runbook.ps1" -WebhookData (& $Data (New-TestEvent 1 'status?'))).Outcome | Should -Be Sent

            $gateway.Messages.Number | Should -Be 6281234567890
        }
    }
}
