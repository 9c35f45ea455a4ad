# What a stopped send tells, in a process of its own that is interrupted as Ctrl+C does.
BeforeAll {
    . "$PSScriptRoot/../common.ps1"

    # Sends a list in a process, interrupts it when so many messages have arrived, and gives what it saved.
    function Invoke-Interrupted([string] $Script, [int] $After, $Gateway) {
        $file = Join-Path $TestDrive "interrupted-$([guid]::NewGuid()).csv"
        $path = Join-Path $TestDrive interrupted.ps1
        Set-Content $path @"
Import-Module '$ModuleFolder/Chatalo.psd1'
`$null = Connect-Chatalo -PublicKey $($Gateway.Options.PublicKey) -SecretKey $($Gateway.Options.SecretKey) -BaseUri $($Gateway.BaseUri) -Device $ReadyDevice -SkipCheck
try { $Script }
finally { (Get-ChataloSession).Interrupted | Select-Object Position, Outcome, Number, @{ n = 'Nama'; e = { `$_.InputObject.Nama } } | Export-Csv '$file' -NoTypeInformation }
"@
        $program, $first = @(Get-PowerShellCommand)
        $process = Start-Process $program (@($first) + '-NoProfile', '-File', $path) -PassThru -RedirectStandardOutput "$file.out" -RedirectStandardError "$file.err"
        try {
            Wait-Until "message $After" { @($Gateway.Messages).Count -ge $After }
            & /bin/kill -INT $process.Id
            $process.WaitForExit(30000) | Should -BeTrue -Because 'an interrupted process ends'
        }
        finally { if (-not $process.HasExited) { $process.Kill() } }
        [pscustomobject] @{ Inputs = @(Import-Csv $file); Text = (Get-Content "$file.out", "$file.err" -Raw) -join "`n" }
    }
}

# Windows has no SIGINT that one process sends to another.
Describe 'A send that Ctrl+C stops' -Skip:($PSVersionTable.Platform -ne 'Unix') {
    BeforeEach { $gateway = Start-TestGateway }
    AfterEach { $gateway.Dispose() }

    It 'tells who was sent to and who was not, <Lanes> in flight' -ForEach @(@{ Lanes = 1 }, @{ Lanes = 4 }) {
        Add-TestFault $gateway @{ Kind = 'Delay'; DelayMs = 40 }
        $said = Invoke-Interrupted "1..500 | ForEach-Object { [pscustomobject] @{ Nama = `"P`$_`"; Nomor = 6281234560000 + `$_ } } | Send-ChataloMessage -Template 'Halo {Nama}' -ThrottleLimit $Lanes" 12 $gateway

        $arrived = @($gateway.Messages | ForEach-Object { "+$($_.Number)" })
        $sent = @($said.Inputs | Where-Object Outcome -EQ Sent)
        $maybe = @($said.Inputs | Where-Object Outcome -EQ Unknown)
        $sent.Count | Should -BeGreaterOrEqual 11
        $sent.Number | Where-Object { $_ -notin $arrived } | Should -BeNullOrEmpty -Because 'what is called sent has arrived'
        $arrived | Where-Object { $_ -notin @($sent.Number) + @($maybe.Number) } | Should -BeNullOrEmpty -Because 'what arrived is never called not sent'
        [int[]] $said.Inputs.Position | Should -Be (1..$said.Inputs.Count)
        $said.Text | Should -Match 'Stopped after \d+ inputs: \d+ sent'
        $said.Text | Should -Match 'had not reached the command'
        $said.Text | Should -Match '-Campaign'
    }

    It 'lets the rest be sent without anybody twice' {
        $session = Connect-TestGateway $gateway
        $list = 1..60 | ForEach-Object { [pscustomobject] @{ Nama = "P$_"; Nomor = 6281234560000 + $_ } }
        Add-TestFault $gateway @{ Kind = 'Delay'; DelayMs = 30 }
        $running = Start-TestScript { $list | Send-ChataloMessage -Session $session -Template 'Halo {Nama}' -ThrottleLimit 3 } @{ session = $session; list = $list }
        Wait-Until 'ten messages' { @($gateway.Messages).Count -ge 10 }
        $null = Stop-TestScript $running

        $before = (Get-ChataloSession).Interrupted
        $before.Count | Should -BeLessThan 60
        $again = @($before | Where-Object Outcome -EQ NotSent | Send-ChataloMessage -Template 'Halo {Nama}') + @($list | Select-Object -Skip $before.Count | Send-ChataloMessage -Template 'Halo {Nama}')

        $again.Outcome | Select-Object -Unique | Should -Be Sent
        $unknown = @($before | Where-Object Outcome -EQ Unknown)
        ($gateway.Messages.Number | Group-Object | Where-Object Count -GT 1) | Should -BeNullOrEmpty
        $all = @($gateway.Messages | ForEach-Object { "+$($_.Number)" }) + @($unknown.Number) | Select-Object -Unique
        $all | Should -HaveCount 60
        $gateway.Messages.Message | Should -Contain 'Halo P60'
    }

    It 'tells after -ErrorAction Stop too' {
        $session = Connect-TestGateway $gateway
        try { '081234567891', '081234567892', 'abc', '081234567893' | Send-ChataloMessage -Message Hi -ErrorAction Stop | Out-Null } catch { $null = $_ }

        (Get-ChataloSession).Interrupted.Outcome | Should -Be Sent, Sent, Failed
    }

    It 'tells of more than a hundred thousand inputs' {
        $said = Invoke-Interrupted @'
& { for ($i = 0; $i -lt 100000; $i++) { [pscustomobject] @{ Nama = 'x' * 200; Nomor = 'abc' } }; while ($true) { [pscustomobject] @{ Nama = 'last'; Nomor = '081234567891' } } } |
        Send-ChataloMessage -Message Hi -WarningAction SilentlyContinue -ErrorAction Ignore | ForEach-Object { }
'@ 3 $gateway

        $said.Inputs.Count | Should -BeGreaterThan 100000
        @($said.Inputs | Where-Object Outcome -EQ Failed) | Should -HaveCount 100000
    }
}

