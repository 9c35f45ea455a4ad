BeforeAll {
    . "$PSScriptRoot/../common.ps1"

    # Every 50th row has no number.
    function Get-TestRow([int] $Count) {
        foreach ($i in 0..($Count - 1)) {
            [pscustomobject] @{ Id = $i; Nama = "Budi $i"; Nomor = if ($i % 50) { "0812$(10000000 + $i)" } else { 'no number' } }
        }
    }
}

# A list against a gateway that fails now and then.
Describe 'A faulty list' {
    BeforeEach {
        $gateway = Start-TestGateway
        $null = Connect-TestGateway $gateway
    }
    AfterEach { $gateway.Dispose() }

    It 'ends in exactly one outcome for each row, and nobody gets a message twice: <_> in flight' -ForEach 1, 16 {
        Add-TestFault $gateway @{ Kind = 'Status'; StatusCode = 500; Every = 50; ProcessFirst = $true }
        Add-TestFault $gateway @{ Kind = 'ResetAfter'; Every = 70 }
        Add-TestFault $gateway @{ Kind = 'Status'; StatusCode = 429; RetryAfter = 0; Every = 390 }
        $rows = Get-TestRow 2000

        $run = Watch-Script { $rows | Send-ChataloMessage -Template 'Halo {Nama}' -ThrottleLimit $_ -WarningAction SilentlyContinue }

        $run.Output | Should -HaveCount 2000
        Compare-Object @($run.Output.InputObject.Id) (0..1999) | Should -BeNullOrEmpty
        $outcomes = $run.Output | Group-Object Outcome -AsHashTable -AsString
        $outcomes.Failed | Should -HaveCount 40
        $outcomes.Failed.InputObject.Nomor | Select-Object -Unique | Should -Be 'no number'
        $outcomes.Unknown.Count | Should -BeGreaterThan 40 -Because 'the faults were met'
        $run.Errors | Should -HaveCount ($outcomes.Failed.Count + $outcomes.Unknown.Count)
        $delivered = $gateway.DeliveriesByRecipient()
        $delivered.Values | Select-Object -Unique | Should -Be 1
        # What was said to be sent was delivered; what is unknown may have been.
        $outcomes.Sent.Number | Where-Object { -not $delivered.ContainsKey($_.TrimStart('+')) } | Should -BeNullOrEmpty
        $known = [Collections.Generic.HashSet[string]] [string[]] (@($outcomes.Sent.Number) + @($outcomes.Unknown.Number) | ForEach-Object TrimStart '+')
        $delivered.Keys | Where-Object { -not $known.Contains($_) } | Should -BeNullOrEmpty
    }

    It 'gives back what failed as the rows that went in' {
        $rows = Get-TestRow 100

        $again = @($rows | Send-ChataloMessage -Message Halo -ErrorAction SilentlyContinue -WarningAction SilentlyContinue |
                Where-Object Outcome -EQ Failed | ForEach-Object InputObject)

        $again | Should -HaveCount 2
        foreach ($row in $again) { [object]::ReferenceEquals($rows[$row.Id], $row) | Should -BeTrue }
        $again[0].PSObject.Properties.Name | Should -Be Id, Nama, Nomor
    }
}
