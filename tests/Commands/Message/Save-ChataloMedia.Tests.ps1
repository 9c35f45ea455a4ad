# Media of incoming messages: what strangers named and filled, so always inside the folder, whole or not at all.
BeforeAll {
    . "$PSScriptRoot/../common.ps1"

    # A picture that every emulator has.
    $media = [Chatalo.Emulator.EmulatorServer]::SampleFileEncoded
}

Describe 'Save-ChataloMedia' {
    BeforeEach {
        $gateway = Start-TestGateway
        $session = Connect-TestGateway $gateway
        $root = (New-Item -ItemType Directory "$TestDrive/$([guid]::NewGuid())").FullName
        $folder = Join-Path $root media
    }
    AfterEach { $gateway.Dispose() }

    It 'saves it under a name of its own with the extension of its type' {
        $file = Save-ChataloMedia $media -Destination $folder

        $file | Should -BeOfType System.IO.FileInfo
        $file.Name | Should -Match '^media-[0-9a-f]{16}[.]png$'
        (Get-ChildItem $folder -Force).FullName | Should -Be $file.FullName
        [IO.File]::ReadAllBytes($file.FullName)[0..3] | Should -Be 0x89, 0x50, 0x4E, 0x47
    }

    It 'gives the same media the same name, so that a handler that runs twice does not save it twice' {
        $file = Save-ChataloMedia $media -Destination $folder

        "$(Get-ChataloError InvalidInput InvalidArgument { Save-ChataloMedia $media -Destination $folder })" | Should -Match $file.Name

        Get-ChildItem $folder -Force | Should -HaveCount 1
    }

    It 'takes a message from the pipeline' {
        $message = [pscustomobject] @{ DeviceId = $ReadyDevice; FileEncoded = $media; FileName = 'photo.exe' }

        ($message | Save-ChataloMedia -Destination $folder).Name | Should -Be photo.png
    }

    It 'stays in the folder when the sender names the file <Shown>' -ForEach @(
        '../../x', '..\..\x', '/etc/passwd', 'C:\Windows\x', '\\server\share\x', 'CON', 'con.txt', 'LPT1', '..', '.', '...', "a$([char] 0)b", "a`r`nb", 'a:b',
        "a$([char] 0x202E)gnp.exe", '.bashrc', '' | ForEach-Object { @{ Name = $_; Shown = "'$($_ -replace '\p{C}', '?')'" } }
    ) {
        $file = Save-ChataloMedia $media -Destination $folder -FileName $Name

        $file | Should -BeOfType System.IO.FileInfo
        (Get-ChildItem $folder -Force).FullName | Should -Be $file.FullName
        (Get-ChildItem $root -Force).FullName | Should -Be $folder
        $file.Name | Should -Match '^[A-Za-z0-9][A-Za-z0-9 ._-]*[.]png$'
        $file.Name | Should -Not -Match '^(con|prn|aux|nul|com[0-9]|lpt[0-9])[.]'
    }

    It 'cuts a name as long as a book' {
        $name = (Save-ChataloMedia $media -Destination $folder -FileName ('a' * 5000)).Name

        $name.Length | Should -BeGreaterOrEqual 5
        $name.Length | Should -BeLessOrEqual 120
    }

    It 'saves a file of the type <_>, which nobody knows, as .bin' -ForEach 'application/x-msdownload', 'image/../../../x', 'application/x-sh; name="../../x.sh"', 'nonsense' {
        $other = $gateway.AddMedia([byte[]] (1, 2, 3), $_)

        $file = Save-ChataloMedia $other -Destination $folder -FileName run.exe

        $file.Name | Should -Be run.bin
        (Get-ChildItem $root -Force).FullName | Should -Be $folder
        [IO.File]::ReadAllBytes($file.FullName) | Should -Be 1, 2, 3
    }

    It 'gives a file of the type <Type> the extension of the type, not of the sender: <Name>' -ForEach @(
        @{ Type = 'audio/ogg; codecs=opus'; Name = 'x.ogg' }
        @{ Type = 'IMAGE/JPEG'; Name = 'x.jpg' }
        @{ Type = 'application/pdf'; Name = 'x.pdf' }
    ) {
        $other = $gateway.AddMedia([byte[]] (, 1), $Type)

        (Save-ChataloMedia $other -Destination $folder -FileName x.scr).Name | Should -Be $Name
    }

    It 'overwrites a file only with -Force' {
        $file = (Save-ChataloMedia $media -Destination $folder -FileName a).FullName
        Set-Content $file mine

        $null = Get-ChataloError InvalidInput InvalidArgument { Save-ChataloMedia $media -Destination $folder -FileName a }
        Get-Content $file | Should -Be mine

        (Save-ChataloMedia $media -Destination $folder -FileName a -Force).FullName | Should -Be $file
        [IO.File]::ReadAllBytes($file)[0..3] | Should -Be 0x89, 0x50, 0x4E, 0x47
        Get-ChildItem $folder -Force | Should -HaveCount 1
    }

    It 'leaves nothing of a download that broke off' {
        $other = $gateway.AddMedia([byte[]]::new(1000000), 'image/jpeg')
        Add-TestFault $gateway @{ Kind = 'Truncate'; Path = '/messages/download' }

        $run = Watch-Script { Save-ChataloMedia $other -Destination $folder -FileName big }

        $run.Output | Should -BeNullOrEmpty
        $run.Errors | Should -HaveCount 1
        "$($run.Errors.FullyQualifiedErrorId)".Split(',')[0] | Should -BeIn Chatalo.Unreachable, Chatalo.UnexpectedAnswer
        Get-ChildItem $folder -Force -ErrorAction Ignore | Should -BeNullOrEmpty
    }

    It 'does not save an answer that is <_> in the place of media' -ForEach 'Html', 'Empty' {
        Add-TestFault $gateway @{ Kind = $_; Path = '/messages/download' }

        $null = Get-ChataloError UnexpectedAnswer ProtocolError { Save-ChataloMedia $media -Destination $folder }

        Get-ChildItem $folder -Force -ErrorAction Ignore | Should -BeNullOrEmpty
    }

    It 'has an error for media that the gateway no longer has' {
        $problem = Get-ChataloError NotFound ObjectNotFound { Save-ChataloMedia nothing -Destination $folder }

        $problem.ErrorDetails.RecommendedAction | Should -BeLike 'Pass the message itself on*'
        Get-ChildItem $folder -Force -ErrorAction Ignore | Should -BeNullOrEmpty
    }

    It 'has an error for a message without media, and saves that of the others' {
        $run = Watch-Script { $null, $media | ForEach-Object { [pscustomobject] @{ FileEncoded = $_ } } | Save-ChataloMedia -Destination $folder }

        $run.Output | Should -HaveCount 1
        $null = Assert-OneError $run InvalidInput InvalidArgument
    }

    # Windows has no signal that asks a process to end.
    It 'leaves nothing half when the process is told to end (SIGTERM) during a download' -Skip:($PSVersionTable.Platform -ne 'Unix') {
        $server = [Net.Sockets.TcpListener]::new([Net.IPAddress]::Loopback, 0)
        $server.Start()
        $program, $first = @(Get-PowerShellCommand)
        $script = "Import-Module '$ModuleFolder/Chatalo.psd1'; `$null = Connect-Chatalo -PublicKey a -SecretKey b -BaseUri http://$($server.LocalEndpoint)/api/v1 -Device $ReadyDevice -SkipCheck; " +
            "Save-ChataloMedia x -Destination '$folder'"
        $process = Start-Process $program (@($first) + '-NoProfile', '-Command', "`"$script`"") -PassThru
        try {
            Wait-Until 'the request' { $server.Pending() }
            $stream = $server.AcceptTcpClient().GetStream()
            $head = [Text.Encoding]::ASCII.GetBytes("HTTP/1.1 200 OK`r`nContent-Type: image/png`r`nContent-Length: 1000000`r`n`r`n") + [byte[]]::new(100000)
            $stream.Write($head, 0, $head.Length)
            Wait-Until 'the first part' { Get-ChildItem $folder -Filter *.part -Force -ErrorAction Ignore }

            kill -TERM $process.Id
            Wait-Until 'the end of the process' { $process.HasExited }
        }
        finally {
            if (-not $process.HasExited) { $process.Kill() }
            $server.Stop()
        }

        Get-ChildItem $folder -Force | Should -BeNullOrEmpty
    }

    It 'saves and asks nothing with -WhatIf' {
        Save-ChataloMedia $media -Destination $folder -WhatIf | Should -BeNullOrEmpty

        Get-TestRequest $gateway | Should -BeNullOrEmpty
        Test-Path $folder | Should -BeFalse
    }

    It 'reads a destination from the current location' {
        Push-Location $root
        try { $file = Save-ChataloMedia $media -Destination here -FileName a }
        finally { Pop-Location }

        $file.FullName | Should -Be (Join-Path (Join-Path $root here) a.png)
    }

    It 'has an error for a destination that is <What>' -ForEach @(
        @{ What = 'a file'; Make = { Set-Content $folder 'a file'; $folder } }
        @{ What = 'not in the file system'; Make = { 'Env:\x' } }
    ) {
        $place = & $Make

        $null = Get-ChataloError InvalidInput InvalidArgument { Save-ChataloMedia $media -Destination $place }
    }
}