Describe 'A send that is stopped in a runspace' {
    BeforeEach {
        $gateway = Start-TestGateway
        $session = Connect-TestGateway $gateway
    }
    AfterEach { $gateway.Dispose() }

    It 'tells as unknown what was on its way, <Lanes> in flight, and does not wait for it' -ForEach @(@{ Lanes = 1 }, @{ Lanes = 4 }) {
        # Before a first answer the module does not know the rate limit, and sends slowly.
        $null = Get-ChataloProfile
        # An answer that would take ten minutes.
        Add-TestFault $gateway @{ Kind = 'Delay'; DelayAfterMs = 600000 }
        $fault = $gateway.Faults[0]
        $running = Start-TestScript {
            1..9 | ForEach-Object { 6281234560000 + $_ } | Send-ChataloMessage -Session $session -Message Hi -ThrottleLimit $lanes
        } @{ session = $session; lanes = $Lanes }
        Wait-Until 'the messages in flight' { $fault.Applied -eq $Lanes }

        (Stop-TestScript $running).TotalSeconds | Should -BeLessThan 60

        $running.Shell.InvocationStateInfo.State | Should -Be Stopped
        $unknown = $session.Interrupted | Where-Object Outcome -EQ Unknown
        $unknown.Number | Sort-Object | Should -Be (1..$Lanes | ForEach-Object { "+$(6281234560000 + $_)" })
        $fault.Matched | Should -Be $Lanes -Because 'nothing is sent after the stop'
    }

    It 'ends a wait for the interval, and tells who was not sent to' {
        $running = Start-TestScript { '081234567891', '081234567892' | Send-ChataloMessage -Session $session -Message Hi -Interval 3600 } @{ session = $session }
        Wait-Until 'the first result' { $running.Output.Count -eq 1 }

        (Stop-TestScript $running).TotalSeconds | Should -BeLessThan 60

        $running.Shell.InvocationStateInfo.State | Should -Be Stopped
        $gateway.Messages | Should -HaveCount 1
        $session.Interrupted.Outcome | Should -Be Sent, NotSent
    }

    It 'ends a wait for the rate limit' {
        Add-TestFault $gateway @{ Kind = 'Status'; StatusCode = 429; RetryAfter = 200 }
        $running = Start-TestScript { Send-ChataloMessage 081234567891 Hi -Session $session } @{ session = $session }
        Wait-Until 'the refusal' { $gateway.RequestCount -eq 1 }

        (Stop-TestScript $running).TotalSeconds | Should -BeLessThan 60

        $running.Shell.InvocationStateInfo.State | Should -Be Stopped
        $gateway.Messages | Should -BeNullOrEmpty
    }

    It 'tells at a second stop of that one alone' {
        Add-TestFault $gateway @{ Kind = 'Delay'; DelayMs = 600000 }
        $fault = $gateway.Faults[0]
        foreach ($number in '6281234567891', '6281234567892') {
            $before = $fault.Applied
            $running = Start-TestScript { Send-ChataloMessage $number Hi -Session $session } @{ session = $session; number = $number }
            Wait-Until 'the message in flight' { $fault.Applied -eq $before + 1 }
            $null = Stop-TestScript $running

            $session.Interrupted.Number | Should -Be "+$number"
        }
    }

    It 'leaves nothing running when the pipeline ends early' {
        $results = 1..200 | ForEach-Object { 6281234560000 + $_ } | Send-ChataloMessage -Message Hi -ThrottleLimit 4 -WarningAction Ignore | Select-Object -First 3

        $results | Should -HaveCount 3
        $asked = $gateway.RequestCount
        $asked | Should -BeGreaterOrEqual 3
        $asked | Should -BeLessOrEqual 60
        Disconnect-Chatalo
        Wait-Until 'the end of the connections' { $gateway.ConnectionCount -eq 0 }
        $gateway.RequestCount | Should -Be $asked
    }
}

