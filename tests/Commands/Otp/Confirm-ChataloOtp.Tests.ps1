BeforeAll { . "$PSScriptRoot/../common.ps1" }

Describe 'Confirm-ChataloOtp' {
    BeforeEach {
        $gateway = Start-TestGateway
        $session = Connect-TestGateway $gateway
    }
    AfterEach { $gateway.Dispose() }

    It 'takes the right code once' {
        $otp = Send-ChataloOtp 081234567891
        $code = $gateway.Messages.OtpCode

        $first = $otp | Confirm-ChataloOtp -Code $code
        $second = $otp | Confirm-ChataloOtp -Code $code

        $first | Should -BeOfType Chatalo.OtpConfirmation
        $first.IsValid | Should -BeTrue
        $second.IsValid | Should -BeFalse
        $second.Message | Should -Match 'already been used'
    }

    It 'has a result and no error for a wrong code' {
        $otp = Send-ChataloOtp 081234567891 -MaxAttempts 1
        $Error.Clear()

        $results = @($otp | Confirm-ChataloOtp -Code 0; $otp | Confirm-ChataloOtp -Code 0 -ErrorAction Stop)

        $results.IsValid | Should -Be $false, $false
        $results.Message | Should -Be 'The OTP code is invalid.', 'The maximum number of attempts has been reached.'
        $Error | Should -BeNullOrEmpty
    }

    It 'is true or false with -Quiet' {
        $otp = Send-ChataloOtp 081234567891

        Confirm-ChataloOtp $otp.RequestId 0 -Quiet | Should -BeFalse
        $otp | Confirm-ChataloOtp -Code " $($gateway.Messages.OtpCode) " -Quiet | Should -BeTrue
    }

    It 'keeps what the gateway says, also when it says no with a good status' {
        Add-TestFault $gateway @{ Kind = 'Status'; StatusCode = 200; Body = '{"data":{"success":false,"request_id":"a"},"meta":{"code":200,"message":"OTP is wrong."}}' }

        $result = Confirm-ChataloOtp a 1

        $result.IsValid | Should -BeFalse
        $result.Message | Should -Be 'OTP is wrong.'
    }

    It 'does not ask again when the answer is lost, because the attempt may count' {
        Add-TestFault $gateway @{ Kind = 'ResetAfter' }

        Get-ChataloError Unreachable ConnectionError { Confirm-ChataloOtp a 1 }

        Get-TestRequest $gateway | Should -HaveCount 1
    }

    It 'refuses the id <_> before a call' -ForEach '../x', 'a/b' {
        $id = $_

        Get-ChataloError InvalidInput InvalidArgument { Confirm-ChataloOtp $id 1 }

        Get-TestRequest $gateway | Should -BeNullOrEmpty
    }
}
