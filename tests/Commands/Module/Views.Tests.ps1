BeforeAll {
    . "$PSScriptRoot/../common.ps1"
    [xml] $format = Get-Content "$ModuleFolder/Chatalo.Format.ps1xml" -Raw
    $views = $format.SelectNodes('//View')
    $escape = [string] [char] 27
    $strange = [string] [char] 0xFFFD

    # What stands on a screen of so many characters, without colours.
    function Get-Screen([scriptblock] $Shown, [int] $Width = 80) {
        $text = & $Shown | Out-String -Width $Width
        ($text -replace "$escape\[[\d;]*m").Trim("`r", "`n") -split '\r?\n' | ForEach-Object TrimEnd
    }
}

Describe 'What objects look like' {
    BeforeAll {
        $emulator = Start-ChataloEmulator -RateLimit 0
        $null = $emulator | Connect-Chatalo -Device 'Andi - CS'
        $store = "$TestDrive/store.db"
    }
    AfterAll { Stop-ChataloEmulator }

    It 'fits a table of 80 characters: <Shown>' -ForEach @(
        @{ Shown = { Get-ChataloSession }; Expected = 'Rate' }
        @{ Shown = { Get-ChataloProfile }; Expected = 'ExpiresOn' }
        @{ Shown = { Get-ChataloLog -First 2 }; Expected = 'IPAddress' }
        @{ Shown = { Get-ChataloDevice }; Expected = 'AUTHENTICATED' }
        @{ Shown = { Get-ChataloContact -First 2 }; Expected = 'Number' }
        @{ Shown = { Test-ChataloNumber 081234567890 }; Expected = 'Exists' }
        @{ Shown = { Get-ChataloGroup }; Expected = 'Ops Jakarta' }
        @{ Shown = { Get-ChataloGroup -Name 'Ops Jakarta' | Get-ChataloGroupMember }; Expected = 'MemberOf' }
        @{ Shown = { '081234567890', '12' | Send-ChataloMessage -Message ('Halo ' * 40) -ErrorAction SilentlyContinue }; Expected = 'Sent' }
        @{ Shown = { try { '081234567890', 'abc' | Send-ChataloMessage -Message Halo -ErrorAction Stop | Out-Null } catch { $null = $_ }; (Get-ChataloSession).Interrupted }; Expected = 'Position' }
        @{ Shown = { Send-ChataloOtp 081234567890 }; Expected = 'ExpiresAt' }
        @{ Shown = { Send-ChataloOtp 081234567890 | Confirm-ChataloOtp -Code 1 }; Expected = 'IsValid' }
        @{ Shown = { Get-ChataloWebhook }; Expected = 'Url' }
        @{ Shown = { $null = '081234567890' | Send-ChataloMessage -Message Halo -Campaign test -Store $store; Get-ChataloCampaign -Store $store }; Expected = 'TimeLeft' }
        @{ Shown = { $null = '081234567890' | Send-ChataloMessage -Message Halo -Campaign test -Store $store; Get-ChataloDelivery test -Store $store }; Expected = 'FinishedAt' }
        @{ Shown = { Add-ChataloOptOut 081234567891 -Store $store -Reason STOP -PassThru }; Expected = 'STOP' }
        @{ Shown = { $emulator }; Expected = 'Requests' }
        @{
            Shown = { Receive-ChataloMessage -Count 1 -AddressVariable a -InformationAction Ignore | ForEach-Object -Begin { Invoke-ChataloWebhook $a Halo } -Process { } }
            Expected = ' ms '
        }
        @{
            Shown = { Receive-ChataloMessage -Count 1 -AddressVariable a -InformationAction Ignore | ForEach-Object -Begin { $null = Invoke-ChataloWebhook $a ('Halo ' * 40) } -Process { $_ } }
            Expected = 'Sender'
        }
        @{ Shown = { $null = Send-ChataloMessage 081234567890 ('Halo ' * 40); Get-ChataloEmulatorMessage }; Expected = 'Recipient' }
    ) {
        $lines = Get-Screen $Shown

        $lines -match [regex]::Escape($Expected) | Should -Not -BeNullOrEmpty
        $lines -match '---' | Should -Not -BeNullOrEmpty
        ($lines | Measure-Object Length -Maximum).Maximum | Should -BeLessOrEqual 80
    }

    It "shows times as this machine's clock has them" {
        $shown = (Get-ChataloLog -First 1).Date.ToLocalTime().ToString('yyyy-MM-dd HH:mm:ss', [cultureinfo]::InvariantCulture)

        Get-Screen { Get-ChataloLog -First 1 } | Out-String | Should -Match $shown
    }

    It 'keeps a text of several lines in its row' {
        Get-Screen { Send-ChataloMessage 081234567890 "one`n`ntwo" } | Out-String | Should -Match '\+6281234567890     one two'
    }

    It 'shows a reason whole and in its column' {
        $refused = '12' | Send-ChataloMessage -Message Halo -ErrorAction SilentlyContinue

        $lines = Get-Screen { $refused }
        $heading = @($lines -match '^Outcome')[0]
        $column = $heading.IndexOf('Reason')
        $from = [array]::IndexOf($lines, @($lines -match '^Failed')[0])
        $shown = $lines[$from..($lines.Count - 1)] | Where-Object Length -GT $column | ForEach-Object { $_.Substring($column).Trim() }
        ($shown -join '') -replace ' ' | Should -Be ($refused.Reason -replace ' ')
    }

    It 'breaks no heading' {
        Get-Screen { Get-ChataloSession } | Out-String | Should -Match PublicKey
    }

    It 'is the same in strict mode' {
        Get-Screen { Set-StrictMode -Version Latest; Get-ChataloDevice } | Out-String | Should -Match AUTHENTICATED
    }
}

