BeforeAll {
    . "$PSScriptRoot/../common.ps1"

    # The script of a worker that is a process of its own, to be killed. It says when it begins.
    $workerScript = @'
param($Module, $BaseUri, $Device, $Store, [int] $Rows)
Import-Module $Module
Connect-Chatalo -PublicKey EMULATOR-PUBLIC-KEY -SecretKey EMULATOR-SECRET-KEY -BaseUri $BaseUri -Device $Device -TimeoutSec 1 -SkipCheck > $null
1..$Rows | ForEach-Object { '62812{0:00000000}' -f $_ } | Send-ChataloMessage -Message Halo -Campaign kills -Store $Store -ErrorAction SilentlyContinue -WarningAction SilentlyContinue > $null
'@

    function Start-Worker($Gateway, [string] $Store, [int] $Rows) {
        $program, $first = @(Get-PowerShellCommand)
        $file = Join-Path $folder worker.ps1
        Set-Content $file $workerScript
        Start-Process $program -PassThru -ArgumentList (@($first) + '-NoProfile', '-File', $file, "$ModuleFolder/Chatalo.psd1", $Gateway.BaseUri, $ReadyDevice, $Store, $Rows | Where-Object { $_ })
    }

    function Get-Many($Gateway) { $Gateway.DeliveriesByRecipient().GetEnumerator() | Where-Object Value -GT 1 | ForEach-Object Key }
}

