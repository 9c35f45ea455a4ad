BeforeAll {
    . "$PSScriptRoot/../common.ps1"

    # What the Tab key offers for a parameter at the end of a line.
    function Get-Completion([string] $Line) {
        (TabExpansion2 -inputScript $Line -cursorColumn $Line.Length).CompletionMatches | Where-Object ResultType -EQ ParameterValue
    }
}

Describe 'The Tab key' {
    BeforeEach {
        $gateway = Start-TestGateway
        $session = Connect-TestGateway $gateway
    }
    AfterEach { $gateway.Dispose() }

    It 'quotes the name of a device so that the line runs' {
        $null = New-ChataloDevice -Name "Budi's phone" -Number 081234567890

        $match = Get-Completion 'Send-ChataloMessage -Device Bud'

        $match | Should -HaveCount 1
        $match.CompletionText | Should -Be "'Budi''s phone'"
        $match.ToolTip | Should -Match "Budi's phone"
        (& ([scriptblock]::Create("Get-ChataloDevice -Name $($match.CompletionText)"))).Name | Should -Be "Budi's phone"
    }

    It 'offers all devices for an empty word' {
        Get-Completion 'Send-ChataloMessage -Device ' | Should -HaveCount 3
    }

    It 'completes "<Line>"' -ForEach @(
        @{ Line = 'Get-ChataloDevice -Status AUTH'; Expected = 'AUTHENTICATED' }
        @{ Line = 'Connect-Chatalo -DefaultRegion SG'; Expected = 'SG' }
        @{ Line = 'Get-ChataloDelivery nov -Status Unk'; Expected = 'Unknown' }
    ) {
        (Get-Completion $Line).CompletionText.Trim("'") | Should -Contain $Expected
    }

    It 'explains each status of a device' {
        $matching = Get-Completion 'Get-ChataloDevice -Status '

        $matching | Should -HaveCount 5
        $meanings = $matching | ForEach-Object {
            $_.ToolTip | Should -BeLike "$($_.CompletionText): *"
            ($_.ToolTip -split ': ', 2)[1]
        }
        $meanings | Select-Object -Unique | Should -HaveCount 5
    }

    It 'completes groups by name and by id' {
        $group = Get-ChataloGroup -First 1

        (Get-Completion "Get-ChataloGroup -Name '$($group.Name.Substring(0, 2))").ListItemText | Should -Contain $group.Name
        $match = Get-Completion 'Send-ChataloMessage -GroupId ' | Where-Object { $_.CompletionText -match $group.Id }
        $match.ToolTip | Should -Match ([regex]::Escape($group.Name))
    }

    It 'is not held up by a silent gateway' {
        Add-TestFault $gateway @{ Kind = 'Delay'; DelayMs = 20000 }
        $watch = [Diagnostics.Stopwatch]::StartNew()

        Get-Completion 'Send-ChataloMessage -Device ' | Should -BeNullOrEmpty

        # Half a second is promised; this machine may be busy, but not for as long as the gateway is.
        $watch.Elapsed.TotalSeconds | Should -BeLessThan 10
    }

    It 'offers nothing, and has no error, without a session' {
        Disconnect-Chatalo
        $Error.Clear()

        Get-Completion 'Send-ChataloMessage -Device ' | Should -BeNullOrEmpty

        $Error | Should -BeNullOrEmpty
    }

    It 'says how far a campaign is' {
        $store = "$TestDrive/store.db"
        $null = '081234567890', '081234567891' | Send-ChataloMessage -Message Halo -Campaign nov -Store $store

        $match = Get-Completion "Get-ChataloDelivery -Store '$store' -Campaign n"

        $match.CompletionText | Should -Be nov
        $match.ToolTip | Should -Match '2 of 2 sent'
    }

    It 'does not make a store by asking for it' {
        Get-Completion "Suspend-ChataloCampaign -Store '$TestDrive/none.db' -Name " | Should -BeNullOrEmpty

        "$TestDrive/none.db" | Should -Not -Exist
    }
}