# Windows PowerShell has no styles.
Describe 'Colours' -Skip:($PSVersionTable.PSVersion.Major -lt 7) {
    It 'are those of the user''s style for <Outcome>' -ForEach @(
        @{ Outcome = 'Sent'; Style = { $PSStyle.Foreground.Green } }
        @{ Outcome = 'Unknown'; Style = { $PSStyle.Foreground.Yellow } }
        @{ Outcome = 'Failed'; Style = { $PSStyle.Formatting.Error } }
        @{ Outcome = 'Skipped'; Style = { $PSStyle.Formatting.FormatAccent } }
    ) {
        [Chatalo.View]::Status($Outcome, $PSStyle) | Should -Be ((& $Style) + $Outcome + $PSStyle.Reset)
    }

    It 'are none for a status that is not known' {
        [Chatalo.View]::Status('HIBERNATING', $PSStyle) | Should -Be HIBERNATING
    }
}

Describe 'Text on a screen' {
    It 'has no colour without a style' {
        [Chatalo.View]::Status('Sent', $null) | Should -Be Sent
    }

    It 'does not act on the terminal, whatever strangers wrote' {
        $json = '{"chat_id":"1","sender":{"name":"\u001b]0;owned\u0007Ari","number":"62\u001b[8m8"},' +
            '"message":"\u001b[2J\u001b[31mHalo\u0000\u009b1A\r\u202Eevil\b\b","timestamp":1689930829}'

        $message = $json | ConvertFrom-ChataloWebhook
        $screen = $message | Out-String -Width 120

        # The object has it as it came.
        $message.Text | Should -BeExactly ("$escape[2J$escape[31mHalo`0$([char] 0x9B)1A`r$([char] 0x202E)evil`b`b")
        $message.Sender | Should -BeExactly "$escape]0;owned$([char] 7)Ari"
        foreach ($shown in $screen, "$message") {
            $shown | Should -Match Halo
            $shown.Contains("$strange]0;owned${strange}Ari") | Should -BeTrue
            foreach ($hostile in "$escape[2J", "$escape[31m", "$escape]", "$escape[8m", "`0", [char] 0x9B, [char] 0x202E, "`b", "`a") {
                $shown.IndexOf([string] $hostile, [StringComparison]::Ordinal) | Should -Be -1
            }
        }
    }

    It 'shows the names of contacts and groups without what acts on the terminal: <_>' -ForEach Get-ChataloContact, Get-ChataloGroup {
        $gateway = Start-TestGateway
        try {
            $null = Connect-TestGateway $gateway
            Add-TestFault $gateway @{
                Kind = 'Status'; StatusCode = 200; Body = '{"data":[{"id":"1","name":"\u001b[2JAri","number":"628111","subject":"\u001b[2JAri"}],"meta":{"code":200}}'
            }

            $screen = & $_ | Out-String -Width 120
        }
        finally { $gateway.Dispose() }

        $screen.Contains("$strange[2JAri") | Should -BeTrue
        $screen.Contains("$escape[2J") | Should -BeFalse
    }

    It 'keeps lines, scripts and joined signs: <Name>' -ForEach @(
        @{ Name = 'lines'; Text = "one`r`ntwo`tthree"; Shown = "one`ntwo`tthree" }
        @{ Name = 'a family'; Text = -join [char[]] (0x645, 0x20, 0x200F, 0x20, 0xD83D, 0xDC68, 0x200D, 0xD83D, 0xDC69); Shown = -join [char[]] (0x645, 0x20, 0x200F, 0x20, 0xD83D, 0xDC68, 0x200D, 0xD83D, 0xDC69) }
        @{ Name = 'a return'; Text = "a`rb"; Shown = "a$([char] 0xFFFD)b" }
        @{ Name = 'an isolate'; Text = "a$([char] 0x2066)b$([char] 0x2069)"; Shown = 'ab' }
        @{ Name = 'nothing'; Text = ''; Shown = '' }
        @{ Name = 'null'; Text = $null; Shown = '' }
    ) {
        [Chatalo.View]::Plain($Text) | Should -BeExactly $Shown
    }

    It 'is cut where it can be cut: <Shown>' -ForEach @(
        @{ Text = 'Halo'; Width = 4; Shown = 'Halo' }
        @{ Text = "Halo`nBudi"; Width = 6; Shown = "Halo $([char] 0x2026)" }
        @{ Text = "abc$([char]::ConvertFromUtf32(0x1F600))def"; Width = 5; Shown = "abc$([char] 0x2026)" }
        @{ Text = $null; Width = 5; Shown = '' }
    ) {
        [Chatalo.View]::Line($Text, $Width) | Should -BeExactly $Shown
    }
}

