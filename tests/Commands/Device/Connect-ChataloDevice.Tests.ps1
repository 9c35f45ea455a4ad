# Runs long: codes expire.
BeforeAll { . "$PSScriptRoot/../common.ps1" }

Describe 'Connect-ChataloDevice' {
    BeforeEach {
        $gateway = Start-TestGateway
        $session = Connect-TestGateway $gateway
    }
    AfterEach { $gateway.Dispose() }

    It 'gives the code to scan, and when it ends' {
        $code = Connect-ChataloDevice 'Dita - CS'

        $code | Should -BeOfType Chatalo.QrCode
        $code.DeviceId | Should -Be $DisconnectedDevice
        $code.IsReadable | Should -BeTrue
        $code.ExpiresAt.Offset | Should -Be ([timespan] '7:00')
        [math]::Abs(($code.ExpiresAt - [datetimeoffset]::Now).TotalSeconds) | Should -BeLessOrEqual 61
        ($gateway.Devices | Where-Object Id -EQ $DisconnectedDevice).Status | Should -Be CONNECTING
    }

    It 'saves the code as <Name>, and overwrites it only with -Force' -ForEach @(
        @{ Name = 'code.png'; Begins = [byte[]] (0x89, 0x50, 0x4E, 0x47) }
        @{ Name = 'code.svg'; Begins = [byte[]] (0x3C) }
    ) {
        $file = "$TestDrive/$Name"

        $null = Connect-ChataloDevice 'Dita - CS' -OutFile $file

        [IO.File]::ReadAllBytes($file)[0..($Begins.Count - 1)] | Should -Be $Begins
        Get-ChataloError InvalidInput InvalidArgument { Connect-ChataloDevice 'Dita - CS' -OutFile $file }
        Connect-ChataloDevice 'Dita - CS' -OutFile $file -Force | Should -HaveCount 1
    }

    It 'gives the device once its code is scanned, with -Wait' {
        $waiting = Start-TestScript { Connect-ChataloDevice 'Dita - CS' -Wait -Session $session } @{ session = $session }
        Wait-Until 'the code to scan' { $gateway.ScanQr($DisconnectedDevice) }

        $run = Wait-TestScript $waiting

        $run.Thrown | Should -BeNullOrEmpty
        $run.Output.IsReady | Should -BeTrue
    }

    It 'shows and saves a new code when the first has expired, with -Wait' {
        $hasty = Start-TestGateway @{ QrLifetime = '0:0:1' }
        $file = "$TestDrive/renewed.svg"
        try {
            $waiting = Start-TestScript { Connect-ChataloDevice 'Dita - CS' -Wait -OutFile $file -Session $session } @{ session = (Connect-TestGateway $hasty); file = $file }
            Wait-Until 'the first code' { Test-Path $file }
            Wait-Until 'a second code' { @(@(Get-TestRequest $hasty) -like 'GET /device/connect*').Count -ge 2 }
            Wait-Until 'a code to scan' { $hasty.ScanQr($DisconnectedDevice) }

            $run = Wait-TestScript $waiting
        }
        finally { $hasty.Dispose() }

        $run.Thrown | Should -BeNullOrEmpty
        $run.Streams.Error | Should -BeNullOrEmpty
        $run.Output.IsReady | Should -BeTrue
    }

    It 'can be stopped while it waits' {
        $waiting = Start-TestScript { Connect-ChataloDevice 'Dita - CS' -Wait -Session $session } @{ session = $session }
        Wait-Until 'the request for the code' { @(Get-TestRequest $gateway) -like 'GET /device/connect*' }

        (Stop-TestScript $waiting).TotalSeconds | Should -BeLessThan 30

        $waiting.Shell.InvocationStateInfo.State | Should -Be Stopped
    }

    It 'draws nothing where the output is redirected, and writes the file' {
        $auto = Start-TestGateway @{ AutoScanAfter = [timespan]::Zero }
        $file = "$TestDrive/waited.svg"
        try {
            $said = Invoke-AtPrompt ([scriptblock]::Create("(Connect-ChataloDevice 'Dita - CS' -Wait -OutFile '$file').Status")) -Gateway $auto
        }
        finally { $auto.Dispose() }

        $said.Lines | Should -Be AUTHENTICATED
        $said.ExitCode | Should -Be 0
        Get-Content $file -Raw | Should -BeLike '<*'
    }

    # Windows and macOS have no script command of this kind, which gives a program a terminal.
    It 'draws the code at a prompt while it waits' -Skip:(-not ($IsLinux -and (Get-Command script -CommandType Application -ErrorAction Ignore))) {
        $auto = Start-TestGateway @{ AutoScanAfter = [timespan]::Zero }
        $file = "$TestDrive/prompt.ps1"
        @(
            "Import-Module '$ModuleFolder/Chatalo.psd1'"
            "`$null = Connect-Chatalo -PublicKey $($auto.Options.PublicKey) -SecretKey $($auto.Options.SecretKey) -BaseUri $($auto.BaseUri) -SkipCheck"
            "(Connect-ChataloDevice 'Dita - CS' -Wait).Status"
        ) | Set-Content $file
        try {
            $said = script --quiet --command "stty rows 50 cols 120; '$(@(Get-PowerShellCommand) -join "' '")' -NoProfile -File '$file'" /dev/null
        }
        finally { $auto.Dispose() }

        $said.Count | Should -BeGreaterThan 20
        $said -join "`n" | Should -Match 'AUTHENTICATED'
    }

    It 'warns of a picture that it cannot read, and gives it all the same' {
        Add-TestFault $gateway @{
            Kind = 'Status'; StatusCode = 200; Path = '/device/connect/*'; Body = '{"data":{"qr":"data:image/png;base64,AAAA","expires_at":"soon"},"meta":{"code":200}}'
        }

        $run = Watch-Script { Connect-ChataloDevice 'Dita - CS' }

        $run.Errors | Should -BeNullOrEmpty
        $run.Warnings | Should -HaveCount 1
        $run.Output[0].IsReadable | Should -BeFalse
        $run.Output[0].ExpiresAt | Should -BeNullOrEmpty
    }

    It 'has an error when the gateway gives no code' {
        Add-TestFault $gateway @{ Kind = 'Status'; StatusCode = 200; Path = '/device/connect/*'; Body = '{"data":[],"meta":{"code":200}}' }

        Get-ChataloError UnexpectedAnswer ProtocolError { Connect-ChataloDevice 'Dita - CS' }
    }

    It 'asks for no code with -WhatIf' {
        Connect-ChataloDevice $DisconnectedDevice -WhatIf | Should -BeNullOrEmpty

        Get-TestRequest $gateway | Should -BeNullOrEmpty
    }
}
