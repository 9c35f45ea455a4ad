# Tests of a runbook of your own, to begin with: copy this file beside your script, and change what it calls.
#
#     Invoke-Pester ./my-runbook.Tests.ps1
#
# The gateway is the emulator: nothing leaves this machine. docs/guides/testing-runbooks.md explains it.
BeforeAll {
    # Where the module is installed: Import-Module Chatalo
    Import-Module "$PSScriptRoot/../../out/Chatalo"

    # Your script. This one reminds customers of their bills.
    function Send-Reminder([Parameter(ValueFromPipeline)] $Customer) {
        process { $Customer | Send-ChataloMessage -Template 'Halo {Nama}, tagihan Rp {Jumlah}' -ErrorAction Continue }
    }
}

Describe 'The reminder' {
    BeforeEach {
        $emulator = Start-ChataloEmulator -RateLimit 0
        $null = $emulator | Connect-Chatalo -Device 'Andi - CS'
        $customers = @(
            [pscustomobject] @{ Nama = 'Budi'; Nomor = '0812-1111-2222'; Jumlah = 10000 }
            [pscustomobject] @{ Nama = 'Siti'; Nomor = '0813-3333-4444'; Jumlah = 25000 }
        )
    }
    AfterEach { Stop-ChataloEmulator }

    It 'reaches every customer with the sum' {
        $null = $customers | Send-Reminder

        $delivered = Get-ChataloEmulatorMessage
        $delivered.Number | Should -Be '+6281211112222', '+6281333334444'
        $delivered.Message | Should -Be 'Halo Budi, tagihan Rp 10000', 'Halo Siti, tagihan Rp 25000'
    }

    It 'goes on after a customer without a number' {
        $customers[0].Nomor = 'unknown'

        $results = $customers | Send-Reminder 2> $null

        $results.Outcome | Should -Be Failed, Sent
    }

    It 'does not send again what may have arrived' {
        # The gateway delivers the message, and its answer is lost.
        Set-ChataloEmulatorFault ResetAfter -Path '/messages' -Count 1

        $results = $customers | Send-Reminder 2> $null

        $results.Outcome | Should -Be Unknown, Sent
        Get-ChataloEmulatorMessage | Should -HaveCount 2
    }

    It 'waits when the gateway says that it is too fast' {
        Set-ChataloEmulatorFault Status -StatusCode 429 -RetryAfterSec 1 -Path '/messages' -Count 1

        ($customers | Send-Reminder).Outcome | Should -Be Sent, Sent
    }

    It 'can be tried without any gateway' {
        # The text of -Template and a plain text arrive at a mock as they are.
        Mock Send-ChataloMessage { [pscustomobject] @{ Outcome = 'Sent'; Template = $Template } }

        ($customers | Send-Reminder).Template | Should -Be 'Halo {Nama}, tagihan Rp {Jumlah}', 'Halo {Nama}, tagihan Rp {Jumlah}'
        Should -Invoke Send-ChataloMessage -Times 2 -Exactly
    }
}

Describe 'A bot' {
    It 'answers who writes to it' {
        $null = Start-ChataloEmulator -RateLimit 0 | Connect-Chatalo -Device 'Andi - CS'
        try {
            $null = Receive-ChataloMessage -Count 1 -TimeoutSec 30 -AddressVariable address -InformationAction Ignore | ForEach-Object -Begin {
                Set-ChataloWebhook $address
                # Somebody writes.
                $null = Invoke-ChataloWebhook -Message 'jam?' -From 6281234567890
            } -Process {
                $_ | Send-ChataloMessage -Message 'Kami buka jam 8.'
            }

            $delivered = Get-ChataloEmulatorMessage
            $delivered.Message | Should -Be 'Kami buka jam 8.'
            $delivered.Number | Should -Be '+6281234567890'
        }
        finally { Stop-ChataloEmulator }
    }
}

Describe 'Connecting' {
    It 'can be mocked, with plain keys too' {
        # The cmdlet makes a secure string of a plain key; a mock only has the parameter's type, which does not.
        Mock Connect-Chatalo { 'connected' } -RemoveParameterType SecretKey

        Connect-Chatalo -PublicKey public -SecretKey secret | Should -Be connected
        Connect-Chatalo -PublicKey public -SecretKey (ConvertTo-SecureString secret -AsPlainText -Force) | Should -Be connected
    }
}
