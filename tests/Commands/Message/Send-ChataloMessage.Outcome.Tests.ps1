# What becomes of a message when the network or the gateway fails: never sent twice, never called sent when nobody knows. The same failures of a read are retried.
BeforeAll {
    . "$PSScriptRoot/../common.ps1"

    # The one result of a send that must have one error.
    function Get-FailedSend([string] $ExpectedOutcome, [string] $ExpectedId, [string] $ExpectedCategory, [scriptblock] $Sending) {
        $run = Watch-Script $Sending
        $problem = Assert-OneError $run $ExpectedId $ExpectedCategory
        $run.Output | Should -HaveCount 1
        $run.Output.Outcome | Should -Be $ExpectedOutcome
        $run.Output.ErrorId | Should -Be "Chatalo.$ExpectedId"
        [object]::ReferenceEquals($problem.TargetObject, $run.Output[0]) | Should -BeTrue -Because 'the error is about the result'
        $run.Output[0]
    }

    # The first connection may take long on a busy machine: it is made before, with patience.
    function Connect-Impatiently($Gateway) {
        Connect-TestGateway $Gateway @{ Device = $ReadyDevice; TimeoutSec = 1 }
        $null = Get-ChataloProfile
        $Gateway.ClearRequests()
    }
}

Describe 'A message whose answer is lost' {
    BeforeEach {
        $gateway = Start-TestGateway
        $session = Connect-TestGateway $gateway
    }
    AfterEach { $gateway.Dispose() }

    It 'is unknown after exactly one request: <What>' -ForEach @(
        @{ What = 'status 500'; Fault = @{ Kind = 'Status'; StatusCode = 500 } }
        @{ What = 'status 500 after it was delivered'; Fault = @{ Kind = 'Status'; StatusCode = 500; ProcessFirst = $true } }
        @{ What = 'status 502 with a page'; Fault = @{ Kind = 'Status'; StatusCode = 502; Body = '<html>Bad gateway</html>'; ContentType = 'text/html' } }
        @{ What = 'status 503 with Retry-After'; Fault = @{ Kind = 'Status'; StatusCode = 503; RetryAfter = 1 } }
        @{ What = 'status 504 without a body'; Fault = @{ Kind = 'Status'; StatusCode = 504; Body = '' } }
        @{ What = 'a reset before it was delivered'; Fault = @{ Kind = 'ResetBefore' } }
        @{ What = 'a reset after it was delivered'; Fault = @{ Kind = 'ResetAfter' } }
        @{ What = 'an answer that breaks off'; Fault = @{ Kind = 'Truncate' } }
        @{ What = 'a page'; Fault = @{ Kind = 'Html' } }
        @{ What = 'a page after it was delivered'; Fault = @{ Kind = 'Html'; ProcessFirst = $true } }
        @{ What = 'nothing'; Fault = @{ Kind = 'Empty' } }
        @{ What = 'no word of it'; Fault = @{ Kind = 'Status'; StatusCode = 200; Body = '{"data":[],"meta":{"code":200,"message":"OK"}}' } }
        @{ What = 'neither yes nor no'; Fault = @{ Kind = 'Status'; StatusCode = 200; Body = '{"data":{"is_sent":"perhaps"},"meta":{"code":200}}' } }
        @{ What = 'an error with a good status'; Fault = @{ Kind = 'Status'; StatusCode = 200; Body = '{"data":{},"meta":{"code":500,"message":"Server error"}}' } }
        @{ What = 'half of the JSON'; Fault = @{ Kind = 'Status'; StatusCode = 200; Body = '{"data":{"is_sent":tr' } }
    ) {
        Add-TestFault $gateway ($Fault + @{ Count = 1 })

        $null = Get-FailedSend Unknown OutcomeUnknown InvalidResult { Send-ChataloMessage $Number Halo }

        Get-TestRequest $gateway | Should -Be 'POST /messages'
    }

    It 'is unknown after exactly one request that timed out' {
        $session = Connect-Impatiently $gateway
        Add-TestFault $gateway @{ Kind = 'Delay'; DelayAfterMs = 2000; Count = 1 }

        $null = Get-FailedSend Unknown OutcomeUnknown InvalidResult { Send-ChataloMessage $Number Halo }

        # The emulator writes the late request down when its delay is over; a second one would stand there by then.
        Wait-Until 'the request' { $gateway.Requests.Count -gt 0 }
        Get-TestRequest $gateway | Should -Be 'POST /messages'
        $gateway.Messages | Should -HaveCount 1
    }
}

Describe 'A read that fails' {
    BeforeEach {
        $gateway = Start-TestGateway
        $session = Connect-TestGateway $gateway
    }
    AfterEach { $gateway.Dispose() }

    It 'is tried again and succeeds: <What>' -ForEach @(
        @{ What = 'status 500'; Fault = @{ Kind = 'Status'; StatusCode = 500 } }
        @{ What = 'status 503'; Fault = @{ Kind = 'Status'; StatusCode = 503 } }
        @{ What = 'status 429'; Fault = @{ Kind = 'Status'; StatusCode = 429; RetryAfter = 0 } }
        @{ What = 'a reset before'; Fault = @{ Kind = 'ResetBefore' } }
        @{ What = 'a reset after'; Fault = @{ Kind = 'ResetAfter' } }
        @{ What = 'an answer that breaks off'; Fault = @{ Kind = 'Truncate' } }
    ) {
        Add-TestFault $gateway ($Fault + @{ Count = 1 })

        Get-ChataloDevice -ErrorAction Stop | Should -HaveCount 3

        Get-TestRequest $gateway | Should -Be 'GET /device', 'GET /device'
    }

    It 'is tried again also when it is a POST that only asks' {
        Add-TestFault $gateway @{ Kind = 'ResetAfter'; Count = 1; Path = '/contacts/check' }

        Test-ChataloNumber 081234567891 -Quiet -ErrorAction Stop | Should -BeTrue

        Get-TestRequest $gateway | Should -HaveCount 2
    }

    It 'is tried again after a time-out' {
        $session = Connect-Impatiently $gateway
        Add-TestFault $gateway @{ Kind = 'Delay'; DelayMs = 3000; Count = 1 }

        Get-ChataloDevice -ErrorAction Stop | Should -HaveCount 3
    }
}