Describe 'The store of campaigns' {
    BeforeEach {
        $folder = (New-Item -ItemType Directory (Join-Path ([IO.Path]::GetTempPath()) "chatalo-stores-$([guid]::NewGuid().ToString('N'))")).FullName
        $store = Join-Path $folder campaigns.db
        $gateway = Start-TestGateway
        # Short leases.
        $null = Connect-TestGateway $gateway @{ Device = $ReadyDevice; TimeoutSec = 1 }
        $list = 1..60 | ForEach-Object { '62812{0:00000000}' -f $_ }
    }
    AfterEach {
        $gateway.Dispose()
        Remove-Item $folder -Recurse -Force
    }

    It 'is missed when it is <How> while a list is sent, and the next run does not begin anew' -Skip:($PSVersionTable.Platform -ne 'Unix') -ForEach @(
        @{ How = 'deleted'; Says = 'deleted or moved' }
        @{ How = 'moved'; Says = 'deleted or moved' }
        @{ How = 'replaced'; Says = 'replaced by another file' }
    ) {
        $run = Watch-Script {
            $list | Send-ChataloMessage -Message Halo -Campaign nov -Store $store | ForEach-Object {
                if ($gateway.MessageCount -ge 5 -and -not (Test-Path "$folder/done")) {
                    $null = New-Item "$folder/done"
                    switch ($How) {
                        deleted { Remove-Item "$store*" }
                        moved { Move-Item $store "$folder/elsewhere.db" }
                        replaced { Copy-Item $store "$folder/other.db"; Move-Item "$folder/other.db" $store -Force }
                    }
                }
                $_
            }
        }

        $said = @($run.Errors) + @($run.Thrown) | Where-Object { "$($_.FullyQualifiedErrorId)" -match 'StoreUnavailable' } | Select-Object -First 1
        "$said" | Should -Match $Says
        "$said" | Should -Match ([regex]::Escape("$store.rescued"))
        $before = $gateway.MessageCount
        $before | Should -BeLessThan 60

        $again = Get-ChataloError StoreUnavailable ResourceUnavailable { $list | Send-ChataloMessage -Message Halo -Campaign nov -Store $store }
        $again.ErrorDetails.RecommendedAction | Should -Match 'rescued'
        $gateway.MessageCount | Should -Be $before

        # What the advice says.
        Remove-Item $store, "$store-wal", "$store-shm" -ErrorAction Ignore
        Rename-Item "$store.rescued" $store
        $null = $list | Send-ChataloMessage -Message Halo -Campaign nov -Store $store -ErrorAction SilentlyContinue
        Get-Many $gateway | Should -BeNullOrEmpty
        (Get-ChataloDelivery nov -Store $store).Count | Should -Be 60
    }

    It 'sends to nobody twice when a worker was killed and <Lost>' -Skip:($PSVersionTable.Platform -ne 'Unix') -ForEach @(
        @{ Lost = 'the log is lost' }
        @{ Lost = 'the file is moved alone' }
    ) {
        Add-TestFault $gateway @{ Kind = 'Delay'; DelayMs = 10; Path = '/messages' }
        $worker = Start-Worker $gateway $store 60
        try { Wait-Until '25 messages' { $gateway.MessageCount -ge 25 } }
        finally { $worker.Kill(); $worker.WaitForExit() }

        if ($Lost -match 'alone') {
            Move-Item $store "$folder/moved.db"
            $null = Get-ChataloError StoreUnavailable ResourceUnavailable { $list | Send-ChataloMessage -Message Halo -Campaign kills -Store $store }
            $store = "$folder/moved.db"
        }
        else { Remove-Item "$store-wal", "$store-shm" -ErrorAction Ignore }
        $sent = $gateway.MessageCount
        $null = $list | Send-ChataloMessage -Message Halo -Campaign kills -Store $store -ErrorAction SilentlyContinue

        $gateway.MessageCount | Should -BeGreaterThan $sent
        Get-Many $gateway | Should -BeNullOrEmpty
        (Get-ChataloDelivery kills -Store $store -Status Sent, Unknown, Sending).Count | Should -Be 60
    }

    It 'is found through a symbolic link' -Skip:($PSVersionTable.Platform -ne 'Unix') {
        $null = $list[0..4] | Send-ChataloMessage -Message Halo -Campaign nov -Store $store
        $link = Join-Path $folder link.db
        $null = New-Item -ItemType SymbolicLink $link -Target $store

        ($list[0..4] | Send-ChataloMessage -Message Halo -Campaign nov -Store $link).Outcome | Sort-Object -Unique | Should -Be Skipped
        (Get-ChataloCampaign nov -Store $link).Sent | Should -Be 5
    }

    It 'is refused under two hard links' -Skip:($PSVersionTable.Platform -ne 'Unix') {
        $null = $list[0..4] | Send-ChataloMessage -Message Halo -Campaign nov -Store $store
        $null = New-Item -ItemType HardLink "$folder/other.db" -Target $store

        $problem = Get-ChataloError StoreUnavailable ResourceUnavailable { Get-ChataloCampaign nov -Store "$folder/other.db" }
        "$problem" | Should -Match '2 names'
    }

    It 'has one campaign for names that look the same, in every command' {
        $one, $other = "  Promo`u{00A0} Caf`u{00E9} ", "promo Cafe`u{0301}"
        $null = $list[0] | Send-ChataloMessage -Message Halo -Campaign $one -Store $store
        ($list[0] | Send-ChataloMessage -Message Halo -Campaign $other -Store $store).Outcome | Should -Be Skipped

        (Get-ChataloCampaign -Store $store).Name | Should -Be "Promo Caf`u{00E9}"
        (Get-ChataloCampaign $other -Store $store).Sent | Should -Be 1
        (Get-ChataloCampaign "promo  cafe`u{0301}*" -Store $store).Sent | Should -Be 1
        (Get-ChataloDelivery $other -Store $store).Status | Should -Be Sent
        Suspend-ChataloCampaign $other -Store $store
        (Get-ChataloCampaign $one -Store $store).State | Should -Be Paused
        Resume-ChataloCampaign $other -Store $store | Should -BeNullOrEmpty
        (Get-ChataloCampaign $one -Store $store).State | Should -Be Completed
        Remove-ChataloCampaign $other -Store $store -Confirm:$false
        Get-ChataloCampaign -Store $store | Should -BeNullOrEmpty
    }

    It 'of an earlier version still has its odd names' {
        Copy-Item "$Repository/tests/Chatalo.UnitTests/Assets/store-v1.db" $store

        foreach ($campaign in Get-ChataloCampaign -Store $store) {
            @($campaign | Get-ChataloDelivery -Store $store).Count | Should -Be $campaign.Total
        }
        (Get-ChataloCampaign 'promo nov' -Store $store).Count | Should -Be 2
        (Get-ChataloCampaign 'odd one' -Store $store).Name | Should -Be ' Odd  One '
        $problem = Get-ChataloError InvalidInput InvalidArgument { Get-ChataloDelivery 'promo nov' -Store $store }
        "$problem" | Should -Match "' Promo Nov ', 'Promo  Nov'"
    }

    It 'that cannot be reached is waited for by <Command>, which says so, and Ctrl+C ends it at once' -ForEach @(
        @{ Command = 'Get-ChataloCampaign'; Script = { Get-ChataloCampaign -Store $store } }
        @{ Command = 'Get-ChataloOptOut'; Script = { Get-ChataloOptOut -Store $store } }
        @{ Command = 'Send-ChataloMessage -Campaign'; Script = { Send-ChataloMessage 6281234567890 Halo -Campaign nov -Store $store -Session $session } }
        @{ Command = 'Send-ChataloMessage'; Script = { Send-ChataloMessage 6281234567890 Halo -Store $store -Session $session } }
        @{ Command = 'Resume-ChataloCampaign'; Script = { Resume-ChataloCampaign nov -Store $store -Session $session } }
    ) {
        $running = Start-TestScript $Script @{ store = "Host=127.0.0.1;Port=$(Get-FreePort);Database=d;Username=u"; session = Get-ChataloSession }
        Wait-Until 'the warning' { $running.Streams.Warning.Count -gt 0 }

        "$($running.Streams.Warning[0])" | Should -Match 'refused.*Waiting for it, up to 60 s'
        (Stop-TestScript $running).TotalSeconds | Should -BeLessThan 3
        @($running.Streams.Warning | Where-Object Message -Match 'Waiting for it').Count | Should -Be 1
        $gateway.MessageCount | Should -Be 0
    }

    It 'says what to do about <What>' -ForEach @(
        @{ What = 'an empty file'; Make = { $null = New-Item $store }; Remedy = 'Restore it from a backup' }
        @{ What = 'a folder'; Make = { $null = New-Item -ItemType Directory $store }; Remedy = 'is not a folder' }
        @{ What = 'another file'; Make = { Set-Content $store ('x' * 8191) }; Remedy = 'path of the campaign' }
        @{ What = 'a missing folder'; Make = { $script:store = "$folder/none/campaigns.db" }; Remedy = 'existing folder' }
        @{ What = 'a log without its store'; Make = { Set-Content "$store-wal" 'x' }; Remedy = 'beside its log' }
    ) {
        $script:store = $store
        . $Make
        $problem = Get-ChataloError StoreUnavailable ResourceUnavailable { $list | Send-ChataloMessage -Message Halo -Campaign nov -Store $script:store }

        $problem.ErrorDetails.RecommendedAction | Should -Match $Remedy
        $problem.ErrorDetails.RecommendedAction | Should -Not -Match 'give another'
        $gateway.MessageCount | Should -Be 0
    }
}
