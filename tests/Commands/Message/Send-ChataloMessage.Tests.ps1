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
            (Get-ChataloEmulatorMessage).Text | Select-Object -First 2 | Should -Be 'Halo', 'Halo Budi'
        }
        finally {
            Pop-Location
            Stop-ChataloEmulator
        }
    }
}
