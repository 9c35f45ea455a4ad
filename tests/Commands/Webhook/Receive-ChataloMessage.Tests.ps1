BeforeAll {
    . "$PSScriptRoot/../common.ps1"

    # A listener beside the test. The address is the first thing that it writes, then come the messages.
    function Start-Listener([string] $Parameter, [string] $Rest) {
        $running = Start-TestScript ([scriptblock]::Create("Receive-ChataloMessage -AddressVariable address $Parameter | ForEach-Object -Begin { `$address } -Process { `$_ } $Rest"))
        Wait-Until 'the address' { $running.Output.Count -gt 0 -or $running.Handle.IsCompleted }
        $running | Add-Member -PassThru Address ([uri] "$($running.Output[0])")
    }

    function Assert-Closed([uri] $Address) {
        { [Net.Sockets.TcpClient]::new($Address.Host, $Address.Port).Dispose() } | Should -Throw -Because 'nobody listens any more'
    }
}

Describe 'Receive-ChataloMessage' {
    It 'writes each message once, also when it is delivered again' {
        $listener = Start-Listener '-Count 3'

        'A', 'A', 'B', 'A', 'C' | ForEach-Object { Send-TestEvent $listener.Address (New-TestEvent $_) }
        $run = Wait-TestScript $listener

        $run.Output[1..3].Id | Should -Be A, B, C
        $run.Output | Should -HaveCount 4
        "$($run.Streams.Information)" | Should -Match ([regex]::Escape($listener.Address))
        Assert-Closed $listener.Address
    }

    It 'closes the port when it is stopped with Ctrl+C' {
        $listener = Start-Listener

        $null = Stop-TestScript $listener

        Assert-Closed $listener.Address
    }

    It 'closes the port when the rest of the pipeline has enough' {
        $listener = Start-Listener -Rest '| Select-Object -First 2'
        Send-TestEvent $listener.Address (New-TestEvent A)

        (Wait-TestScript $listener).Output[1].Id | Should -Be A

        Assert-Closed $listener.Address
    }

    It 'says how many messages came that nobody takes any more' {
        # They come before the first is handed over.
        $said = Invoke-AtPrompt {
            Receive-ChataloMessage -AddressVariable address -InformationAction Ignore |
                ForEach-Object -Begin { foreach ($text in 'One', 'Two', 'Three') { $null = Invoke-ChataloWebhook $address $text } } -Process { $_.Text } |
                Select-Object -First 1
        }

        $said.Lines | Should -Contain One
        $said.Text | Should -Match 'Ended with 2 messages that were received and acknowledged'
    }

    It 'keeps messages of two senders, or two devices, apart that have the same id' {
        $listener = Start-Listener '-Count 4'
        $ofAnother = (New-TestEvent A).Replace($ReadyDevice, $DisconnectedDevice)

        Send-TestEvent $listener.Address (New-TestEvent A -From 628111), (New-TestEvent A -From 628222), (New-TestEvent A -From 628111), $ofAnother, (New-TestEvent B)
        $run = Wait-TestScript $listener

        $run.Output[1..4].Number | Should -Be +628111, +628222, +6281234567890, +6281234567890
        $run.Output[1..4].Id | Should -Be A, A, A, B
    }

    It 'takes no more than it has room for behind a slow script, has the gateway post the rest again, and counts what a stop loses' {
        $listener = Start-Listener '-WarningVariable script:said' '| ForEach-Object { $_; if ($_ -isnot [uri]) { while (-not $go.IsSet) { [Threading.Thread]::Sleep(20) } } }'
        $answers = foreach ($id in 1..300) { (Invoke-ChataloWebhook $listener.Address -Raw (New-TestEvent "$id") -ErrorAction SilentlyContinue).StatusCode }

        $taken = @($answers | Where-Object { $_ -eq 200 }).Count
        $taken | Should -BeLessThan 150 -Because 'what is acknowledged and waits is lost when the process is killed'
        @($answers | Where-Object { $_ -eq 503 }).Count | Should -Be (300 - $taken)

        $null = Stop-TestScript $listener
        $listener.Output | Should -HaveCount 2 -Because 'the address and one message were handed over'
    }

    It 'hears an honest post at once while <Connections> connections say nothing' -ForEach @{ Connections = 64 }, @{ Connections = 577 } {
        $listener = Start-Listener '-Count 1'
        $silent = foreach ($i in 1..$Connections) { [Net.Sockets.TcpClient]::new($listener.Address.Host, $listener.Address.Port) }
        try {
            $watch = [Diagnostics.Stopwatch]::StartNew()
            Send-TestEvent $listener.Address (New-TestEvent A)
            $run = Wait-TestScript $listener

            $run.Output[1].Id | Should -Be A
            # Ten seconds was the time after which the silent ones went; a busy machine needs one or two.
            $watch.Elapsed.TotalSeconds | Should -BeLessThan 8
        }
        finally { foreach ($client in $silent) { $client.Dispose() } }
    }

    It 'ends after -TimeoutSec with what had come' {
        $listener = Start-Listener '-TimeoutSec 3'
        Send-TestEvent $listener.Address (New-TestEvent A)

        $run = Wait-TestScript $listener

        $run.Output | Should -HaveCount 2
        $run.Thrown | Should -BeNullOrEmpty
    }

    It 'has an error for what is not JSON, and goes on' {
        $listener = Start-Listener '-Count 1'

        (Invoke-ChataloWebhook $listener.Address -Raw oops).StatusCode | Should -Be 400
        (Invoke-ChataloWebhook "$($listener.Address)x" Hi).StatusCode | Should -Be 404
        (Invoke-ChataloWebhook $listener.Address Hi -From 628999).StatusCode | Should -Be 200
        $run = Wait-TestScript $listener

        $run.Streams.Error | Should -HaveCount 1
        Assert-ChataloError $run.Streams.Error[0] InvalidInput InvalidArgument
        $run.Output[1].Text | Should -Be Hi
        $run.Output[1].Number | Should -Be '+628999'
    }

    It 'cannot listen with <Parameter>, and says what to give' -ForEach @(
        @{ Parameter = @{ Prefix = 'https://+:8443/' } }
        @{ Parameter = @{ Prefix = 'ftp://x/' } }
        @{ Parameter = @{ Prefix = 'http://192.0.2.1:8080/' } }
        @{ Parameter = @{ Prefix = 'http://host.example:8080/' } }
        @{ Parameter = @{ Token = 'a/b' } }
    ) {
        $problem = Get-ChataloError InvalidInput InvalidArgument { Receive-ChataloMessage @Parameter }

        $problem.ErrorDetails.RecommendedAction | Should -BeLike 'Give *'
    }

    It 'listens at a path, before the token' {
        $port = Get-FreePort
        $listener = Start-Listener "-Prefix http://localhost:$port/whatsapp/ -Token t -Count 1"

        Send-TestEvent $listener.Address (New-TestEvent A)

        $listener.Address | Should -Be "http://localhost:$port/whatsapp/t"
        (Wait-TestScript $listener).Thrown | Should -BeNullOrEmpty
    }
}

