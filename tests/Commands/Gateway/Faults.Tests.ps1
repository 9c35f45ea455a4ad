# Runs long: 35 faults for each cmdlet that asks something of the gateway.
BeforeDiscovery {
    # Every way to misbehave that we know of, at each step of an exchange. Error: how the error of a read or a change is called; none when all goes well.
    # Outcome: what becomes of a message; more than one where the network decides how far the request got.
    $broken = @{ Error = 'Unreachable'; Outcome = 'Unknown'; ReadsAgain = $true }
    $late = @{ Error = 'TimedOut'; Outcome = 'Unknown'; ReadsAgain = $true; IsEndless = $true }
    $unreadable = @{ Error = 'UnexpectedAnswer'; Outcome = 'Unknown' }
    $failing = @{ Error = 'ServerError'; Outcome = 'Unknown'; ReadsAgain = $true }
    $fine = @{ Outcome = 'Sent' }
    # It concerns the account: a campaign pauses, and its recipient waits.
    $elsewhere = @{ Error = 'UnexpectedAnswer'; Outcome = 'Failed'; PausesCampaign = $true }

    $faults = @(
        # Before there is an answer.
        @{ Fault = 'connection refused'; Steps = $null } + @{ Error = 'Unreachable'; Outcome = 'Failed'; ReadsAgain = $true; SendsAgain = $true }
        @{ Fault = 'reset before the request is read'; Steps = { Reset } } + @{ Error = 'Unreachable'; Outcome = 'Unknown', 'Failed'; ReadsAgain = $true; ReadsNothing = $true }
        @{ Fault = 'reset after the request is read'; Steps = { Reset } } + $broken
        # .NET itself makes a request without a body again, when it sees the connection closed and no byte of an answer.
        @{ Fault = 'closed without a word'; Steps = { }; TriesOfDotNet = 4 } + $broken
        @{ Fault = 'silence'; Steps = { Silence } } + $late

        # Headers.
        @{ Fault = 'slow headers'; Steps = { Say "HTTP/1.1 200 OK`r`n"; Trickle "X-Slow: 1`r`n" } } + $late
        @{ Fault = 'headers cut off'; Steps = { Say "HTTP/1.1 200 OK`r`nContent-Le" } } + $broken
        @{ Fault = 'not HTTP'; Steps = { Say "SSH-2.0-OpenSSH_9.2`r`n" } } + $broken
        @{ Fault = '100 Continue first'; Steps = { Say "HTTP/1.1 100 Continue`r`n`r`n"; Well } } + $fine
        @{ Fault = '102 and 103 first'; Steps = { Say "HTTP/1.1 102 Processing`r`n`r`nHTTP/1.1 103 Early Hints`r`nLink: </x>`r`n`r`n"; Well } } + $fine
        @{ Fault = '100 Continue and silence'; Steps = { Say "HTTP/1.1 100 Continue`r`n`r`n"; Silence } } + $late
        @{ Fault = '102 for ever'; Steps = { Trickle "HTTP/1.1 102 Processing`r`n`r`n" } } + $late
        @{ Fault = '101 Switching Protocols'; Steps = { Say "HTTP/1.1 101 Switching Protocols`r`nConnection: upgrade`r`nUpgrade: other`r`n`r`n" } } + $unreadable

        # Another status.
        @{ Fault = '302 to another host'; Steps = { Answer '' '302 Found' "Location: {elsewhere}`r`n" } } + $elsewhere
        @{ Fault = '307 to another host'; Steps = { Answer '' '307 Temporary Redirect' "Location: {elsewhere}`r`n" } } + $elsewhere
        @{ Fault = '429 for ever'; Steps = { Answer '{}' '429 Too Many Requests' "Retry-After: 0`r`n" } } + @{ Error = 'RateLimited'; Outcome = 'Failed'; ReadsAgain = $true; SendsAgain = $true }
        @{ Fault = '500'; Steps = { Answer '{"message":"Server Error"}' '500 Internal Server Error' } } + $failing
        @{ Fault = '502 in HTML'; Steps = { Answer '<html>Bad Gateway</html>' '502 Bad Gateway' -Type text/html } } + $failing
        @{ Fault = '204 without a body'; Steps = { Say "HTTP/1.1 204 No Content`r`nConnection: close`r`n`r`n" } } + $unreadable

        # A body that is not whole.
        @{ Fault = 'slow body'; Steps = { Say "HTTP/1.1 200 OK`r`nContent-Type: application/json`r`nContent-Length: 100000`r`n`r`n{"; Trickle ' ' } } + $late
        @{ Fault = 'truncated'; Steps = { Part 0.5 1 } } + $broken
        @{ Fault = 'chunks cut off'; Steps = { Say "HTTP/1.1 200 OK`r`nContent-Type: application/json`r`nTransfer-Encoding: chunked`r`n`r`n5`r`n{`"dat" } } + $broken
        @{ Fault = 'length too short'; Steps = { Part 1 0.5 } } + $unreadable
        @{ Fault = 'length too long'; Steps = { Part 1 1 1; Silence } } + $late

        # A body that is not what it should be.
        @{ Fault = 'empty body'; Steps = { Answer '' } } + $unreadable
        @{ Fault = 'HTML'; Steps = { Answer '<!doctype html><title>Welcome to the hotel</title>' -Type text/html } } + $unreadable
        @{ Fault = 'invalid UTF-8'; Steps = { Answer ([byte[]] (0xFF, 0xFE, 0xC3, 0x28, 0xF0, 0x28, 0x8C, 0xBC)) } } + $unreadable
        @{ Fault = 'deep JSON'; Steps = { Answer ('[' * 100000) } } + $unreadable
        @{ Fault = 'deep JSON in data'; Steps = { Answer ('{"data":' * 50001) } } + $unreadable
        @{ Fault = 'JSON that is no object'; Steps = { Answer '["data"]' } } + $unreadable
        @{ Fault = 'a gzip bomb'; Steps = { Answer $bomb -Header "Content-Encoding: gzip`r`n" } } + $unreadable
        @{ Fault = 'not compressed as it says'; Steps = { Answer ([byte[]]::new(40)) -Header "Content-Encoding: br`r`n" } } + $unreadable
        @{ Fault = '50 MB, announced'; Steps = { Say "HTTP/1.1 200 OK`r`nContent-Type: application/json`r`nContent-Length: $(50MB)`r`n`r`n"; Flood 50 } } + $unreadable
        @{ Fault = '50 MB, in chunks'; Steps = { Say "HTTP/1.1 200 OK`r`nContent-Type: application/json`r`nTransfer-Encoding: chunked`r`n`r`n"; Flood 50 -Chunked } } + $unreadable
        @{ Fault = 'another content type'; Steps = { Well text/plain } } + $fine
    )
}

BeforeAll {
    . "$PSScriptRoot/../common.ps1"
    . "$PSScriptRoot/rogue.ps1"

    # Every cmdlet that calls the gateway; where it has more than one way to, each. Kind: what it would mean to ask twice (Read by default).
    # Method: that of the request that fails, all by default; what a change reads first then goes well. GivesOutcome: what becomes of a message is an object,
    # also when it failed. IsCampaign: it waits, for minutes, until a gateway that cannot be reached is back, which the tests of campaigns are about.
    $calls = @(
        @{ Command = 'Connect-Chatalo ROGUE-PUBLIC-KEY ROGUE-SECRET-KEY -BaseUri $gateway -TimeoutSec $timeout -MaximumRetryCount 1'; MakesSession = $true }
        @{ Command = 'Get-ChataloProfile' }
        @{ Command = 'Get-ChataloLog -First 1' }
        @{ Command = 'Get-ChataloDevice -First 1' }
        @{ Command = 'Get-ChataloDevice -Id $device' }
        @{ Command = 'New-ChataloDevice ''Sela - CS'' 85171631234 -CountryCode 62 -ApiEnabled $false'; Kind = 'Change' }
        @{ Command = 'Set-ChataloDevice $device -Name New -Number 85171635322 -CountryCode 62 -ApiEnabled $false'; Kind = 'Change'; Method = 'PATCH' }
        @{ Command = 'Set-ChataloDevice $device -Name Read -Number 85171635322 -CountryCode 62'; Method = 'GET' }
        @{ Command = 'Remove-ChataloDevice $device -Confirm:$false'; Kind = 'Change' }
        @{ Command = 'Connect-ChataloDevice $device -WarningAction Ignore' }
        @{ Command = 'Disconnect-ChataloDevice $device -Confirm:$false'; Kind = 'Change' }
        @{ Command = 'Test-ChataloDevice' }
        # Two reads, when all goes well.
        @{ Command = 'Wait-ChataloDevice -TimeoutSec 1'; Reads = 2 }
        @{ Command = 'Get-ChataloContact -First 1' }
        @{ Command = 'Get-ChataloContactPicture 6288975091234' }
        @{ Command = 'Test-ChataloNumber 6288975091234' }
        @{ Command = 'Get-ChataloGroup -First 1' }
        @{ Command = 'Get-ChataloGroupMember 120363037968000000' }
        @{ Command = 'Send-ChataloMessage 6288975091234 Hi'; Kind = 'Send'; GivesOutcome = $true }
        @{ Command = 'Send-ChataloMessage -GroupId 120363037968000000 -Message Hi'; Kind = 'Send'; GivesOutcome = $true }
        @{ Command = 'Send-ChataloMessage 6288975091234 Hi -Campaign "send-$([guid]::NewGuid())" -Store $store'; Kind = 'Send'; GivesOutcome = $true; IsCampaign = $true }
        @{
            Command = 'Resume-ChataloCampaign $name -RetryFailed -Store $store'; Kind = 'Send'; GivesOutcome = $true; IsCampaign = $true
            Before = '$name = "resume-$([guid]::NewGuid())"; $null = Send-ChataloMessage 6288975091234 Hi -Campaign $name -Store $store -Session $denied -ErrorAction Ignore'
        }
        @{ Command = 'Save-ChataloMedia eyJpdiI6ImV3d -Destination $folder -Force' }
        @{ Command = 'Send-ChataloOtp 6288975091234 ''Code {otp_code}'''; Kind = 'Send' }
        @{ Command = 'Confirm-ChataloOtp 147bb586-db16-4b6c-8da3-000000000000 637026'; Kind = 'Change' }
        @{ Command = 'Get-ChataloWebhook' }
        @{ Command = 'Set-ChataloWebhook https://hooks.example/in'; Kind = 'Change' }
        @{ Command = 'Remove-ChataloWebhook -Confirm:$false'; Kind = 'Change' }
    )

    # The others ask nothing of the gateway. Invoke-ChataloWebhook posts to the user's own hook, without keys.
    $silent = @(
        'Get-ChataloSession', 'Disconnect-Chatalo', 'New-ChataloChatLink', 'Import-ChataloContact', 'ConvertFrom-ChataloWebhook', 'Receive-ChataloMessage', 'Invoke-ChataloWebhook'
        'Get-ChataloCampaign', 'Suspend-ChataloCampaign', 'Remove-ChataloCampaign', 'Get-ChataloDelivery', 'Add-ChataloOptOut', 'Get-ChataloOptOut', 'Remove-ChataloOptOut'
        'Start-ChataloEmulator', 'Stop-ChataloEmulator', 'Get-ChataloEmulatorMessage', 'Clear-ChataloEmulatorMessage', 'Set-ChataloEmulatorFault'
    )

    # The words of the table of faults.
    function Say([string] $Text) { [Chatalo.Tests.RogueStep]::Say($Text) }
    function Well([string] $Type) { [Chatalo.Tests.RogueStep]::AnswerWell($(if ($Type) { $Type } else { [NullString]::Value })) }
    function Part([double] $Sent, [double] $Announced, [int] $More) { [Chatalo.Tests.RogueStep]::AnswerPart($Sent, $Announced, $More) }
    function Reset { [Chatalo.Tests.RogueStep]::Reset() }
    function Silence { [Chatalo.Tests.RogueStep]::Silence() }
    function Trickle([string] $Text) { [Chatalo.Tests.RogueStep]::Trickle($Text) }
    function Flood([int] $Megabytes, [switch] $Chunked) { [Chatalo.Tests.RogueStep]::Flood($Megabytes, $Chunked) }
    function Answer($Body, [string] $Status = '200 OK', [string] $Header, [string] $Type = 'application/json') {
        $bytes = if ($Body -is [string]) { [Text.Encoding]::UTF8.GetBytes($Body) } else { $Body }
        Say "HTTP/1.1 $Status`r`nContent-Type: $Type`r`nConnection: close`r`n${Header}Content-Length: $($bytes.Length)`r`n`r`n"
        [Chatalo.Tests.RogueStep]::SayBytes($bytes)
    }

    # 64 MiB of nothing in some 64 KiB.
    $packed = [IO.MemoryStream]::new()
    $gzip = [IO.Compression.GZipStream]::new($packed, [IO.Compression.CompressionLevel]::Fastest)
    $gzip.Write([byte[]]::new(64MB), 0, 64MB)
    $gzip.Dispose()
    $bomb = $packed.ToArray()

    # A prompt for each, with a server of its own, so that all are tried at once.
    function New-Prompt([hashtable] $Call) {
        $folder = New-Item -ItemType Directory "$TestDrive/$([guid]::NewGuid())"
        # The example is of a device that nobody would wait for.
        $linked = [Chatalo.Tests.RogueReply] @{
            Method = 'GET'; Path = '/device/status/.*'; Body = [NullString]::Value; ContentType = 'application/json'; Content = '{"data":{"is_authenticated":true},"meta":{"code":200}}'
        }
        $server = Start-RogueServer $linked
        $server.FaultyMethod = if ($Call.Method) { $Call.Method } else { [NullString]::Value }
        $runspace = New-TestRunspace @{
            gateway = $server.BaseUri; refuses = $server.RefusingUri; denies = $denying.BaseUri; device = $ReadyDevice; folder = $folder.FullName; store = Join-Path $folder campaigns.db
        }
        $null = Wait-TestScript (Start-TestScript -Runspace $runspace {
                $keys = @{ PublicKey = 'ROGUE-PUBLIC-KEY'; SecretKey = 'ROGUE-SECRET-KEY'; Device = $device; SkipCheck = $true }
                $patient = Connect-Chatalo @keys -BaseUri $gateway -TimeoutSec 20 -MaximumRetryCount 1
                $hasty = Connect-Chatalo @keys -BaseUri $gateway -TimeoutSec 1 -MaximumRetryCount 1
                $refusing = Connect-Chatalo @keys -BaseUri $refuses -TimeoutSec 20 -MaximumRetryCount 1
                $denied = Connect-Chatalo @keys -BaseUri $denies
            })
        [pscustomobject] @{ Call = $Call; Server = $server; Runspace = $runspace; Name = ($Call.Command -split ' ')[0] }
    }

    # Runs all at once against a fault, or against a good server. Gives what each said; fails when one does not end.
    function Invoke-Prompt($Prompts, [scriptblock] $Steps, [switch] $ReadsNothing, [switch] $IsEndless, [switch] $IsRefused) {
        # No session but the hasty one waits for what never comes.
        $session, $timeout = if ($IsRefused) { 'refusing', 20 } elseif ($IsEndless) { 'hasty', 1 } else { 'patient', 20 }
        $running = foreach ($prompt in $Prompts) {
            $call = $prompt.Call
            # No step at all closes the connection.
            [Chatalo.Tests.RogueStep[]] $all = @(if ($Steps) { & $Steps })
            $prompt.Server.Misbehave($(if ($Steps) { , $all }), -not $ReadsNothing)
            $address = if ($IsRefused) { $prompt.Server.RefusingUri } else { $prompt.Server.BaseUri }
            $script = "$($call.Before)`n$($call.Command) $(if (-not $call.MakesSession) { "-Session `$$session" })"
            Start-TestScript -Runspace $prompt.Runspace ([scriptblock]::Create($script)) @{ timeout = $timeout; gateway = $address }
        }

        $limit = [datetime]::UtcNow.AddMinutes(2)
        for ($i = 0; $i -lt @($Prompts).Count; $i++) {
            $left = [int] [math]::Max(0, ($limit - [datetime]::UtcNow).TotalMilliseconds)
            if (-not $running[$i].Handle.AsyncWaitHandle.WaitOne($left)) { throw "$($Prompts[$i].Call.Command) did not end; the server read $($Prompts[$i].Server.Faults) requests." }
            $ended = Wait-TestScript $running[$i]
            $thrown = if ($ended.Thrown) { if ($ended.Thrown.ErrorRecord) { $ended.Thrown.ErrorRecord } else { throw $ended.Thrown } }
            [pscustomobject] @{
                Prompt = $Prompts[$i]; Output = @($ended.Output); Errors = @(@($ended.Streams.Error) + @($thrown) | Where-Object { $_ }); Warnings = @($ended.Streams.Warning)
            }
        }
    }

    # What is wrong with what a cmdlet said.
    function Get-Problem($Run, [hashtable] $Fault) {
        $call = $Run.Prompt.Call
        $problems = @(
            $wanted = if ($Fault.Error) { if ($call.Kind -eq 'Send') { $Fault.Outcome | ForEach-Object { if ($_ -eq 'Unknown') { 'OutcomeUnknown' } else { $Fault.Error } } } else { $Fault.Error } }
            $ids = @($Run.Errors | ForEach-Object { $_.FullyQualifiedErrorId.Split(',')[0] -replace '^Chatalo\.' })
            if ($(if ($wanted) { $ids.Count -ne 1 -or $ids[0] -notin $wanted } else { $ids.Count })) { "errors [$($ids -join ', ')] instead of [$($wanted -join ' or ')] ($($Run.Errors -join '; '))" }

            if ($call.GivesOutcome) {
                if ($Run.Output.Count -ne 1 -or $Run.Output[0].Outcome -notin $Fault.Outcome) { "outcomes [$($Run.Output.Outcome -join ', ')] instead of [$($Fault.Outcome -join ' or ')]" }
            }
            elseif ($Fault.Error -and $Run.Output) { "$($Run.Output.Count) objects in spite of the failure" }

            $reads = -not $call.Kind -or $call.Kind -eq 'Read'
            $most = if ($Fault.SendsAgain -or ($Fault.ReadsAgain -and $reads)) { 2 } else { 1 }
            $least = if (-not $Fault.Steps -or $Fault.ReadsNothing) { 0 } elseif ($Fault.Error) { $most } else { 1 }
            if ($reads -and $Fault.TriesOfDotNet) { $most *= $Fault.TriesOfDotNet }
            if (-not $Fault.Error -and $call.Reads) { $most = $call.Reads }
            if ($Run.Prompt.Server.Faults -notin $least..$most) { "$($Run.Prompt.Server.Faults) requests instead of $least to $most" }

            if ($Run.Prompt.Server.VisitsElsewhere) { 'another host was called' }
            $shown = @($Run.Output) + @($Run.Warnings) + @($Run.Errors | ForEach-Object { $_; $_.Exception; $_.ErrorDetails.RecommendedAction })
            if ($shown | Where-Object { "$_" -match 'ROGUE-SECRET-KEY' }) { 'the secret key is shown' }
            if ($Run.Errors | Where-Object { -not $_.ErrorDetails.RecommendedAction }) { 'no action is recommended' }
        )
        $problems | ForEach-Object { "$($call.Command): $_" }
    }

    # Every request is refused for good.
    $denying = Start-RogueServer
    $denying.Misbehave([Chatalo.Tests.RogueStep[]] @(Answer '{}' '400 Bad Request'), $true)
    $prompts = @($calls | ForEach-Object { New-Prompt $_ })
    # The first call of a prompt loads code, which no time-out should see. And what fails without a fault proves nothing with one.
    $withoutFault = @(Invoke-Prompt $prompts)
}

AfterAll {
    $prompts | ForEach-Object { $_.Runspace.Dispose(); $_.Server.Dispose() }
    $denying.Dispose()
}

Describe 'A gateway that misbehaves' {
    It 'is none here: without a fault, every cmdlet succeeds' {
        $withoutFault | Should -HaveCount $calls.Count
        $withoutFault | ForEach-Object { $_.Errors | ForEach-Object { "$($_.InvocationInfo.Line): $_" } } | Should -BeNullOrEmpty
    }

    # Each cmdlet ends, in the outcome of the design's table, says one thing to the user, shows no key, and asks nothing twice that may have been done.
    It 'is met with the right outcome by each cmdlet: <Fault>' -ForEach $faults {
        $fault = $_
        $mayNotLeave = $fault.SendsAgain -or $fault.ReadsNothing -or $fault.PausesCampaign
        $those = @($prompts | Where-Object { -not ($_.Call.IsCampaign -and $mayNotLeave) })

        $runs = @(Invoke-Prompt $those $fault.Steps -ReadsNothing:([bool] $fault.ReadsNothing) -IsEndless:([bool] $fault.IsEndless) -IsRefused:($null -eq $fault.Steps))

        $runs | Should -HaveCount $those.Count
        $runs | ForEach-Object { Get-Problem $_ $fault } | Should -BeNullOrEmpty
    }

    It 'is met by every cmdlet that asks something of the gateway' {
        $all = @($prompts.Name | Sort-Object -Unique) + $silent

        Compare-Object (Get-Command -Module Chatalo).Name $all | Should -BeNullOrEmpty
    }

    It 'is met by every cmdlet with a session' {
        $withSession = (Get-Command -Module Chatalo | Where-Object { $_.Parameters.ContainsKey('Session') }).Name

        $withSession | Where-Object { $_ -in $silent } | Should -Be Disconnect-Chatalo
    }
}
