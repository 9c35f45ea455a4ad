BeforeAll { . "$PSScriptRoot/../common.ps1" }

Describe 'Connect-Chatalo keeps secrets out of its errors' {
    BeforeAll {
        $gateway = Start-TestGateway
        function Get-Trace([scriptblock] $Failing) {
            $run = Watch-Script $Failing
            $problem = @($run.Errors) + @($run.Thrown) | Where-Object { $_ } | Select-Object -First 1
            $problem | Should -Not -BeNullOrEmpty
            ($problem | Format-List * -Force | Out-String -Width 400), ($problem.InvocationInfo | Format-List * -Force | Out-String -Width 400),
            $problem.InvocationInfo.PositionMessage, ($problem | Out-String), "$($problem.TargetObject)" -join "`n"
        }
    }
    AfterAll { $gateway.Dispose() }

    It 'when the gateway refuses a plain key' {
        $trace = Get-Trace { Connect-Chatalo -PublicKey MARKED-PUBLIC -SecretKey MARKED-SECRET -BaseUri $gateway.BaseUri }
        $trace | Should -Not -Match 'MARKED'
        $trace | Should -Match 'refused the keys'
    }

    It 'when the address has a user and a password: <_>' -ForEach 'https://user:MARKED@gateway.invalid/api', 'ftp://user:MARKED@gateway.invalid', 'user:MARKED@gateway.invalid' {
        $address = $_
        Get-Trace { Connect-Chatalo -PublicKey public-key-1 -SecretKey secret-key-1 -BaseUri $address } | Should -Not -Match 'MARKED'
    }

    It 'when the proxy''s address <Is>' -ForEach @(
        @{ Is = 'cannot be read'; Proxy = 'http://user:MARKED@:99999' }, @{ Is = 'is of no known kind'; Proxy = 'ftp://user:MARKED@proxy.invalid' }, @{ Is = 'has no host'; Proxy = 'user:MARKED@' }
    ) {
        Get-Trace { Connect-Chatalo -PublicKey public-key-1 -SecretKey secret-key-1 -Proxy $Proxy } | Should -Not -Match 'MARKED'
        $null = Get-ChataloError InvalidInput InvalidArgument { Connect-Chatalo -PublicKey public-key-1 -SecretKey secret-key-1 -Proxy $Proxy }
    }

    It 'when the address has a key in its query: <_>' -ForEach 'https://gateway.invalid/api/v1?key=MARKED', 'nonsense?MARKED', 'https://gateway.invalid/#MARKED', 'https://user:MARKED@:99999' {
        $address = $_
        Get-Trace { Connect-Chatalo -PublicKey public-key-1 -SecretKey secret-key-1 -BaseUri $address } | Should -Not -Match 'MARKED'
        $null = Get-ChataloError InvalidInput InvalidArgument { Connect-Chatalo -PublicKey public-key-1 -SecretKey secret-key-1 -BaseUri $address }
    }

    It 'when a later command of the same line fails' {
        Get-Trace { Disconnect-Chatalo; Get-ChataloProfile; 'Connect-Chatalo public-key-1 MARKED' } | Should -Not -Match 'MARKED'
    }

    It 'and refuses the name of a type: <_>' -ForEach 'System.Security.SecureString', 'System.Object[]', 'System.Management.Automation.PSCredential' {
        $text = $_
        $problem = Get-ChataloError InvalidInput InvalidArgument { Connect-Chatalo -PublicKey public-key-1 -SecretKey $text -SkipCheck }
        "$problem" | Should -Match 'name of a type'
    }
}

Describe 'Connect-Chatalo reads an offset as people write it' {
    It '<Text> is <Hours> h' -ForEach @(
        @{ Text = '+08:00'; Hours = 8 }, @{ Text = '-03:30'; Hours = -3.5 }, @{ Text = '07:00'; Hours = 7 }, @{ Text = '+0530'; Hours = 5.5 }, @{ Text = 'UTC+7'; Hours = 7 }
        @{ Text = 'Z'; Hours = 0 }, @{ Text = 8; Hours = 8 }, @{ Text = [timespan] '09:00'; Hours = 9 }
    ) {
        (Connect-Chatalo -PublicKey public-key-1 -SecretKey secret-key-1 -SkipCheck -UtcOffset $Text).UtcOffset.TotalHours | Should -Be $Hours
    }
}

Describe 'Dates, times and numbers are read in one way in every culture' {
    It 'under <_>' -ForEach 'th-TH', 'fa-IR', 'ar-SA', 'de-DE' {
        $gateway = Start-TestGateway
        $before = [Threading.Thread]::CurrentThread.CurrentCulture
        try {
            [Threading.Thread]::CurrentThread.CurrentCulture = [cultureinfo] $_
            $session = Connect-TestGateway $gateway -Parameter @{ TimeoutSec = '2.5'; UtcOffset = '+00:00' }
            $session.TimeoutSec | Should -Be 2.5
            $null = Get-ChataloLog -After '2026-11-20T10:00Z' -Before '2026-11-21T10:00Z'
            [uri]::UnescapeDataString($gateway.Requests[-1].Query) | Should -Match 'date_from=2026-11-20 10:00&date_to=2026-11-21 10:00'
            { Connect-TestGateway $gateway -Parameter @{ TimeoutSec = '1,5' } } | Should -Throw '*is not a number*'
        }
        finally {
            [Threading.Thread]::CurrentThread.CurrentCulture = $before
            $gateway.Dispose()
        }
    }

    It 'every parameter of such a type is read so' {
        $types = [int], [double], [timespan], [datetime], [DateTimeOffset], [Nullable[int]], [Nullable[double]], [Nullable[DateTimeOffset]]
        foreach ($command in Get-Command -Module Chatalo -CommandType Cmdlet) {
            foreach ($parameter in $command.Parameters.Values | Where-Object { $_.ParameterType -in $types -and $_.Name -ne 'OutBuffer' }) {
                $parameter.Attributes.TypeId.Name | Where-Object { $_ -in 'InvariantArgumentAttribute', 'UtcOffsetArgumentAttribute' } |
                    Should -HaveCount 1 -Because "$command -$($parameter.Name) is a $($parameter.ParameterType)"
            }
        }
    }
}
