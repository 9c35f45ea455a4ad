BeforeAll { . "$PSScriptRoot/../common.ps1" }

Describe 'Send-ChataloMessage' {
    BeforeEach {
        $gateway = Start-TestGateway
        $session = Connect-TestGateway $gateway
    }
    AfterEach { $gateway.Dispose() }

    It 'says all of the message in its result' {
        $result = Send-ChataloMessage 0812-3456-7891 'Halo {Nama}'

        $result | Should -BeOfType Chatalo.SendResult
        $result.Outcome | Should -Be Sent
        $result.Number | Should -Be '+6281234567891'
        $result.GroupId | Should -BeNullOrEmpty
        $result.DeviceId | Should -Be $ReadyDevice
        $result.Type | Should -Be Text
        $result.Message | Should -Be 'Halo {Nama}'
        $result.StatusCode | Should -Be 200
        $result.Reason | Should -BeNullOrEmpty
        $gateway.Messages.Message | Should -Be 'Halo {Nama}'
    }

    It 'sends <Type> for <Parameter>' -ForEach @(
        @{ Type = 'text'; Parameter = @{ Message = 'Hi' }; Text = 'Hi'; Url = $null }
        @{ Type = 'caption'; Parameter = @{ Message = 'Hi'; Url = 'https://files.example/a.pdf' }; Text = 'Hi'; Url = 'https://files.example/a.pdf' }
        @{ Type = 'file'; Parameter = @{ Url = 'http://files.example/a.pdf' }; Text = $null; Url = 'http://files.example/a.pdf' }
        @{ Type = 'file'; Parameter = @{ Message = ''; Url = 'http://files.example/a.pdf' }; Text = $null; Url = 'http://files.example/a.pdf' }
    ) {
        (Send-ChataloMessage $Number @Parameter).Outcome | Should -Be Sent

        $message = $gateway.Messages
        $message.Type | Should -Be $Type
        $message.Message | Should -Be $Text
        $message.Url | Should -Be $Url
    }

    It 'takes the number from a column named <_>' -ForEach 'Number', 'Phone', 'PhoneNumber', 'Mobile', 'WhatsApp', 'To', 'Nomor', 'NoHP', 'No HP', 'No. HP' {
        ([pscustomobject] @{ Id = 7; $_ = '081234567891' } | Send-ChataloMessage -Message Hi).Outcome | Should -Be Sent

        $gateway.Messages.Number | Should -Be 6281234567891
    }

    It 'takes the number <Written> of type <Type> from the pipeline' -ForEach @(
        @{ Written = '081234567891'; Type = 'string'; Value = '081234567891' }
        @{ Written = '81234567891'; Type = 'long'; Value = 81234567891 }
        @{ Written = '6281234567891'; Type = 'long'; Value = [long] 6281234567891 }
        @{ Written = '6.281234567891E+12'; Type = 'double'; Value = 6.281234567891E+12 }
    ) {
        $Value.GetType() | Should -Be ([type] $Type)

        ($Value | Send-ChataloMessage -Message Hi).Outcome | Should -Be Sent

        $gateway.Messages.Number | Should -Be 6281234567891
    }

    It 'takes text and address from the row where the command names them' {
        $row = [pscustomobject] @{ Number = '081234567891'; Message = 'Own'; Url = 'https://files.example/own.pdf' }

        ($row | Send-ChataloMessage -Message { $_.Message } -Url { $_.Url }).Outcome | Should -Be Sent

        $message = $gateway.Messages
        $message.Type, $message.Message, $message.Url | Should -Be caption, Own, https://files.example/own.pdf
    }

    It 'makes the text of each row with a script block, which sees the variables of the script' {
        $greeting = 'Halo'
        $rows = [pscustomobject] @{ Nama = 'Ani'; Nomor = '081234567891' }, [pscustomobject] @{ Nama = 'Budi'; Nomor = '081234567892' }

        ($rows | Send-ChataloMessage -Message { "$greeting $($_.Nama)" }).Outcome | Should -Be Sent, Sent

        $gateway.Messages.Message | Should -Be 'Halo Ani', 'Halo Budi'
    }

    It 'fills in a template in the culture of -Culture' {
        $row = [pscustomobject] @{ Nama = 'Ani'; Nomor = '081234567891'; Jumlah = 1234567 }

        ($row | Send-ChataloMessage -Template 'Halo {Nama}, tagihan {Jumlah:N0}' -Culture id-ID).Outcome | Should -Be Sent

        $gateway.Messages.Message | Should -Be 'Halo Ani, tagihan 1.234.567'
    }

    It 'sends to a group' {
        $group = Get-ChataloGroup Sales

        $result = Send-ChataloMessage -GroupId $group.Id -Message Hi

        $result.Outcome | Should -Be Sent
        $result.Number | Should -BeNullOrEmpty
        $result.GroupId | Should -Be $group.Id
        $gateway.Messages.GroupId | Should -Be $group.Id
        @(Get-TestRequest $gateway)[-1] | Should -Be 'POST /messages/group'
    }

    It 'takes the device <How>' -ForEach @(
        @{ How = 'by its name, in any case'; Sending = { Send-ChataloMessage $Number Hi -Device 'andi - cs' } }
        @{ How = 'from the pipeline'; Sending = { Get-ChataloDevice -Ready | Send-ChataloMessage $Number Hi } }
        @{ How = 'as an object'; Sending = { Send-ChataloMessage $Number Hi -Device (Get-ChataloDevice -Ready) } }
        @{ How = 'from $PSDefaultParameterValues'; Sending = { $PSDefaultParameterValues = @{ '*-Chatalo*:Device' = 'Andi - CS' }; Send-ChataloMessage $Number Hi } }
    ) {
        # No device of its own.
        $session = Connect-TestGateway $gateway @{}

        (& $Sending).Outcome | Should -Be Sent

        $gateway.Messages.DeviceId | Should -Be $ReadyDevice
    }

    It 'shows the text and the number with -WhatIf, and sends nothing' {
        $said = Invoke-AtPrompt { [pscustomobject] @{ Nama = 'Ani'; Nomor = '081234567891' } | Send-ChataloMessage -Template 'Halo {Nama}' -WhatIf } -Gateway $gateway

        $said.Lines | Should -HaveCount 1 -Because 'there is no result'
        $said.Text | Should -Match 'Halo Ani'
        $said.Text | Should -Match 6281234567891
        Get-TestRequest $gateway | Should -BeNullOrEmpty
    }

    It 'shows its progress once it takes a while, and ends it' {
        Add-TestFault $gateway @{ Kind = 'Delay'; DelayMs = 600 }

        $ended = Wait-TestScript (Start-TestScript {
                '081234567891', 'x', '081234567892' | Send-ChataloMessage -Session $session -Message Hi -TotalCount 3 -ErrorAction SilentlyContinue
            } @{ session = $session })

        $ended.Thrown | Should -BeNullOrEmpty
        $progress = $ended.Streams.Progress
        $progress | Where-Object { $_.StatusDescription -like '*1 of 3 done*' -and $_.PercentComplete -eq 33 -and $_.SecondsRemaining -ge 0 } | Should -Not -BeNullOrEmpty
        $progress[-1].RecordType | Should -Be Completed
    }

    It 'warns once of many messages without an interval' {
        $run = Watch-Script { 1..120 | ForEach-Object { 6281234560000 + $_ } | Send-ChataloMessage -Message Hi -ThrottleLimit 8 }

        $run.Output | Should -HaveCount 120
        $run.Errors | Should -BeNullOrEmpty
        $run.Warnings | Should -HaveCount 1
        $run.Warnings | Should -Match '-Interval'
    }

    It 'waits for the next window when the rate limit is used up' {
        $limited = Start-TestGateway @{ RateLimit = 5; RateLimitWindow = '0:0:1' }
        try {
            $session = Connect-TestGateway $limited @{ Device = $ReadyDevice; RateLimitWindowSec = 1 }

            $run = Watch-Script { 1..12 | ForEach-Object { 6281234560000 + $_ } | Send-ChataloMessage -Message Hi -ThrottleLimit 4 }

            $run.Errors | Should -BeNullOrEmpty
            $run.Output.Outcome | Should -Be (@('Sent') * 12)
            $limited.Messages | Should -HaveCount 12
            $limited.Requests.StatusCode | Should -Not -Contain 429 -Because 'the limit was known before it was met'
        }
        finally { $limited.Dispose() }
    }

    It 'asks before it sends with -Confirm, and skips after a no' {
        $said = Invoke-AtPrompt { (@('081234567891', '081234567892') | Send-ChataloMessage -Message Hi -Confirm).Outcome } -Answer y, n -Gateway $gateway

        $said.Text | Should -Match 'Hi'
        $said.Lines[-2..-1] | Should -Be Sent, Skipped
        $gateway.Messages | Should -HaveCount 1
    }

    It 'refuses <Parameter> before the first input' -ForEach @(
        @{ Parameter = @{ Message = 'a'; Template = 'b' } }
        @{ Parameter = @{ Template = '{Nama' } }
        @{ Parameter = @{ Message = 'a'; Interval = 'soon' } }
        @{ Parameter = @{ Message = 'a'; GroupId = '1-2' } }
    ) {
        $run = Watch-Script { Send-ChataloMessage -Number 081234567891 @Parameter }

        $null = Assert-OneError $run InvalidInput InvalidArgument
        $run.Output | Should -BeNullOrEmpty
        Get-TestRequest $gateway | Should -BeNullOrEmpty
    }
}

