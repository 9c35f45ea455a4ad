BeforeAll { . "$PSScriptRoot/../common.ps1" }

Describe 'Send-ChataloOtp' {
    BeforeEach {
        $gateway = Start-TestGateway
        $session = Connect-TestGateway $gateway
    }
    AfterEach { $gateway.Dispose() }

    It 'sends a code and gives what Confirm-ChataloOtp needs' {
        $otp = Send-ChataloOtp 0812-3456-7891 'Kode: {otp_code}' -TimeoutSec 60 -MaxAttempts 3

        $otp | Should -BeOfType Chatalo.OtpRequest
        $otp.Number | Should -Be '+6281234567891'
        [guid] $otp.RequestId | Should -Not -Be ([guid]::Empty)
        $gateway.Messages | Should -HaveCount 1
        $gateway.Messages.Message | Should -Be "Kode: $($gateway.Messages.OtpCode)"
    }

    It 'takes numbers from the pipeline' {
        $requests = '081234567891', '081234567892' | Send-ChataloOtp

        $requests.RequestId | Select-Object -Unique | Should -HaveCount 2
        $gateway.Messages.Number | Should -Be '6281234567891', '6281234567892'
    }

    It 'refuses a text without {otp_code} before a call' {
        $problem = Get-ChataloError InvalidInput InvalidArgument { '081234567891', '081234567892' | Send-ChataloOtp -Message 'Your code' }

        $problem.ErrorDetails.RecommendedAction | Should -Match '{otp_code}'
        Get-TestRequest $gateway | Should -BeNullOrEmpty
    }

    It 'sends nothing with -WhatIf' {
        Send-ChataloOtp 081234567891 -WhatIf | Should -BeNullOrEmpty

        $gateway.Messages | Should -BeNullOrEmpty
    }

    It 'has an unknown outcome when the answer is lost (<_>), and does not send again' -ForEach ResetAfter, Truncate, Html, Empty, Status {
        Add-TestFault $gateway @{ Kind = $_; ProcessFirst = $true }

        Get-ChataloError OutcomeUnknown InvalidResult { Send-ChataloOtp 081234567891 }

        $gateway.Messages | Should -HaveCount 1
        Get-TestRequest $gateway | Should -HaveCount 1
    }

    It 'says so when the device is not connected' {
        Get-ChataloError DeviceNotReady ResourceUnavailable { Send-ChataloOtp 081234567891 -Device 'Dita - CS' }
    }
}
