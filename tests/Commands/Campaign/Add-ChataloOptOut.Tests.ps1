BeforeAll { . "$PSScriptRoot/../common.ps1" }

Describe 'Add-ChataloOptOut' {
    BeforeEach {
        $gateway = Start-TestGateway
        $session = Connect-TestGateway $gateway
        $store = Join-Path $TestDrive "$([guid]::NewGuid()).db"
    }
    AfterEach { $gateway.Dispose() }

    It 'has campaigns skip the number, and messages without a campaign that name the store' {
        $added = [pscustomobject] @{ Number = '0812-1111-111'; Reason = 'STOP' }, '08123333333' | Add-ChataloOptOut -PassThru -Store $store
        $added | Should -BeOfType Chatalo.OptOut
        $added.Number | Should -Be +628121111111, +628123333333
        $added.Reason | Should -Be STOP, $null

        ('08121111111', '08122222222' | Send-ChataloMessage -Message Halo -Campaign test -Store $store).Outcome | Sort-Object { "$_" } | Should -Be Sent, Skipped
        $plain = '08121111111' | Send-ChataloMessage -Message Halo -Store $store

        $plain.Outcome | Should -Be Skipped
        $plain.Reason | Should -Match 'opted out'
        (Get-ChataloDelivery test -Number 08121111111 -Store $store).Status | Should -Be Skipped
        $gateway.Messages.Number | Should -Be 628122222222
    }

    It 'takes a blank reason for none' {
        $added = @(Add-ChataloOptOut 08121111111 -Reason ' ' -PassThru -Store $store) + @([pscustomobject] @{ Number = '08122222222'; Reason = '' } | Add-ChataloOptOut -PassThru -Store $store)

        $added.Reason | Should -Be $null, $null
    }

    It 'has an error for what is not a number, and takes the others' {
        $run = Watch-Script { 'no number', '08123333333' | Add-ChataloOptOut -PassThru -Store $store }

        $null = Assert-OneError $run InvalidInput InvalidArgument
        $run.Output.Number | Should -Be +628123333333
        (Get-ChataloOptOut -Store $store).Number | Should -Be +628123333333
    }

    It 'finds the number by the same words as a list that is sent: <Column>' -ForEach @(
        @{ Column = 'Telepon' }, @{ Column = 'HP' }, @{ Column = 'Nomor WA' }, @{ Column = 'Mobile Phone' }
    ) {
        $rows = [pscustomobject] @{ Nama = 'Ani'; $Column = '08123333333' }, @{ Nama = 'Budi'; $Column = '08124444444' }
        ($rows | Add-ChataloOptOut -PassThru -Store $store).Number | Should -Be +628123333333, +628124444444
        ($rows | Get-ChataloOptOut -Store $store).Number | Should -Be +628123333333, +628124444444
    }

    It 'has an error that says which columns a row without a number has' {
        $problem = Get-ChataloError InvalidInput InvalidArgument { [pscustomobject] @{ Nama = 'Ani'; Kota = 'Depok' } | Add-ChataloOptOut -PassThru -Store $store }
        "$problem" | Should -BeLike '*it has Nama, Kota.'
    }
}
