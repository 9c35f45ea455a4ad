# Exactly one result for each input, whatever it is.
BeforeAll { . "$PSScriptRoot/../common.ps1" }

Describe 'Send-ChataloMessage, for each input' {
    BeforeEach {
        $gateway = Start-TestGateway
        $session = Connect-TestGateway $gateway
    }
    AfterEach { $gateway.Dispose() }

    It 'gives one result in its turn, also where there is no number in it' {
        $list = @('081234567891', $null, '', 'abc', 12, [pscustomobject] @{ Nama = 'A' }, [pscustomobject] @{ Nomor = '' }, [pscustomobject] @{ Nomor = $null },
            @{ Nomor = '081234567892' }, [datetime]::Now, $true, '+1 650 253 0000')

        $run = Watch-Script { $list | Send-ChataloMessage -Message Hi }

        $run.Thrown | Should -BeNullOrEmpty
        $run.Output | Should -HaveCount 12
        0..11 | Where-Object { $run.Output[$_].Outcome -eq 'Sent' } | Should -Be 0, 8, 11
        $gateway.Messages.Number | Should -Be 6281234567891, 6281234567892, 16502530000
        $failed = @($run.Output | Where-Object Outcome -EQ Failed)
        $failed | Should -HaveCount 9
        $failed | ForEach-Object { $_.Reason | Should -Not -BeNullOrEmpty }
        $run.Errors | Should -HaveCount 9
        $run.Errors | ForEach-Object { Assert-ChataloError $_ InvalidInput InvalidArgument }
    }

    It 'keeps the input itself in the result, so that failures are run again' {
        $rows = [pscustomobject] @{ Nama = 'Ani'; Nomor = '12' }, [pscustomobject] @{ Nama = 'Budi'; Nomor = '081234567892' }
        $results = $rows | Send-ChataloMessage -Message Hi -ErrorAction SilentlyContinue

        $failed = $results | Where-Object Outcome -EQ Failed | ForEach-Object InputObject
        [object]::ReferenceEquals($failed, $rows[0]) | Should -BeTrue
        $failed.Nomor = '081234567891'
        $again = $failed | Send-ChataloMessage -Message Hi

        $again.Outcome | Should -Be Sent
        $again.InputObject.Nama | Should -Be Ani
        $gateway.Messages.Number | Should -Be 6281234567892, 6281234567891
    }

    It 'reads a cell of type <Type>' -ForEach @(
        @{ Type = 'double'; Cell = [double] 6281234567891 }
        @{ Type = 'long'; Cell = [long] 6281234567891 }
        @{ Type = 'decimal'; Cell = [decimal] 6281234567891 }
        @{ Type = 'string'; Cell = '+62 812-3456-7891' }
    ) {
        ([pscustomobject] @{ Nama = 'Ani'; 'No HP' = $Cell } | Send-ChataloMessage -Message Hi).Number | Should -Be +6281234567891

        $gateway.Messages.Number | Should -Be 6281234567891
    }

    It 'refuses an object that is not a number, though its text reads like one' {
        $run = Watch-Script { [uri] '6281234567891' | Send-ChataloMessage -Message Hi }

        $run.Output | Should -HaveCount 1
        $run.Output.Outcome | Should -Be Failed
        "$(Assert-OneError $run InvalidInput InvalidArgument)" | Should -Match 'no column for the number'
        Get-TestRequest $gateway | Should -BeNullOrEmpty
    }

    It 'fails a row alone whose text the script block cannot make' {
        $rows = 1..3 | ForEach-Object { [pscustomobject] @{ Nomor = "08123456789$_"; Amount = 2 - $_ } }

        $run = Watch-Script { $rows | Send-ChataloMessage -Message { if (-not $_.Amount) { throw 'no amount' }; "Pay $($_.Amount)" } }

        $run.Output.Outcome | Should -Be Sent, Failed, Sent
        "$(Assert-OneError $run InvalidInput InvalidArgument)" | Should -Match 'no amount'
        $gateway.Messages.Message | Should -Be 'Pay 1', 'Pay -1'
    }

    It 'fails a row alone, and before it is sent, that lacks a field of the template' {
        $rows = [pscustomobject] @{ Nomor = '081234567891'; Nama = 'Ani' }, [pscustomobject] @{ Nomor = '081234567892'; Name = 'Budi' }

        $run = Watch-Script { $rows | Send-ChataloMessage -Template 'Halo {Nama}' }

        $run.Output.Outcome | Should -Be Sent, Failed
        "$(Assert-OneError $run InvalidInput InvalidArgument)" | Should -Match Nama
        $gateway.Messages.Message | Should -Be 'Halo Ani'
    }

    It 'refuses <What> before a call' -ForEach @(
        @{ What = 'no content'; Parameter = @{} }
        @{ What = 'an empty message'; Parameter = @{ Message = '' } }
        @{ What = 'a blank message'; Parameter = @{ Message = '  ' } }
        @{ What = 'a message that is null'; Parameter = @{ Message = $null } }
        @{ What = 'an address without a host'; Parameter = @{ Message = 'Hi'; Url = 'files/a.pdf' } }
        @{ What = 'an address of FTP'; Parameter = @{ Message = 'Hi'; Url = 'ftp://files.example/a.pdf' } }
        @{ What = 'the address of a local file'; Parameter = @{ Url = 'file:///etc/passwd' } }
        @{ What = 'a script as an address'; Parameter = @{ Url = 'javascript:alert(1)' } }
    ) {
        $run = Watch-Script { Send-ChataloMessage 081234567891 @Parameter }

        $run.Output | Should -HaveCount 1
        $run.Output.Outcome | Should -Be Failed
        $null = Assert-OneError $run InvalidInput InvalidArgument
        Get-TestRequest $gateway | Should -BeNullOrEmpty
    }

    It 'refuses <_> before a call, which is not the id of a group' -ForEach 'a/b', '../messages', '1..2', 'a b' {
        $id = $_

        $run = Watch-Script { Send-ChataloMessage -GroupId $id -Message Hi }

        $run.Output | Should -HaveCount 1
        $run.Output.Outcome | Should -Be Failed
        $null = Assert-OneError $run InvalidInput InvalidArgument
        Get-TestRequest $gateway | Should -BeNullOrEmpty
    }

    It 'ends at the first error with -ErrorAction Stop, after its result' {
        $run = Watch-Script { '081234567891', 'abc', '081234567892' | Send-ChataloMessage -Message Hi -ErrorAction Stop }

        $run.Output.Outcome | Should -Be Sent, Failed
        Assert-ChataloError $run.Thrown InvalidInput InvalidArgument
        $run.Errors | Should -BeNullOrEmpty
        $gateway.Messages.Number | Should -Be 6281234567891
    }

    It 'says with $? whether all went well' {
        $null = Send-ChataloMessage 081234567891 Hi; $well = $?
        $null = Send-ChataloMessage abc Hi -ErrorAction SilentlyContinue; $badly = $?

        $well, $badly | Should -Be $true, $false
    }

    It 'keeps the order of each recipient with several in flight' {
        # Every third answer is late, so that without care a later message would overtake.
        Add-TestFault $gateway @{ Kind = 'Delay'; Every = 3; DelayMs = 30 }

        $results = 1..40 | ForEach-Object { [pscustomobject] @{ Number = 6281234560001 + $_ % 4; Message = $_ } } | Send-ChataloMessage -ThrottleLimit 8

        $results.Outcome | Should -Be (@('Sent') * 40)
        $inTheirOrder = @{}
        1..40 | ForEach-Object { $inTheirOrder["$(6281234560001 + $_ % 4)"] += , "$_" }
        foreach ($recipient in $inTheirOrder.Keys) {
            ($gateway.Messages | Where-Object Number -EQ $recipient).Message | Should -Be $inTheirOrder[$recipient]
            ($results | Where-Object Number -EQ "+$recipient").Message | Should -Be $inTheirOrder[$recipient]
        }
    }

    It 'gives the result before it reads the next input, with one in flight' {
        $taken = @{ Count = 0 }

        $results = 1..50 | ForEach-Object { $taken.Count = $_; 6281234560000 + $_ } | Send-ChataloMessage -Message Hi | Select-Object -First 2

        $results.Outcome | Should -Be Sent, Sent
        $taken.Count | Should -BeIn 2, 3
        $gateway.Messages | Should -HaveCount 2
    }
}
