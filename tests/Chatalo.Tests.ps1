# The module together with the rest of PowerShell, as people use it. What the module does alone is tested in tests/Chatalo.ModuleTests.
BeforeDiscovery {
    # The examples of the help pages that need more than PowerShell's engine; the others are run there.
    $examples = foreach ($page in Get-ChildItem "$PSScriptRoot/../docs/en-US/*.md") {
        foreach ($match in [regex]::Matches([IO.File]::ReadAllText($page), '(?s)```powershell\n(.*?)\n```')) {
            $code = $match.Groups[1].Value
            if ($code -match '\b(Import-Csv|Export-Csv|Select-Object|Group-Object|Sort-Object|Set-Content|Get-Content)\b') {
                @{ Page = $page.BaseName; Code = $code }
            }
        }
    }
}

BeforeAll {
    Import-Module "$PSScriptRoot/../out/Chatalo"
}

Describe 'Chatalo in PowerShell' {
    BeforeEach {
        $emulator = Start-ChataloEmulator -RateLimit 0
        $session = $emulator | Connect-Chatalo -Device 'Andi - CS'
    }

    AfterEach {
        Stop-ChataloEmulator
    }

    It 'sends to a CSV file' {
        'Nama,No. HP', 'Budi,0812-1111-2222', 'Siti,+62 813 3333 4444' | Set-Content TestDrive:/customers.csv

        $results = Import-Csv TestDrive:/customers.csv | Send-ChataloMessage -Template 'Halo {Nama}'

        $results.Outcome | Should -Be 'Sent', 'Sent'
        (Get-ChataloEmulatorMessage).Text | Should -Be 'Halo Budi', 'Halo Siti'
        (Get-ChataloEmulatorMessage).DeliveredTo | Should -Be '+6281211112222', '+6281333334444'
    }

    It 'stops to send when nobody takes the results' {
        $results = 100..199 | ForEach-Object { "0812000000$_" } | Send-ChataloMessage -Message 'Halo' | Select-Object -First 3

        $results | Should -HaveCount 3
        (Get-ChataloEmulatorMessage).Count | Should -Be 3
    }

    It 'shares a session with parallel runspaces' -Skip:($PSVersionTable.PSVersion.Major -lt 7) {
        $folder = (Get-Module Chatalo).ModuleBase

        $results = 100..107 | ForEach-Object -ThrottleLimit 4 -Parallel {
            Import-Module $using:folder
            Send-ChataloMessage -Session $using:session -Number "0812000000$_" -Message "To $_"
        }

        $results | Where-Object Outcome -EQ Sent | Should -HaveCount 8
        (Get-ChataloEmulatorMessage).Text | Sort-Object | Should -Be (100..107 | ForEach-Object { "To $_" })
    }

    It 'gives back failed rows that can be sent again' {
        'Nama,Nomor', 'Budi,081211112222', 'Siti,12' | Set-Content TestDrive:/list.csv
        Import-Csv TestDrive:/list.csv | Send-ChataloMessage -Template 'Halo {Nama}' -ErrorAction SilentlyContinue |
            Where-Object Outcome -EQ Failed | ForEach-Object InputObject | Export-Csv TestDrive:/failed.csv -NoTypeInformation

        $failed = @(Import-Csv TestDrive:/failed.csv)
        $failed.Nama | Should -Be 'Siti'
        $failed[0].Nomor = '081333334444'

        ($failed | Send-ChataloMessage -Template 'Halo {Nama}').Outcome | Should -Be 'Sent'
    }

    It 'keeps the keys out of <Format>' -ForEach @(
        @{ Format = 'JSON'; Export = { param($o) ConvertTo-Json $o -Depth 6 -WarningAction Ignore } }
        @{ Format = 'CliXml'; Export = { param($o) Export-Clixml -InputObject $o -Path TestDrive:/o.xml -Depth 6; Get-Content TestDrive:/o.xml -Raw } }
        @{ Format = 'a list'; Export = { param($o) $o | Format-List * -Force | Out-String } }
        @{ Format = 'CSV'; Export = { param($o) $o | ConvertTo-Csv | Out-String } }
    ) {
        $text = & $Export $session

        $text | Should -Match '127\.0\.0\.1'
        $text | Should -Not -Match 'EMULATOR-SECRET-KEY|EMULATOR-PUBLIC-KEY'
    }

    It 'keeps the keys out of what is told with -Debug' {
        $told = Get-ChataloProfile -Verbose -Debug *>&1 | Out-String

        $told | Should -Match 'profile'
        $told | Should -Not -Match 'EMULATOR-SECRET-KEY|EMULATOR-PUBLIC-KEY'
    }

    It 'uses the defaults of the user' {
        $PSDefaultParameterValues = @{ 'Send-ChataloMessage:Message' = 'By default' }

        $null = Send-ChataloMessage -Number 081211112222

        (Get-ChataloEmulatorMessage).Text | Should -Be 'By default'
    }

    It 'runs the example of <Page>: <Code>' -ForEach $examples {
        Push-Location TestDrive:/
        try {
            foreach ($file in 'customers.csv', 'old.csv') {
                'Nama,Nomor', 'Budi,0812-1111-2222' | Set-Content $file
            }

            $ErrorActionPreference = 'Stop'
            { & ([scriptblock]::Create($Code)) } | Should -Not -Throw
        }
        finally {
            Pop-Location
        }
    }

    It 'does what the README says' {
        $code = [regex]::Match([IO.File]::ReadAllText("$PSScriptRoot/../README.md"), '(?s)```powershell\n(.*?)\n```').Groups[1].Value
        $code = $code.Replace('./out/Chatalo', (Get-Module Chatalo).ModuleBase)
        Push-Location TestDrive:/
        try {
            'Nama,Nomor', 'Budi,0812-1111-2222' | Set-Content customers.csv
            $ErrorActionPreference = 'Stop'
            $said = & ([scriptblock]::Create($code))
            $said[-1] | Should -BeFalse
            (Get-ChataloEmulatorMessage).Text | Select-Object -First 2 | Should -Be 'Halo', 'Halo Budi'
        }
        finally {
            Pop-Location
        }
    }

    It 'shows help with <_>' -ForEach 'Full', 'Examples', 'Detailed' {
        $switch = @{ $_ = $true }

        Get-Help Send-ChataloMessage @switch | Out-String | Should -Match 'Sends a text, a file'
    }
}