Describe 'Send-ChataloMessage in a session that is disconnected in the middle' {
    BeforeEach {
        $gateway = Start-TestGateway
        $null = Connect-TestGateway $gateway
    }
    AfterEach { $gateway.Dispose() }

    It 'says so once, and does not wait for the gap of each of the rest' {
        $run = Watch-Script {
            1..200 | ForEach-Object { 6281234560000 + $_ } | Send-ChataloMessage -Message Hi -Interval 0.2-0.2 | ForEach-Object {
                if ($_.Number -eq '+6281234560003') { Disconnect-Chatalo }
                $_
            }
        }

        $run.Output | Should -HaveCount 200
        @($run.Output | Where-Object Outcome -eq Sent).Count | Should -Be $gateway.Messages.Count
        $run.Errors.Count | Should -BeLessOrEqual 2
        $run.Errors[-1] | Should -BeLike '* more messages were not sent. The session was disconnected*'
    }
}

Describe '-Debug and -Verbose' {
    BeforeEach { $gateway = Start-TestGateway }
    AfterEach { $gateway.Dispose() }

    It 'asks nothing with -Debug, whatever there is to say, and tells each request once' {
        # Nobody answers: a question would end the list.
        $said = Invoke-AtPrompt {
            (@('081234567891', 'abc', '081234567891') | Send-ChataloMessage -Message Hi -Debug).Outcome -join ','
            Add-ChataloOptOut 081234567899 -PassThru -Debug -Store "$([IO.Path]::GetTempPath())/$([guid]::NewGuid()).db" | ForEach-Object Number
            (Get-ChataloDevice -Debug).Count
            'the end'
        } -Gateway $gateway

        $said.Text | Should -Not -Match 'Continue with this operation'
        $said.Lines | Should -Contain 'Sent,Failed,Sent'
        $said.Lines[-1] | Should -Be 'the end'
        @($said.Lines -match 'POST /api/v1/messages').Count | Should -Be 2
        @($said.Lines -match 'GET /api/v1/device').Count | Should -Be 1
        $said.Text | Should -Match 'in the list before'
    }

    It 'tells each request once with -Verbose and -Debug together, and with -Verbose alone' {
        $null = Connect-TestGateway $gateway
        $both = Watch-Script { Send-ChataloMessage 081234567891 Hi -Verbose -Debug }
        @($both.Verbose + $both.Debug -match 'POST /api').Count | Should -Be 1
        $one = Watch-Script { Send-ChataloMessage 081234567891 Hi -Verbose }
        @($one.Verbose -match 'POST /api').Count | Should -Be 1
    }

    It 'shows the text in a question and with -WhatIf, and not with -Verbose' {
        $null = Connect-TestGateway $gateway
        $run = Watch-Script { Send-ChataloMessage 081234567891 'A private text' -Url https://files.example/private.pdf -Verbose }

        $run.Verbose -join "`n" | Should -Not -Match 'private'
        $run.Verbose -join "`n" | Should -Match 'Send caption of 14 characters.*\+6281234567891'
        (Invoke-AtPrompt { Send-ChataloMessage 081234567891 'A private text' -WhatIf } -Gateway $gateway).Text | Should -Match 'A private text'
        (Invoke-AtPrompt { Send-ChataloMessage 081234567891 'A private text' -Confirm -Verbose } -Answer y -Gateway $gateway).Text | Should -Match "Send text 'A private text'"
    }
}

Describe 'Connect-Chatalo -Device' {
    BeforeEach { $gateway = Start-TestGateway }
    AfterEach { $gateway.Dispose() }

    It 'refuses a device that there is not, with one call more than the keys need' -ForEach @('Nobody', 'c7276ae0-c306-4896-8fda-999999999999') {
        $problem = Get-ChataloError NotFound ObjectNotFound { Connect-Chatalo -PublicKey $gateway.Options.PublicKey -SecretKey $gateway.Options.SecretKey -BaseUri $gateway.BaseUri -Device $_ }

        "$problem" | Should -Match $_
        Get-TestRequest $gateway | Should -Be 'GET /profile', 'GET /device'
    }

    It 'takes an id, a name, and with -SkipCheck anything' {
        foreach ($device in $ReadyDevice, 'andi - cs', $DisconnectedDevice) {
            (Connect-Chatalo -PublicKey $gateway.Options.PublicKey -SecretKey $gateway.Options.SecretKey -BaseUri $gateway.BaseUri -Device $device).Device | Should -Be $device
        }
        (Connect-TestGateway $gateway @{ Device = 'Nobody' }).Device | Should -Be Nobody
    }
}
