# The code on real screens: photographed, and read by zbarimg, a reader of others.
# Runs alone: the code of a minute must be photographed in time.

BeforeDiscovery {
    $hasTerminal = $IsLinux -and @(Get-Command tmux, zbarimg -CommandType Application -ErrorAction Ignore | Select-Object -Unique Name).Count -eq 2
}

BeforeAll {
    . "$PSScriptRoot/../common.ps1"
    . "$PSScriptRoot/../terminal.ps1"
    # The documented picture: 237 characters, 57 modules a side.
    $picture = [Convert]::ToBase64String([IO.File]::ReadAllBytes("$Repository/tests/Chatalo.UnitTests/Assets/documented-qr.png"))
    function Set-DocumentedCode($Gateway) {
        $until = [DateTimeOffset]::UtcNow.ToOffset([timespan]::FromHours(7)).AddSeconds(55).ToString('yyyy-MM-dd HH:mm:ss')
        Add-TestFault $Gateway @{ Kind = 'Status'; StatusCode = 200; Path = '/device/connect/*'; Body = "{`"data`":{`"qr`":`"data:image/png;base64,$picture`",`"expires_at`":`"$until`"},`"meta`":{`"code`":200}}" }
    }
}

Describe 'Connect-ChataloDevice on a screen' -Skip:(-not $hasTerminal) {
    BeforeEach {
        $gateway = Start-TestGateway
        Set-DocumentedCode $gateway
    }
    AfterEach {
        Stop-Terminal $terminal
        $gateway.Dispose()
    }

    It 'is read off the screen of <Columns>x<Rows>, <Name>' -ForEach @(
        @{ Columns = 80; Rows = 30; Name = 'dark'; Light = $false; Environment = @{}; IsShort = $true }
        @{ Columns = 80; Rows = 30; Name = 'light'; Light = $true; Environment = @{}; IsShort = $true }
        @{ Columns = 120; Rows = 40; Name = 'dark'; Light = $false; Environment = @{} }
        @{ Columns = 120; Rows = 40; Name = 'light'; Light = $true; Environment = @{} }
        @{ Columns = 120; Rows = 40; Name = 'plain on dark'; Light = $false; Environment = @{ NO_COLOR = '1' } }
        @{ Columns = 120; Rows = 40; Name = 'plain on light'; Light = $true; Environment = @{ NO_COLOR = '1'; COLORFGBG = '0;15' } }
    ) {
        # The emulator's own code has 53 modules a side; that of the documented length, 61.
        if ($IsShort) { $gateway.Dispose(); $gateway = Start-TestGateway }
        $terminal = Start-Terminal $Columns $Rows $gateway $Environment
        Send-TerminalLine $terminal "Connect-ChataloDevice 'Dita - CS' -Wait"
        Wait-Until 'the countdown' { @(Get-Screenshot $terminal) -match 'new code in \d+ s' }

        Read-TerminalCode $terminal $Columns -Light:$Light | Should -BeLike $(if ($IsShort) { '2@?*,?*,?*,?*' } else { '2@SDD0R5f*' })
        if ($Environment.NO_COLOR) { (Get-Screenshot $terminal) -join '' | Should -Match '-OutFile' }
    }

    It 'is read off the screen of 120x40 without -Wait' {
        $terminal = Start-Terminal 120 40 $gateway
        Send-TerminalLine $terminal "Connect-ChataloDevice 'Dita - CS'"
        Wait-Until 'the prompt after it' { @((Get-Screenshot $terminal) -match '^PS>').Count -gt 0 -and (Get-Screenshot $terminal) -match '^QR code of' }

        Read-TerminalCode $terminal 120 | Should -BeLike '2@SDD0R5f*'
    }

    It 'says where a picture is when a window of 80x24 is too small, <Name>' -ForEach @(
        @{ Name = 'with -Wait'; Line = "Connect-ChataloDevice 'Dita - CS' -Wait" }
        @{ Name = 'without'; Line = "Connect-ChataloDevice 'Dita - CS'" }
    ) {
        $terminal = Start-Terminal 80 24 $gateway
        Send-TerminalLine $terminal $Line
        Wait-Until 'the path' { (Get-Screenshot $terminal) -join '' -match 'chatalo-[0-9a-f]{32}\.png' }
        $screen = (Get-Screenshot $terminal) -join ''
        $file = "$([IO.Path]::GetTempPath())$([regex]::Match($screen, 'chatalo-[0-9a-f]{32}\.png').Value)"

        $screen | Should -Match 'needs a window of \d\d columns and \d\d lines'
        zbarimg --quiet --raw --nodbus -Sdisable '-Sqrcode.enable' $file | Should -BeLike '2@SDD0R5f*'
        (Get-Item $file).UnixMode | Should -Be '-rw-------'
        if ($Name -eq 'with -Wait') {
            Wait-Until 'an uncut countdown' { (Get-Screenshot $terminal) -match 'new code in \d+ s, 1 of 6' }
            tmux -L $terminal send-keys C-c
            Wait-Until 'the end of the picture' { -not (Test-Path $file) }
        }
        else { Remove-Item $file }
    }

    It 'is renewed in its place' {
        $hasty = Start-TestGateway @{ QrLifetime = '0:0:1' }
        $terminal = Start-Terminal 90 34 $hasty
        Send-TerminalLine $terminal "Connect-ChataloDevice 'Dita - CS' -Wait"
        Wait-Until 'the second code' { (Get-Screenshot $terminal) -match 'code 2 of 6' }
        Start-Sleep -Milliseconds 500

        $screen = Get-Screenshot $terminal
        @($screen -match 'code \d of 6').Count | Should -Be 1
        @($screen -match 'Scan it in WhatsApp').Count | Should -Be 1
        Read-TerminalCode $terminal 80 | Should -BeLike '2@*'
        Wait-Until 'a code to scan' { $hasty.ScanQr($DisconnectedDevice) }
        Wait-Until 'the device' { (Get-Screenshot $terminal) -match 'AUTHENTICATED' }
        $hasty.Dispose()
    }
}

Describe 'Connect-ChataloDevice where nobody can scan' {
    It 'says at once to give -OutFile, when the output is redirected' {
        $auto = Start-TestGateway @{ AutoScanAfter = [timespan]::Zero }
        try { $said = Invoke-AtPrompt { (Connect-ChataloDevice 'Dita - CS' -Wait).Status } -Gateway $auto }
        finally { $auto.Dispose() }

        $said.Lines[-1] | Should -Be AUTHENTICATED
        $said.Text | Should -Match '-OutFile'
    }
}