Describe 'A message that the gateway puts off' {
    BeforeEach {
        $gateway = Start-TestGateway
        $session = Connect-TestGateway $gateway
    }
    AfterEach { $gateway.Dispose() }

    It 'waits <RetryAfter> s as it is told, says so, and is sent once: <What>' -ForEach @(
        @{ What = 'in JSON'; RetryAfter = 2; Body = $null }
        @{ What = 'at once'; RetryAfter = 0; Body = $null }
        @{ What = 'with a page'; RetryAfter = 2; Body = '<html><body>Too Many Requests</body></html>' }
    ) {
        $fault = @{ Kind = 'Status'; StatusCode = 429; RetryAfter = $RetryAfter; Count = 1 }
        if ($Body) { $fault += @{ Body = $Body; ContentType = 'text/html' } }
        Add-TestFault $gateway $fault

        $run = Watch-Script { Send-ChataloMessage $Number Halo -Verbose }

        $run.Errors | Should -BeNullOrEmpty
        $run.Output | Should -HaveCount 1
        $run.Output.Outcome | Should -Be Sent
        $gateway.Messages | Should -HaveCount 1
        $refused, $sent = $gateway.Requests
        $refused.StatusCode, $sent.StatusCode | Should -Be 429, 200
        # The seconds are whole ones, rounded down by the gateway; the clock of the wait may tick coarser than the emulator's.
        ($sent.Time - $refused.Time).TotalSeconds | Should -BeGreaterThan ($RetryAfter - 0.1)
        $run.Verbose -like 'Waiting *' | Should -Not -BeNullOrEmpty
    }

    It 'for ever is failed after the retries of the session' {
        $session = Connect-TestGateway $gateway @{ Device = $ReadyDevice; MaximumRetryCount = 2 }
        Add-TestFault $gateway @{ Kind = 'Status'; StatusCode = 429; RetryAfter = 0 }

        $null = Get-FailedSend Failed RateLimited LimitsExceeded { Send-ChataloMessage $Number Halo }

        Get-TestRequest $gateway | Should -Be (@('POST /messages') * 3)
    }
}

Describe 'A message that cannot be sent is failed, with its reason' {
    BeforeEach {
        $gateway = Start-TestGateway
        $session = Connect-TestGateway $gateway
    }
    AfterEach { $gateway.Dispose() }

    It 'when the gateway says that it was not sent' {
        $other = Start-TestGateway @{ NumbersNotOnWhatsApp = [string[]] $Number }
        try {
            $session = Connect-TestGateway $other

            $null = Get-FailedSend Failed InvalidInput InvalidArgument { Send-ChataloMessage $Number Halo }
        }
        finally { $other.Dispose() }
    }

    It 'when nobody is at the address, because nothing left' {
        $session = Connect-TestGateway $gateway @{ Device = $ReadyDevice; MaximumRetryCount = 0 }
        $gateway.Dispose()

        $null = Get-FailedSend Failed Unreachable ConnectionError { Send-ChataloMessage $Number Halo }
    }

    It 'when the keys are wrong, without showing them' {
        $session = Connect-Chatalo $gateway.Options.PublicKey WRONG-SECRET-KEY -BaseUri $gateway.BaseUri -SkipCheck -Device $ReadyDevice

        $run = Watch-Script { Send-ChataloMessage $Number Halo }

        $run.Output.Outcome | Should -Be Failed
        $problem = Assert-OneError $run Unauthorized AuthenticationError
        "$($problem.Exception)" | Should -Not -Match WRONG-SECRET-KEY
    }

    It 'when the device is <What>' -ForEach @(
        @{ What = 'not linked'; Device = 'Dita - CS'; Id = 'DeviceNotReady'; Category = 'ResourceUnavailable' }
        @{ What = 'not open to the API'; Device = '716a5251-276b-4d3f-b882-000000000003'; Id = 'DeviceNotReady'; Category = 'ResourceUnavailable' }
        @{ What = 'an unknown id'; Device = 'c7276ae0-c306-4896-8fda-999999999999'; Id = 'NotFound'; Category = 'ObjectNotFound' }
        @{ What = 'an unknown name'; Device = 'nobody'; Id = 'NotFound'; Category = 'ObjectNotFound' }
        @{ What = 'a path'; Device = '../x'; Id = 'NotFound'; Category = 'ObjectNotFound' }
    ) {
        $null = Get-FailedSend Failed $Id $Category { Send-ChataloMessage $Number Halo -Device $Device }

        $gateway.Messages | Should -BeNullOrEmpty
    }

    It 'when the device has a status that this module does not know' {
        $null = $gateway.SetDeviceStatus($ReadyDevice, 'HIBERNATING')

        $null = Get-FailedSend Failed DeviceNotReady ResourceUnavailable { Send-ChataloMessage $Number Halo }
    }

    It 'when there is no such group' {
        $null = Get-FailedSend Failed NotFound ObjectNotFound { Send-ChataloMessage -GroupId 120363028887999999 -Message Hi }
    }
}
