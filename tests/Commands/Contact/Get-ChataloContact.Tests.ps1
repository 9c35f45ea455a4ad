BeforeAll { . "$PSScriptRoot/../common.ps1" }

# The emulator has 42 contacts. Here it is also tested how all lists are read page by page.
Describe 'Get-ChataloContact' {
    AfterEach { $gateway.Dispose() }

    Context 'A list in one page' {
        BeforeEach {
            $gateway = Start-TestGateway
            $session = Connect-TestGateway $gateway
        }

        It 'lists the contacts with their device' {
            $contacts = Get-ChataloContact

            $contacts | Should -HaveCount 42
            $contacts | Should -BeOfType Chatalo.Contact
            $contacts[0].Number | Should -Be '+6287858270101'
            $contacts[0].Name | Should -Be 'Arik Pratama'
            $contacts[17].Name | Should -BeNullOrEmpty
            $contacts.DeviceId | Select-Object -Unique | Should -Be $ReadyDevice
        }

        It 'finds <Count> by the name <Name>' -ForEach @(
            @{ Name = 'arik*'; Count = 3 }
            @{ Name = '*sari'; Count = 14 }
            @{ Name = 'Arik*', 'Angga Wijaya'; Count = 4 }
            @{ Name = 'nobody*'; Count = 0 }
        ) {
            @(Get-ChataloContact -Name $Name) | Should -HaveCount $Count
        }

        It 'has an error for a name that nobody has' {
            (Get-ChataloError NotFound ObjectNotFound { Get-ChataloContact Nobody }).TargetObject | Should -Be Nobody
        }

        It 'has the error <ErrorId> for <Script>' -ForEach @(
            @{ Script = { Get-ChataloDevice 'Dita*' | Get-ChataloContact }; ErrorId = 'DeviceNotReady'; Category = 'ResourceUnavailable' }
            @{ Script = { Get-ChataloContact -Device 'Sela - CS' }; ErrorId = 'DeviceNotReady'; Category = 'ResourceUnavailable' }
            @{ Script = { Get-ChataloContact -Device c7276ae0-c306-4896-8fda-999999999999 }; ErrorId = 'NotFound'; Category = 'ObjectNotFound' }
            @{ Script = { Get-ChataloContact -Device nobody }; ErrorId = 'NotFound'; Category = 'ObjectNotFound' }
        ) {
            Get-ChataloError $ErrorId $Category $Script
        }
    }

    It 'follows a gateway that gives pages of <_>' -ForEach 5, 10, 41, 42 {
        $gateway = Start-TestGateway @{ MaxPageSize = $_ }
        $session = Connect-TestGateway $gateway

        (Get-ChataloContact).Number | Select-Object -Unique | Should -HaveCount 42

        Get-TestRequest $gateway | Should -HaveCount ([math]::Ceiling(42 / $_))
    }

    Context 'A list in pages of five' {
        BeforeEach {
            $gateway = Start-TestGateway @{ MaxPageSize = 5 }
            $session = Connect-TestGateway $gateway
        }

        It 'gives the same part with -Skip <Skip> -First <First>' -ForEach @(
            @{ Skip = 0; First = 3 }, @{ Skip = 4; First = 5 }, @{ Skip = 5; First = 5 }, @{ Skip = 12; First = 20 }
            @{ Skip = 40; First = 20 }, @{ Skip = 50; First = 1 }, @{ Skip = 0; First = 0 }
        ) {
            $expected = (Get-ChataloContact).Number | Select-Object -Skip $Skip | Select-Object -First $First

            @(Get-ChataloContact -Skip $Skip -First $First | ForEach-Object Number) | Should -Be @($expected)
        }

        It 'counts with -Skip and -First what the name lets pass' {
            $all = (Get-ChataloContact *sari).Number

            (Get-ChataloContact *sari -Skip 3 -First 4).Number | Should -Be $all[3..6]
        }

        It 'leaves nothing running when the rest of the pipeline has enough' {
            # The pages after the first are late; the second is asked for while the first is written.
            $fault = $gateway.AddFault([Chatalo.Emulator.FaultRule] @{ Kind = 'Delay'; Skip = 1; DelayMs = 1000 })

            Get-ChataloContact | Select-Object -First 4 | Should -HaveCount 4

            # The emulator writes the late page down when its delay is over; a third would be asked for by then.
            Wait-Until 'the second page' { $gateway.Requests.Count -eq $fault.Matched }
            $fault.Matched | Should -BeIn 1, 2
        }

        It 'says the exact number with -IncludeTotalCount, and an estimate with a name' {
            $exact = @(Get-ChataloContact -First 1 -IncludeTotalCount)[0]
            $estimate = @(Get-ChataloContact *sari -First 1 -IncludeTotalCount)[0]

            $exact | Should -Be 42
            $exact.Accuracy | Should -Be 1
            $estimate.Accuracy | Should -BeLessThan 1
        }
    }

    Context 'A list in pages of ten' {
        BeforeEach {
            $gateway = Start-TestGateway @{ MaxPageSize = 10 }
            $session = Connect-TestGateway $gateway @{ Device = $ReadyDevice; MaximumRetryCount = 0 }
        }

        It 'asks for one page: <_>' -ForEach @(
            { Get-ChataloContact | Select-Object -First 3 }
            { Get-ChataloContact -First 3 }
            { Get-ChataloContact -First 10 }
            { Get-ChataloContact *a* | Select-Object -First 2 }
        ) {
            $null = & $_

            Get-TestRequest $gateway | Should -HaveCount 1
        }

        It 'has an error for a page that fails, after what came before' {
            Add-TestFault $gateway @{ Kind = 'Status'; StatusCode = 500; Skip = 2; Count = 1 }

            $run = Watch-Script { Get-ChataloContact }

            $run.Output | Should -HaveCount 20
            $null = Assert-OneError $run ServerError InvalidResult
        }
    }
}