Describe 'Send-ChataloMessage with the rest of PowerShell' {
    BeforeEach {
        $gateway = Start-TestGateway
        $session = Connect-TestGateway $gateway
    }
    AfterEach { $gateway.Dispose() }

    It 'sends to a CSV file' {
        'Nama,No. HP', 'Budi,0812-1111-2222', 'Siti,+62 813 3333 4444' | Set-Content TestDrive:/customers.csv

        $results = Import-Csv TestDrive:/customers.csv | Send-ChataloMessage -Template 'Halo {Nama}'

        $results.Outcome | Should -Be Sent, Sent
        $gateway.Messages.Message | Should -Be 'Halo Budi', 'Halo Siti'
        $gateway.Messages.Number | Should -Be '6281211112222', '6281333334444'
    }

    It 'stops to send when nobody takes the results' {
        $results = 100..199 | ForEach-Object { "0812000000$_" } | Send-ChataloMessage -Message Halo -WarningAction Ignore | Select-Object -First 3

        $results | Should -HaveCount 3
        $gateway.Messages | Should -HaveCount 3
    }

    It 'gives back failed rows that can be sent again' {
        'Nama,Nomor', 'Budi,081211112222', 'Siti,12' | Set-Content TestDrive:/list.csv
        Import-Csv TestDrive:/list.csv | Send-ChataloMessage -Template 'Halo {Nama}' -ErrorAction SilentlyContinue |
            Where-Object Outcome -EQ Failed | ForEach-Object InputObject | Export-Csv TestDrive:/failed.csv -NoTypeInformation

        $failed = @(Import-Csv TestDrive:/failed.csv)
        $failed.Nama | Should -Be Siti
        $failed[0].Nomor = '081333334444'

        ($failed | Send-ChataloMessage -Template 'Halo {Nama}').Outcome | Should -Be Sent
    }

    It "uses the user's default values" {
        $PSDefaultParameterValues = @{ 'Send-ChataloMessage:Message' = 'By default' }

        $null = Send-ChataloMessage -Number 081211112222

        $gateway.Messages.Message | Should -Be 'By default'
    }

    It 'does what the README says' {
        $tour = [regex]::Match([IO.File]::ReadAllText("$Repository/README.md"), '(?s)```powershell\n(.*?)\n```').Groups[1].Value
        Push-Location $TestDrive
        try {
            'Nama,Nomor', 'Budi,0812-1111-2222' | Set-Content customers.csv

            $said = & ([scriptblock]::Create($tour.Replace('./out/Chatalo', $ModuleFolder)))

            $said[-1] | Should -BeFalse
            (Get-ChataloEmulatorMessage).Message | Select-Object -First 2 | Should -Be 'Halo', 'Halo Budi'
        }
        finally {
            Pop-Location
            Stop-ChataloEmulator
        }
    }
}