# The whole loop at one prompt with nothing but the emulator: somebody writes, the listener hears it, and the phone shows the answer.
Describe 'Receive-ChataloMessage with the emulator' {
    BeforeEach {
        $emulator = Start-ChataloEmulator -RateLimit 0
        $null = $emulator | Connect-Chatalo -Device 'Andi - CS'
    }
    AfterEach { Stop-ChataloEmulator }

    It 'answers people, saves their pictures, and drops what comes again' {
        $picture = "$TestDrive/photo.JPG"
        [IO.File]::WriteAllBytes($picture, (0xFF, 0xD8, 1, 2, 3))

        $received = Receive-ChataloMessage -Token secret-token -Count 3 -TimeoutSec 60 -AddressVariable address | ForEach-Object -Begin {
            $null = Set-ChataloWebhook $address
            $posts = @(
                Invoke-ChataloWebhook -Message 'Halo' -From 628111 -Name Budi -Id A
                Invoke-ChataloWebhook -Message 'Halo' -From 628111 -Name Budi -Id A
                Invoke-ChataloWebhook -Message 'Ini fotonya' -From 6281234567890 -MediaPath $picture -Id B
            )
        } -Process {
            $_
            if ($_.Id -eq 'B') {
                $saved = $_ | Save-ChataloMedia -Destination $TestDrive
                $posts += $_ | Invoke-ChataloWebhook
                $posts += Invoke-ChataloWebhook -Id C -From 628222
            }
            $null = $_ | Where-Object Text | Send-ChataloMessage -Number 6281234567890 -Message "Terima kasih, $($_.Sender)"
        }

        $received.Id | Should -Be A, B, C
        $received.Text | Should -Be 'Halo', 'Ini fotonya', $null
        $received.HasMedia | Should -Be $false, $true, $false
        $received[1].MediaType | Should -Be 'image/jpeg'
        $posts.StatusCode | Should -Be 200, 200, 200, 200, 200
        $saved.Name | Should -BeLike *.jpg
        [IO.File]::ReadAllBytes($saved.FullName) | Should -Be 0xFF, 0xD8, 1, 2, 3
        (Get-ChataloEmulatorMessage).Message | Should -Be 'Terima kasih, Budi', 'Terima kasih, Sample'
    }

    It 'says where the file of a message is' {
        $file = "$TestDrive/a.pdf"
        '%PDF' | Set-Content $file

        $message = Receive-ChataloMessage -Count 1 -TimeoutSec 60 -AddressVariable address | ForEach-Object -Begin {
            $null = Set-ChataloWebhook $address
            $null = Invoke-ChataloWebhook -Emulator $emulator -MediaPath $file
        } -Process { $_ }

        $message.MediaType | Should -Be 'application/pdf'
        $message.Text | Should -BeNullOrEmpty
        $message.MediaUrl | Should -BeLike 'http://127.0.0.1:*'
    }

    It "hears what the emulator's ReceiveMessage method has somebody write" {
        $said = Receive-ChataloMessage -Count 2 -TimeoutSec 60 -AddressVariable address | ForEach-Object -Begin {
            $null = Set-ChataloWebhook $address
            $emulator.ReceiveMessage('628111', 'Halo')
            $emulator.ReceiveMessage('628111', 'Halo semua', '120363@g.us')
            $null = Set-ChataloWebhook "${address}x"
            $emulator.ReceiveMessage('628111', 'wrong token')
        } -Process { "$($_.Number) $($_.GroupId) $($_.Text)" }

        $said | Should -Be 200, 200, 404, '+628111  Halo', '+628111 120363@g.us Halo semua'
    }
}
