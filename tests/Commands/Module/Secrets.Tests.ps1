BeforeAll {
    . "$PSScriptRoot/../common.ps1"
    $marked = @{
        Keys = 'MARKED-PUBLIC-KEY-5f1c9e', 'MARKED-SECRET-KEY-a84d07'
        Texts = 'MARKED-TEXT-c3b6', 'MARKED-OTP-TEXT-77e0', 'MARKEDOTPCODE90417'
    }

    # Every cmdlet at least once, at a prompt with marked keys, texts and one-time passwords. Keys and texts are in variables, because what is
    # typed in clear stands in the history and in the transcript by the user's own hand.
    $sweep = @'
        $chat = Connect-Chatalo -PublicKey $public -SecretKey $secret -BaseUri $gateway -Device $device -Store $store -TimeoutSec 5 -MaximumRetryCount 1
        $null = Connect-Chatalo -PublicKey $public -SecretKey $secret -BaseUri $gateway -Device $device -Store $store -TimeoutSec 5 -MaximumRetryCount 1 -SkipCheck
        $chat; "$chat"; Get-ChataloSession
        Connect-Chatalo -PublicKey $public -SecretKey $secret -BaseUri http://gateway.example
        Connect-Chatalo -PublicKey $public -SecretKey "$secret`n2" -BaseUri $gateway
        Connect-Chatalo -PublicKey $public -SecretKey wrong-secret-key -BaseUri $gateway
        Get-ChataloProfile
        Get-ChataloLog -First 3
        Get-ChataloDevice
        New-ChataloDevice Extra 85171639999 -CountryCode 62
        Set-ChataloDevice Extra -Description Hall
        Connect-ChataloDevice Extra
        Test-ChataloDevice; Wait-ChataloDevice -TimeoutSec 1
        Disconnect-ChataloDevice Extra -Confirm:$false
        Remove-ChataloDevice Extra -Confirm:$false
        Get-ChataloContact -First 2
        Get-ChataloContactPicture 081234567891
        New-ChataloChatLink 081234567891
        Test-ChataloNumber 081234567891
        Import-ChataloContact $csv
        Get-ChataloGroup
        Get-ChataloGroup | Get-ChataloGroupMember
        Send-ChataloMessage 081234567891 $text
        Send-ChataloMessage 081234567892 $text -Device 'Dita - CS'
        Send-ChataloMessage 'no number' $text
        Send-ChataloMessage 081234567893 -Template "$text {Unknown}"
        Import-ChataloContact $csv | Send-ChataloMessage -Template "$text {Nama}" -Campaign sweep -ThrottleLimit 2
        Get-ChataloCampaign; Get-ChataloDelivery sweep
        Suspend-ChataloCampaign sweep -Confirm:$false
        Resume-ChataloCampaign sweep -RetryFailed -RetryUnknown -Confirm:$false
        Add-ChataloOptOut 081234567899; Get-ChataloOptOut; Remove-ChataloOptOut 081234567899 -Confirm:$false
        Remove-ChataloCampaign nothing -Confirm:$false
        Save-ChataloMedia $media -Destination $folder -Force
        Send-ChataloOtp 081234567891 "$otpText {otp_code}"
        Send-ChataloOtp 081234567891 $otpText
        Confirm-ChataloOtp 147bb586-db16-4b6c-8da3-000000000000 $otpCode
        Set-ChataloWebhook https://hooks.example/in
        Get-ChataloWebhook
        Remove-ChataloWebhook -Confirm:$false
        ConvertFrom-ChataloWebhook '{"device_id":"d","sender":{"number":"62812"},"message":"hello"}'
        Receive-ChataloMessage -TimeoutSec 1
        Invoke-ChataloWebhook -Uri http://127.0.0.1:9/ -Message $text
        $emulator = Start-ChataloEmulator -RateLimit 100; Set-ChataloEmulatorFault Html -Path '/nothing'; Get-ChataloEmulatorMessage; Clear-ChataloEmulatorMessage -Emulator $emulator; Stop-ChataloEmulator
        Disconnect-Chatalo
'@

    # The ways in which a key may stand somewhere: as it is, in base64, and as .NET keeps and exports texts.
    $utf8, $utf16 = [Text.Encoding]::UTF8, [Text.Encoding]::Unicode
    $latin = [Text.Encoding]::GetEncoding(28591)
    $keyForms = foreach ($key in $marked.Keys) {
        $key
        $latin.GetString($utf16.GetBytes($key))
        [Convert]::ToBase64String($utf8.GetBytes($key)) -replace '.{4}$'
        [BitConverter]::ToString($utf16.GetBytes($key)) -replace '-'
    }

    # Bytes are searched as characters, so that any file can be.
    function Assert-HoldsNone([string[]] $Needle, [string] $Haystack, [string] $Place) {
        foreach ($one in $Needle) {
            $at = $Haystack.IndexOf($one, [StringComparison]::OrdinalIgnoreCase)
            if ($at -ge 0) {
                $from = [math]::Max($at - 200, 0)
                throw "$Place holds a marked value: ...$($Haystack.Substring($from, [math]::Min(400, $Haystack.Length - $from)))..."
            }
        }
    }

    function Assert-FilesHoldNone([string[]] $Needle, [string] $Folder) {
        foreach ($file in Get-ChildItem $Folder -File) {
            # The store may still be open.
            $stream = [IO.FileStream]::new($file.FullName, 'Open', 'Read', 'ReadWrite, Delete')
            $memory = [IO.MemoryStream]::new()
            $stream.CopyTo($memory)
            $stream.Dispose()
            Assert-HoldsNone $Needle $latin.GetString($memory.ToArray()) $file.Name
        }
    }

    function Start-MarkedGateway([switch] $Hostile) {
        $marking = Start-TestGateway @{ PublicKey = $marked.Keys[0]; SecretKey = $marked.Keys[1] }
        if ($Hostile) {
            # It fails now and then, and then repeats the keys that it was sent.
            $public, $secret = $marked.Keys
            Add-TestFault $marking @{ Every = 3; StatusCode = 500; Body = "{`"meta`":{`"code`":500,`"message`":`"the keys $public and $secret`"},`"data`":{`"x`":`"$secret`"}}" }
            Add-TestFault $marking @{ Every = 4; Kind = 'Html'; Body = "<html>$secret</html>" }
            Add-TestFault $marking @{ Every = 5; Kind = 'ResetAfter' }
            Add-TestFault $marking @{ Every = 7; StatusCode = 403; Body = "{`"message`":`"The key $secret is wrong`"}" }
        }
        $marking
    }

    function Get-SweepVariable($Gateway, [string] $Folder) {
        Set-Content "$Folder/list.csv" 'Nama,Nomor', 'Budi,081234567894', 'Ani,081234567895', 'Cici,abc'
        @{
            public = $marked.Keys[0]; secret = $marked.Keys[1]; gateway = "$($Gateway.BaseUri)"; device = $ReadyDevice; folder = $Folder
            store = "$Folder/campaigns.db"; csv = "$Folder/list.csv"; media = [Chatalo.Emulator.EmulatorServer]::SampleFileEncoded
            text = $marked.Texts[0]; otpText = $marked.Texts[1]; otpCode = $marked.Texts[2]
        }
    }
}

Describe 'Keys and texts' {
    It 'are in no stream, error, export or store, with a gateway that <Gateway>, told with <Talk>' -ForEach @(
        foreach ($gateway in 'works', 'fails and repeats the keys') {
            @{ Gateway = $gateway; Talk = 'preferences'; SetUp = '$VerbosePreference = $DebugPreference = ''Continue''' }
            # Given on each command, which makes PowerShell say what ShouldProcess is asked too.
            @{ Gateway = $gateway; Talk = 'switches'; SetUp = '$PSDefaultParameterValues[''*-Chatalo*:Verbose''] = $PSDefaultParameterValues[''*-Chatalo*:Debug''] = $true' }
        }
    ) {
        $folder = New-Item -ItemType Directory "$TestDrive/$([guid]::NewGuid())"
        $marking = Start-MarkedGateway -Hostile:($Gateway -ne 'works')
        try {
            $running = Start-TestScript ([scriptblock]::Create(
                    "$SetUp`n`$InformationPreference = `$WarningPreference = 'Continue'`n$sweep")) (Get-SweepVariable $marking $folder.FullName)
            $run = Wait-TestScript $running
        }
        finally { $marking.Dispose() }

        if ($Gateway -eq 'works') { $run.Output.Count | Should -BeGreaterThan 30 }
        $streams = $run.Streams
        $streams.Error, $streams.Debug | Should -Not -BeNullOrEmpty
        $spoken = @($streams.Verbose; $streams.Debug; $streams.Warning; $streams.Information) + ($streams.Progress | ForEach-Object { "$_ $($_.StatusDescription) $($_.CurrentOperation)" }) -join "`n"
        $problems = ($streams.Error | ForEach-Object { "$_ $($_.ErrorDetails) $($_.Exception) $($_.CategoryInfo) $($_.InvocationInfo.Line) $($_.ScriptStackTrace)" }) -join "`n"
        # What a result is about is the target of its error: the text is in it, as in the result.
        $exports = (@($run.Output) + @($streams.Error) | ForEach-Object { [System.Management.Automation.PSSerializer]::Serialize($_, 3) }) -join "`n"
        $properties = $run.Output | Format-List * -Force | Out-String -Width 500
        $screen = @($run.Output) + @($streams.Error) | Out-String -Width 200

        Assert-HoldsNone ($keyForms + $marked.Texts) $spoken 'A log'
        Assert-HoldsNone ($keyForms + $marked.Texts) $problems 'An error'
        Assert-HoldsNone $keyForms $exports 'An export'
        Assert-HoldsNone $keyForms $properties 'An object'
        Assert-HoldsNone $keyForms $screen 'The screen'
        Assert-FilesHoldNone $keyForms $folder
        # A search that could find nothing would prove nothing.
        $exports | Should -Match $marked.Texts[0]
    }

    It 'are in no transcript, list, JSON, export or argument of a process' {
        $folder = New-Item -ItemType Directory "$TestDrive/$([guid]::NewGuid())"
        $marking = Start-MarkedGateway -Hostile
        $variables = Get-SweepVariable $marking $folder.FullName
        $file = "$TestDrive/sweep.ps1"
        Set-Content $file @"
            `$ErrorActionPreference = 'Continue'
            foreach (`$name in '$($variables.Keys -join "', '")') { Set-Variable `$name ([Environment]::GetEnvironmentVariable("SWEEP_`$name")) }
            Import-Module '$ModuleFolder/Chatalo.psd1'
            `$VerbosePreference = `$DebugPreference = `$InformationPreference = 'Continue'
            `$null = Start-Transcript (Join-Path `$folder transcript.txt)
            `$all = . {
            $sweep
            }
            `$VerbosePreference = `$DebugPreference = 'SilentlyContinue'
            `$Error | Format-List * -Force | Out-String -Width 300
            if (Get-Command Get-Error -ErrorAction Ignore) { Get-Error -Newest 50 | Out-String -Width 300 }
            `$chat | Format-List * -Force | Out-String -Width 300
            `$null = Stop-Transcript
            `$all | Format-List * | Out-File (Join-Path `$folder list.txt)
            `$all | Export-Clixml (Join-Path `$folder export.xml) -Depth 3
            `$Error | Export-Clixml (Join-Path `$folder errors.xml) -Depth 3
            `$all | ForEach-Object { ConvertTo-Json `$_ -Depth 3 -WarningAction Ignore -ErrorAction Ignore } | Out-File (Join-Path `$folder export.json)
            if (`$IsLinux) { Get-ChildItem /proc/*/cmdline -ErrorAction Ignore | ForEach-Object { try { [IO.File]::ReadAllText(`$_) } catch { } } | Out-File (Join-Path `$folder arguments.txt) }
"@
        $program, $first = @(Get-PowerShellCommand)
        foreach ($name in $variables.Keys) { Set-Item "Env:SWEEP_$name" $variables[$name] }
        try { $screen = & $program @first -NoProfile -NonInteractive -File $file 2>&1 | Out-String }
        finally {
            foreach ($name in $variables.Keys) { Remove-Item "Env:SWEEP_$name" }
            $marking.Dispose()
        }

        $transcript = Get-Content "$folder/transcript.txt" -Raw
        $transcript | Should -Match 'POST /api/v1/messages'
        Get-Content "$folder/export.json" -Raw | Should -Match $marked.Texts[0]
        Assert-HoldsNone $keyForms $screen 'The screen'
        Assert-FilesHoldNone $keyForms $folder
        $logged = $transcript -split '\r?\n' -match '^(VERBOSE|DEBUG)'
        $logged | Should -Not -BeNullOrEmpty
        Assert-HoldsNone $marked.Texts ($logged -join "`n") 'The transcript'
    }

    It 'are looked for in every cmdlet' {
        (Get-Module Chatalo).ExportedCmdlets.Keys | Where-Object { $sweep -notmatch "\b$_\b" } | Should -BeNullOrEmpty
    }

    It 'are found where they are' {
        { Assert-HoldsNone $keyForms "x$($marked.Keys[1])" here } | Should -Throw '*here holds*'
    }

    # Elsewhere nothing encrypts secure strings: this is how PowerShell exports the secrets that it is handed.
    It 'are found in an exported secure string' -Skip:($PSVersionTable.Platform -ne 'Unix') {
        $secure = ConvertTo-SecureString $marked.Keys[1] -AsPlainText -Force

        { Assert-HoldsNone $keyForms ([System.Management.Automation.PSSerializer]::Serialize($secure)) here } | Should -Throw
    }
}

Describe 'A session' {
    BeforeEach {
        $gateway = Start-TestGateway
        $session = Connect-TestGateway $gateway
    }
    AfterEach { $gateway.Dispose() }

    It 'has no key in <Format>' -ForEach @(
        @{ Format = 'its text'; Export = { "$session $session" } }
        @{ Format = 'its properties'; Export = { $session.PSObject.Properties | ForEach-Object { "$($_.Name)=$($_.Value)" } } }
        @{ Format = 'the properties of its class'; Export = { $session.GetType().GetProperties() | ForEach-Object { "$($_.GetValue($session))" } } }
        @{ Format = 'JSON'; Export = { ConvertTo-Json $session -Depth 6 -WarningAction Ignore } }
        @{ Format = 'CliXml'; Export = { [System.Management.Automation.PSSerializer]::Serialize($session, 6) } }
        @{ Format = 'CSV'; Export = { $session | ConvertTo-Csv } }
        @{ Format = 'a list'; Export = { $session | Format-List * -Force | Out-String } }
        @{ Format = 'its table'; Export = { $session | Out-String } }
        @{ Format = 'the table of Get-ChataloSession'; Export = { Get-ChataloSession | Out-String } }
    ) {
        $said = & $Export | Out-String

        $said | Should -Match '127\.0\.0\.1'
        $said | Should -Not -Match 'EMULATOR-(PUBLIC|SECRET)-KEY'
    }

    It 'has no key in its rate limit' {
        $null = Get-ChataloProfile

        [System.Management.Automation.PSSerializer]::Serialize($session.RateLimit, 6) | Should -Not -Match 'EMULATOR-(PUBLIC|SECRET)-KEY'
    }

    It 'tells no key with -Verbose and -Debug, and in errors, when the gateway fails: <_>' -ForEach Status, ResetAfter, Html, Empty {
        Add-TestFault $gateway @{ Kind = $_; Every = 2 }

        $run = Watch-Script {
            $VerbosePreference = 'Continue'
            Get-ChataloProfile
            # Each request is told once: with both preferences by debug.
            $DebugPreference = 'Continue'
            Get-ChataloDevice; Get-ChataloProfile; Send-ChataloMessage 081234567891 Hi; Send-ChataloMessage 081234567892 Hi; Get-ChataloWebhook
        }

        $run.Debug, $run.Verbose, $run.Errors | Should -Not -BeNullOrEmpty
        $problems = $run.Errors | ForEach-Object {
            "$_ $($_.Exception) $($_.InvocationInfo.Line) $($_.ScriptStackTrace)"
            [System.Management.Automation.PSSerializer]::Serialize($_, 6)
        }
        @($run.Debug; $run.Verbose; $run.Warnings; $run.Output; $problems) | Out-String | Should -Not -Match 'EMULATOR-(PUBLIC|SECRET)-KEY'
    }

    It 'shows method, path, status and time of each request with -Debug, and no text or number' {
        $run = Watch-Script { $DebugPreference = 'Continue'; $null = Send-ChataloMessage 081234567891 'a private text' }

        $line = $run.Debug -match 'POST'
        $line | Should -HaveCount 1
        $line | Should -Match '/messages.*200'
        $line | Should -Not -Match 'private|6281234567891'
    }

    It 'does not quote a gateway that repeats the keys in its answer' {
        Add-TestFault $gateway @{ Kind = 'Status'; StatusCode = 403; Body = '{"meta":{"code":403,"message":"The key EMULATOR-SECRET-KEY is wrong"}}' }

        Get-ChataloError Unauthorized AuthenticationError { Get-ChataloProfile }
    }

    It 'takes its secret as a secure string, which is not kept in the history of parameters' {
        (Get-Command Connect-Chatalo).Parameters['SecretKey'].ParameterType | Should -Be ([securestring])
    }
}
