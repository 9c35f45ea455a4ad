# All ways in, and what is refused at the door.
BeforeAll {
    . "$PSScriptRoot/../common.ps1"

    $secure = ConvertTo-SecureString EMULATOR-SECRET-KEY -AsPlainText -Force
    $credential = [pscredential]::new('EMULATOR-PUBLIC-KEY', $secure)
}

Describe 'Connect-Chatalo' {
    BeforeEach {
        $gateway = Start-TestGateway
        $publicKey, $secretKey, $address = $gateway.Options.PublicKey, $gateway.Options.SecretKey, $gateway.BaseUri
        $keys = @{ PublicKey = $publicKey; SecretKey = $secretKey; BaseUri = $address }
    }
    AfterEach {
        Disconnect-Chatalo
        $gateway.Dispose()
    }

    It 'makes the session of this runspace and checks it with one request' {
        $session = Connect-Chatalo @keys

        $session | Should -BeOfType Chatalo.Session
        $session.Account | Should -Be 'Trimun Su'
        $session.IsConnected | Should -BeTrue
        $session.BaseUri | Should -Be $address
        Get-TestRequest $gateway | Should -Be 'GET /profile'
        [object]::ReferenceEquals($session, (Get-ChataloSession)) | Should -BeTrue
    }

    It 'takes <What>' -ForEach @(
        @{ What = 'a secure string'; Connecting = { Connect-Chatalo -PublicKey $publicKey -SecretKey $secure -BaseUri $address } }
        @{ What = 'a secure string from the pipeline'; Connecting = { $secure | Connect-Chatalo -PublicKey $publicKey -BaseUri $address } }
        @{ What = 'a credential'; Connecting = { Connect-Chatalo -Credential $credential -BaseUri $address } }
        @{ What = 'a credential without the name of the parameter'; Connecting = { Connect-Chatalo $credential -BaseUri $address } }
        @{ What = 'a credential from the pipeline'; Connecting = { $credential | Connect-Chatalo -BaseUri $address } }
        @{ What = 'keys that are properties of an object'; Connecting = { [pscustomobject] $keys | Connect-Chatalo } }
        @{ What = 'pasted keys with a line break at their end'; Connecting = { Connect-Chatalo -PublicKey " $publicKey`r`n" -SecretKey "$secretKey`n" -BaseUri $address } }
        @{ What = 'keys and an address in a pair of quotes'; Connecting = { Connect-Chatalo -PublicKey "`"$publicKey`"" -SecretKey "'$secretKey'" -BaseUri "`"$address`"" } }
    ) {
        $session = & $Connecting

        $session.Account | Should -Be 'Trimun Su'
        $session.BaseUri | Should -Be $address
    }

    It 'refuses before a call <What>' -ForEach @(
        @{ What = 'a secret key that is broken in two lines'; Key = { @{ SecretKey = $secretKey.Insert(9, "`r`n") } } }
        @{ What = 'a public key that is broken in two lines'; Key = { @{ PublicKey = $publicKey.Insert(9, "`n") } } }
        @{ What = 'a key with a letter that no header can carry'; Key = { @{ SecretKey = $secretKey + [char] 0xE9 } } }
        @{ What = 'a blank key'; Key = { @{ SecretKey = ' ' } } }
        @{ What = 'an empty key'; Key = { @{ SecretKey = '' } } }
    ) {
        $wrong = & $Key
        foreach ($name in $wrong.Keys) { $keys[$name] = $wrong[$name] }

        $null = Get-ChataloError InvalidInput InvalidArgument { Connect-Chatalo @keys }

        Get-TestRequest $gateway | Should -BeNullOrEmpty
        Get-ChataloSession | Should -BeNullOrEmpty
    }

    It 'finds all that it needs in a connection asset<How>' -ForEach @(
        @{ How = ''; Asset = { @{ PublicKey = $publicKey; SecretKey = $secretKey; BaseUri = "$address"; Device = 'Andi - CS' } } }
        @{ How = ', in any case, with quotes and more fields'; Asset = { @{ publickey = $publicKey; secretkey = $secretKey; baseuri = "`"$address`""; device = '"Andi - CS"'; Other = 1 } } }
    ) {
        $session = Connect-Chatalo -Connection (& $Asset)

        $session.Account | Should -Be 'Trimun Su'
        $session.BaseUri | Should -Be $address
        $session.Device | Should -Be 'Andi - CS'
    }

    It 'refuses a connection asset <What>' -ForEach @(
        @{ What = 'that is empty'; Asset = { @{} } }
        @{ What = 'without a secret key'; Asset = { @{ PublicKey = $publicKey } } }
        @{ What = 'with two quotes for a key'; Asset = { @{ PublicKey = $publicKey; SecretKey = '""' } } }
        @{ What = 'with an address that is not one'; Asset = { @{ PublicKey = $publicKey; SecretKey = $secretKey; BaseUri = 'nowhere' } } }
    ) {
        $connection = & $Asset

        $null = Get-ChataloError InvalidInput InvalidArgument { Connect-Chatalo -Connection $connection }
    }

    It 'refuses <What> in place of a key, without showing it' -ForEach @(
        @{ What = 'an array'; Value = { , @($secretKey) } }
        @{ What = 'a hashtable'; Value = { @{ Key = $secretKey } } }
        @{ What = 'null'; Value = { } }
    ) {
        $value = & $Value

        $run = Watch-Script { Connect-Chatalo -PublicKey $publicKey -SecretKey $value -BaseUri $address }

        $run.Output | Should -BeNullOrEmpty
        $problem = @($run.Errors) + @($run.Thrown) | Where-Object { $_ }
        $problem | Should -HaveCount 1
        $problem.FullyQualifiedErrorId | Should -BeLike 'ParameterArgumentTransformationError*'
        "$problem`n$($problem.Exception)" | Should -Not -Match 'EMULATOR-(PUBLIC|SECRET)-KEY'
    }

    It 'has an error for wrong keys, and leaves the session before as it was' {
        $before = Connect-Chatalo @keys
        $keys.SecretKey = 'WRONG-SECRET-KEY'

        $run = Watch-Script { Connect-Chatalo @keys }

        $problem = Assert-OneError $run Unauthorized AuthenticationError
        "$($problem.Exception)" | Should -Not -Match WRONG-SECRET-KEY
        $problem.TargetObject | Should -Be $address
        $run.Output | Should -BeNullOrEmpty
        [object]::ReferenceEquals($before, (Get-ChataloSession)) | Should -BeTrue
        $before.IsConnected | Should -BeTrue
    }

    It 'ends the script that does not get in' {
        $said = try { Connect-Chatalo $publicKey WRONG-SECRET-KEY -BaseUri $address; 'went on' } catch { "$($_.FullyQualifiedErrorId)".Split(',')[0] }

        $said | Should -Be Chatalo.Unauthorized
    }

    It 'refuses the address <_>, which would show the keys or is not one' -ForEach @(
        'http://gateway.example/api/v1', 'http://192.0.2.7/api/v1', 'ftp://127.0.0.1/api/v1', 'https://user:sesame@127.0.0.1/api/v1', 'api/v1'
    ) {
        $keys.BaseUri = $_

        $problem = Get-ChataloError InvalidInput InvalidArgument { Connect-Chatalo @keys }

        "$problem" | Should -Not -Match sesame
    }

    It 'asks nothing with -SkipCheck' {
        (Connect-Chatalo @keys -SkipCheck).Account | Should -BeNullOrEmpty

        Get-TestRequest $gateway | Should -BeNullOrEmpty
    }

    It 'refuses <Setting>' -ForEach @(
        @{ Setting = @{ Proxy = 'nonsense' } }
        @{ Setting = @{ Proxy = 'ftp://127.0.0.1:21' } }
        @{ Setting = @{ UtcOffset = '20:00:00' } }
        @{ Setting = @{ UtcOffset = '00:00:30' } }
        @{ Setting = @{ DefaultRegion = 'Atlantis' } }
    ) {
        $null = Get-ChataloError InvalidInput InvalidArgument { Connect-Chatalo @keys @Setting }
    }

    It 'has an error when <What>' -ForEach @(
        @{ What = 'the proxy does not answer'; Parameter = { @{ BaseUri = 'https://gateway.invalid/api/v1'; Proxy = 'http://127.0.0.1:1' } } }
        @{ What = 'nobody is at the address'; Parameter = { $gateway.Dispose(); @{} } }
    ) {
        $more = & $Parameter
        foreach ($name in $more.Keys) { $keys[$name] = $more[$name] }

        $null = Get-ChataloError Unreachable ConnectionError { Connect-Chatalo @keys -MaximumRetryCount 0 }
    }

    It 'has an error when a page answers in place of the API' {
        Add-TestFault $gateway @{ Kind = 'Html' }

        $null = Get-ChataloError UnexpectedAnswer ProtocolError { Connect-Chatalo @keys }
    }

    It 'keeps the settings in the session, without the password of the proxy' {
        $session = Connect-Chatalo @keys -Device 'Andi - CS' -DefaultRegion sg -UtcOffset 08:00 -TimeoutSec 2.5 -MaximumRetryCount 3 -SkipCheck -Proxy http://me:word@127.0.0.1:3128

        $session.Device | Should -Be 'Andi - CS'
        $session.DefaultRegion | Should -BeExactly SG
        $session.UtcOffset | Should -Be ([timespan]::FromHours(8))
        $session.TimeoutSec | Should -Be 2.5
        $session.MaximumRetryCount | Should -Be 3
        $session.Proxy | Should -Be http://127.0.0.1:3128
    }

    It 'says in every request who asks, and that it takes JSON' {
        $null = Connect-Chatalo @keys

        $gateway.Requests.Accept | Should -Be application/json
        $gateway.Requests.UserAgent | Should -BeLike 'Chatalo/*'
    }
}

Describe 'Connect-Chatalo without keys' {
    BeforeAll { $gateway = Start-TestGateway }
    AfterAll {
        Disconnect-Chatalo
        $gateway.Dispose()
    }
    AfterEach { Remove-Item Env:CHATALO_PUBLIC_KEY, Env:CHATALO_SECRET_KEY -ErrorAction Ignore }

    It 'takes them from the environment' {
        $env:CHATALO_PUBLIC_KEY, $env:CHATALO_SECRET_KEY = $gateway.Options.PublicKey, $gateway.Options.SecretKey

        (Connect-Chatalo -BaseUri $gateway.BaseUri).Account | Should -Be 'Trimun Su'
    }

    It 'says that the <Missing> key is missing when <Present> is in the environment, and what to do' -ForEach @(
        @{ Missing = 'public'; Present = 'none'; Variable = @{} }
        @{ Missing = 'secret'; Present = 'the public one'; Variable = @{ CHATALO_PUBLIC_KEY = 'EMULATOR-PUBLIC-KEY' } }
        @{ Missing = 'public'; Present = 'the secret one'; Variable = @{ CHATALO_SECRET_KEY = 'EMULATOR-SECRET-KEY' } }
    ) {
        foreach ($name in $Variable.Keys) { Set-Item "Env:$name" $Variable[$name] }

        $problem = Get-ChataloError InvalidInput InvalidArgument { Connect-Chatalo -BaseUri $gateway.BaseUri }

        "$problem" | Should -Match $Missing
        $problem.ErrorDetails.RecommendedAction | Should -Match CHATALO_PUBLIC_KEY
    }
}

Describe 'A proxy hears where to connect and nothing else' {
    BeforeEach {
        $proxy = [Net.Sockets.TcpListener]::new([Net.IPAddress]::Loopback, 0)
        $proxy.Start()
        $heardBy = $proxy.AcceptTcpClientAsync()
        $proxyAddress = "http://127.0.0.1:$($proxy.LocalEndpoint.Port)"
        $connect = 'Connect-Chatalo -PublicKey MARKED-PUBLIC-KEY -SecretKey MARKED-SECRET-KEY -BaseUri https://gateway.invalid/api/v1 -MaximumRetryCount 0 -TimeoutSec 20'

        # What the proxy is told by the first who comes. He is told that it went wrong.
        function Get-Heard {
            $heardBy.Wait(30000) | Should -BeTrue -Because 'somebody comes to the proxy'
            $client = $heardBy.Result
            $stream = $client.GetStream()
            $reader = [IO.StreamReader]::new($stream)
            while ($line = $reader.ReadLine()) { $line }
            $answer = [Text.Encoding]::ASCII.GetBytes("HTTP/1.1 502 Bad Gateway`r`nContent-Length: 0`r`nConnection: close`r`n`r`n")
            $stream.Write($answer, 0, $answer.Length)
            $client.Dispose()
        }
    }
    AfterEach { $proxy.Stop() }

    It 'when -Proxy names it' {
        $running = Start-TestScript ([scriptblock]::Create("try { $connect -Proxy $proxyAddress } catch { `$_ }"))
        $heard = Get-Heard
        $ended = Wait-TestScript $running

        $heard[0] | Should -Be 'CONNECT gateway.invalid:443 HTTP/1.1'
        $heard -join "`n" | Should -Not -Match MARKED
        $ended.Output | Should -HaveCount 1
        Assert-ChataloError $ended.Output[0] Unreachable ConnectionError
    }

    # The .NET Framework of Windows PowerShell takes proxies from the settings of Windows, not from the environment.
    It 'when the environment names it' -Skip:($PSVersionTable.PSVersion.Major -lt 7) {
        $program, $first = @(Get-PowerShellCommand)
        $script = Join-Path $TestDrive connect.ps1
        Set-Content $script "Import-Module '$ModuleFolder/Chatalo.psd1'; $connect"
        $before = $env:HTTPS_PROXY, $env:NO_PROXY
        $env:HTTPS_PROXY, $env:NO_PROXY = $proxyAddress, $null
        try {
            $process = Start-Process $program (@($first) + '-NoProfile', '-File', $script) -PassThru -RedirectStandardOutput "$script.out" -RedirectStandardError "$script.err"
        }
        finally { $env:HTTPS_PROXY, $env:NO_PROXY = $before }
        try {
            $heard = Get-Heard
            $process.WaitForExit(60000) | Should -BeTrue -Because 'it was told that it went wrong'
        }
        finally { if (-not $process.HasExited) { $process.Kill() } }

        $heard[0] | Should -Be 'CONNECT gateway.invalid:443 HTTP/1.1'
        $heard -join "`n" | Should -Not -Match MARKED
        $said = Get-Content "$script.out", "$script.err" -Raw
        $said | Should -Not -BeNullOrEmpty
        "$said" | Should -Not -Match MARKED-SECRET-KEY
    }
}

Describe 'The keys for a gateway on this machine go through no proxy' {
    BeforeEach {
        $gateway = Start-TestGateway
        $proxy = [Net.Sockets.TcpListener]::new([Net.IPAddress]::Loopback, 0)
        $proxy.Start()
        $proxyAddress = "http://127.0.0.1:$($proxy.LocalEndpoint.Port)"
    }
    AfterEach {
        $gateway.Dispose()
        $proxy.Stop()
    }

    It 'when -Proxy names one, by <_>' -ForEach '127.0.0.1', 'localhost', 'LOCALHOST' {
        $address = "$($gateway.BaseUri)".Replace('127.0.0.1', $_)
        $null = Connect-Chatalo -PublicKey $gateway.Options.PublicKey -SecretKey $gateway.Options.SecretKey -BaseUri $address -Proxy $proxyAddress -Device $ReadyDevice

        (Send-ChataloMessage 081234567890 Hi).Outcome | Should -Be Sent
        $proxy.Pending() | Should -BeFalse
    }

    # The .NET Framework of Windows PowerShell takes proxies from the settings of Windows, not from the environment.
    It 'when <_> names one, as in the first steps of the guide' -ForEach 'http_proxy', 'all_proxy', 'HTTPS_PROXY' -Skip:($PSVersionTable.PSVersion.Major -lt 7) {
        $before = [Environment]::GetEnvironmentVariable($_), $env:no_proxy, $env:NO_PROXY
        Set-Item "Env:$_" $proxyAddress
        $env:no_proxy = $env:NO_PROXY = $null
        try {
            $said = Invoke-AtPrompt {
                $emulator = Start-ChataloEmulator -RateLimit 0
                $null = $emulator | Connect-Chatalo -Device 'Andi - CS'
                (Send-ChataloMessage 081234567890 Hi).Outcome
                Receive-ChataloMessage -Count 1 -TimeoutSec 30 -AddressVariable address -InformationAction Ignore |
                    ForEach-Object -Begin { $null = Set-ChataloWebhook $address; $null = Invoke-ChataloWebhook -Message heard } -Process { $_.Text }
            }
        }
        finally {
            [Environment]::SetEnvironmentVariable($_, $before[0])
            $env:no_proxy, $env:NO_PROXY = $before[1], $before[2]
        }

        $said.Lines | Should -Be Sent, heard -Because $said.Text
        $proxy.Pending() | Should -BeFalse
    }
}
