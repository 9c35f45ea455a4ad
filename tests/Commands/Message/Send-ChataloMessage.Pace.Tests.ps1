BeforeAll {
    . "$PSScriptRoot/../common.ps1"

    function Get-TestNumber([int] $Count) { 1..$Count | ForEach-Object { "62812$(10000000 + $_)" } }
}

# How fast Send-ChataloMessage works through a list: the whole rate window and no more, and the gap that was asked for.
Describe 'The pace of a list' {
    AfterEach { $gateway.Dispose() }

    It 'uses three windows to the last request, and none is refused: <_> in flight' -ForEach 1, 16 {
        $gateway = Start-TestGateway @{ RateLimit = 20; RateLimitWindow = '0:0:1' }
        $null = Connect-TestGateway $gateway @{ Device = $ReadyDevice; RateLimitWindowSec = 1 }

        $run = Watch-Script { Get-TestNumber 60 | Send-ChataloMessage -Message Halo -ThrottleLimit $_ }

        $run.Errors | Should -BeNullOrEmpty
        $run.Output | Should -HaveCount 60
        $gateway.Requests.StatusCode | Should -Not -Contain 429
        $gateway.RequestCount | Should -Be 60
    }

    It 'keeps an interval between the messages of a device, also with many in flight' {
        $gateway = Start-TestGateway
        $null = Connect-TestGateway $gateway

        $run = Watch-Script { Get-TestNumber 3 | Send-ChataloMessage -Message Halo -Interval 1-1.2 -ThrottleLimit 4 }

        $run.Errors | Should -BeNullOrEmpty
        $times = @($gateway.Messages.Time)
        $times | Should -HaveCount 3
        # The gap is kept between requests; a busy machine may take a while to hand one over.
        foreach ($i in 1, 2) { ($times[$i] - $times[$i - 1]).TotalMilliseconds | Should -BeGreaterThan 500 }
    }

    It 'refuses the interval <_> before anything is sent' -ForEach 'x', '10-5', '-1', '1-2-3' {
        $gateway = Start-TestGateway
        $null = Connect-TestGateway $gateway

        $null = Get-ChataloError InvalidInput InvalidArgument { Send-ChataloMessage 081234567890 Halo -Interval $_ }

        $gateway.RequestCount | Should -Be 0
    }

    It 'warns once of more than a hundred recipients without an interval, and not of a hundred' {
        $gateway = Start-TestGateway
        $null = Connect-TestGateway $gateway

        $hundred = Watch-Script { Get-TestNumber 100 | Send-ChataloMessage -Message Halo }
        $more = Watch-Script { Get-TestNumber 120 | Send-ChataloMessage -Message Halo }

        $hundred.Errors + $more.Errors | Should -BeNullOrEmpty
        $hundred.Warnings | Should -BeNullOrEmpty
        $more.Warnings | Should -HaveCount 1
        $more.Warnings | Should -Match about_Chatalo_SafeSending
    }

    It 'gives results while input still arrives' {
        $gateway = Start-TestGateway
        $null = Connect-TestGateway $gateway
        $log = [Collections.Generic.List[string]]::new()

        1..3 | ForEach-Object { $log.Add("in $_"); 628120000000 + $_ } | Send-ChataloMessage -Message Halo | ForEach-Object { $log.Add('out') }

        $log | Should -Be 'in 1', 'out', 'in 2', 'out', 'in 3', 'out'
    }
}