Describe 'The views' {
    It 'show no text of an incoming message as it came' {
        $texts = [Chatalo.IncomingMessage].GetProperties() | Where-Object PropertyType -EQ ([string]) | ForEach-Object Name

        $texts | Should -Contain Text
        $views | Where-Object { $_.SelectSingleNode('.//TypeName').InnerText -eq 'Chatalo.IncomingMessage' } | ForEach-Object { $_.SelectNodes('.//PropertyName') } |
            Where-Object InnerText -In $texts | Should -BeNullOrEmpty
    }

    It 'are a list, and a table or a picture, for every type that is written' {
        $types = (Get-Command -Module Chatalo).OutputType.Name -like 'Chatalo.*' | Select-Object -Unique

        $types.Count | Should -BeGreaterThan 15
        foreach ($type in $types) {
            $own = $views | Where-Object { $_.SelectSingleNode('.//TypeName').InnerText -eq $type }
            $own | Where-Object { $_.SelectSingleNode('ListControl') } | Should -Not -BeNullOrEmpty -Because $type
            $own | Where-Object { $_.SelectSingleNode('TableControl') -or $_.SelectSingleNode('CustomControl') } | Should -Not -BeNullOrEmpty -Because $type
        }
    }

    It 'have names of their own' {
        $names = $views | ForEach-Object { $_.SelectSingleNode('Name').InnerText }

        $names | Select-Object -Unique | Should -HaveCount $names.Count
    }

    It 'name only properties that are there' {
        foreach ($view in $views) {
            $type = $view.SelectSingleNode('.//TypeName').InnerText -as [type]
            if ($type) { $view.SelectNodes('.//PropertyName') | ForEach-Object { $type.GetProperty($_.InnerText) | Should -Not -BeNullOrEmpty -Because "$type has $($_.InnerText)" } }
        }
    }
}
