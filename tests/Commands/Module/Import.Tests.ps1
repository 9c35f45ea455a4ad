BeforeAll {
    . "$PSScriptRoot/../common.ps1"
    $manifest = Import-PowerShellDataFile "$ModuleFolder/Chatalo.psd1"
    $listed = $manifest.CmdletsToExport | Sort-Object
    $libraries = "$ModuleFolder/bin/Core"

    function Get-ExportedName { (Get-Command -Module Chatalo).Name | Sort-Object }

    # Runs a script in a PowerShell of its own, which has loaded nothing before.
    function Invoke-Fresh([string] $Script) {
        $program, $first = @(Get-PowerShellCommand)
        $file = "$TestDrive/$([guid]::NewGuid()).ps1"
        Set-Content $file $Script
        & $program @first -NoProfile -NonInteractive -File $file
        $LASTEXITCODE | Should -Be 0
    }

    # For each library beside the module: its name, the context it is loaded in, and the version found there.
    $report = @'
        $module = @([AppDomain]::CurrentDomain.GetAssemblies() | Where-Object { $_.GetName().Name -eq 'Chatalo' })
        $context = [Runtime.Loader.AssemblyLoadContext]::GetLoadContext($module[0])
        foreach ($file in Get-ChildItem $libraries -Filter *.dll | Where-Object BaseName -NE 'Chatalo.Loader') {
            $loaded = $context.LoadFromAssemblyName([Reflection.AssemblyName]::new($file.BaseName))
            "$($file.BaseName)|$([Runtime.Loader.AssemblyLoadContext]::GetLoadContext($loaded).Name)|$($loaded.GetName().Version)"
        }
'@
    $own = Get-ChildItem $libraries -Filter *.dll | Where-Object BaseName -NE 'Chatalo.Loader' | ForEach-Object { [Reflection.AssemblyName]::GetAssemblyName($_.FullName) }
    $expected = $own | ForEach-Object { "$($_.Name)|Chatalo|$($_.Version)" } | Sort-Object
}

# PowerShell#20710: a module whose assembly is in a load context of its own loses its cmdlets when it is imported again.
Describe 'Import-Module' {
    AfterEach { Import-Module "$ModuleFolder/Chatalo.psd1" }

    It 'brings every cmdlet' {
        Get-ExportedName | Should -Be $listed
    }

    It 'keeps every cmdlet with -Force' {
        Import-Module "$ModuleFolder/Chatalo.psd1" -Force
        Import-Module "$ModuleFolder/Chatalo.psd1" -Force

        Get-ExportedName | Should -Be $listed
        # Only a cmdlet whose class can be made has parameters.
        (Get-Command $listed[0]).Parameters.Keys | Should -Not -BeNullOrEmpty
    }

    It 'brings every cmdlet back after Remove-Module' {
        Remove-Module Chatalo
        Get-Command -Module Chatalo | Should -BeNullOrEmpty

        Import-Module "$ModuleFolder/Chatalo.psd1"

        Get-ExportedName | Should -Be $listed
    }

    It 'has a valid manifest' {
        (Test-ModuleManifest "$ModuleFolder/Chatalo.psd1").Name | Should -Be Chatalo
    }

    It 'takes the path that Get-Module gives, in another runspace' {
        $running = Start-TestScript { Import-Module $path; (Get-Command Send-ChataloMessage -Module Chatalo).Name } @{ path = (Get-Module Chatalo).Path }

        (Wait-TestScript $running).Output | Should -Be Send-ChataloMessage
    }
}

Describe 'Runspaces of one process' {
    It 'import the module side by side' {
        $all = 1..50 | ForEach-Object { Start-TestScript { (Get-Command -Module Chatalo).Count } }

        ($all | ForEach-Object { Wait-TestScript $_ }).Output | Select-Object -Unique | Should -Be $listed.Count
    }

    It 'share a session, and keep its rate limit together' {
        # Three windows' budget, so that the runspaces meet the limit together.
        $gateway = Start-TestGateway @{ RateLimit = 100; RateLimitWindow = [timespan]::FromSeconds(2) }
        try {
            $session = Connect-TestGateway $gateway @{ Device = $ReadyDevice; RateLimitWindowSec = 2 }
            $all = 10..25 | ForEach-Object {
                Start-TestScript {
                    (100..114 | ForEach-Object { "62812${id}000$_" } | Send-ChataloMessage -Session $session -Message Halo -WarningAction SilentlyContinue).Outcome
                } @{ session = $session; id = $_ }
            }
            $runs = $all | ForEach-Object { Wait-TestScript $_ }

            $runs | ForEach-Object { $_.Output | Should -HaveCount 15 }
            $runs.Output | Select-Object -Unique | Should -Be Sent
            $gateway.Messages | Should -HaveCount (16 * 15)
            $gateway.Messages.Number | Select-Object -Unique | Should -HaveCount (16 * 15)
            # A window's first requests may all be under way when its limit is not yet known; then no more than the budget goes out.
            @($gateway.Requests | Where-Object StatusCode -EQ 429).Count | Should -BeLessOrEqual 16
        }
        finally { $gateway.Dispose() }
    }

    # ForEach-Object -Parallel came with version 7.
    It 'share a session with ForEach-Object -Parallel' -Skip:($PSVersionTable.PSVersion.Major -lt 7) {
        $gateway = Start-TestGateway
        try {
            $session = Connect-TestGateway $gateway
            # In a text: Windows PowerShell cannot read the parameter.
            $results = & ([scriptblock]::Create('100..107 | ForEach-Object -ThrottleLimit 4 -Parallel {
                Import-Module $using:ModuleFolder/Chatalo.psd1
                Send-ChataloMessage -Session $using:session -Number "0812000000$_" -Message "To $_"
            }'))

            $results.Outcome | Should -Be (, 'Sent' * 8)
            $gateway.Messages.Message | Sort-Object | Should -Be (100..107 | ForEach-Object { "To $_" })
        }
        finally { $gateway.Dispose() }
    }

    It 'use two copies of the module, of which one is loaded' {
        # PowerShell would mix up two assemblies of one name.
        Copy-Item $ModuleFolder $TestDrive/Chatalo -Recurse
        $gateway = Start-TestGateway
        try {
            $send = {
                Import-Module $path
                $null = Connect-Chatalo -PublicKey EMULATOR-PUBLIC-KEY -SecretKey EMULATOR-SECRET-KEY -BaseUri $uri -Device $device -SkipCheck
                $null = Send-ChataloMessage -Number 6281234567890 -Message Halo
                (Get-Command Send-ChataloMessage).ImplementingType.Assembly
            }
            $assemblies = foreach ($path in "$TestDrive/Chatalo/Chatalo.psd1", "$ModuleFolder/Chatalo.psd1", "$TestDrive/Chatalo/Chatalo.psd1") {
                (Wait-TestScript (Start-TestScript $send @{ path = $path; uri = $gateway.BaseUri; device = $ReadyDevice })).Output
            }

            $gateway.Messages | Should -HaveCount 3
            $assemblies | Select-Object -Unique | Should -HaveCount 1
        }
        finally { $gateway.Dispose() }
    }
}

# Windows PowerShell has no load contexts; the loader's tests for it are among the unit tests.
Describe 'The libraries of the module' -Skip:($PSEdition -ne 'Core') {
    It 'are in a load context of their own' {
        $lines = & ([scriptblock]::Create($report)) | Sort-Object

        $lines | Should -Be $expected
        $lines -like 'Polly.Core|*' | Should -Not -BeNullOrEmpty
    }

    It 'are its own, whatever versions of them the process has loaded' {
        $fakes = New-Item -ItemType Directory "$TestDrive/fakes"
        foreach ($name in $own.Name -ne 'Chatalo') {
            Add-Type -TypeDefinition '[assembly: System.Reflection.AssemblyVersion("99.0")] public class Fake { }' -OutputAssembly "$fakes/$name.dll"
        }

        $lines = Invoke-Fresh @"
            foreach (`$fake in Get-ChildItem '$fakes') {
                `$loaded = [Runtime.Loader.AssemblyLoadContext]::Default.LoadFromAssemblyPath(`$fake.FullName)
                if (`$loaded.GetName().Version.Major -ne 99) { throw "`$fake is not the fake" }
            }
            Import-Module '$ModuleFolder/Chatalo.psd1'
            `$libraries = '$libraries'
            $report
"@

        $lines | Sort-Object | Should -Be $expected
    }

    It 'leave JSON to the framework' {
        $own.Name | Should -Not -Contain System.Text.Json
    }

    Context 'Loading what is needed' {
        BeforeAll {
            $gateway = Start-TestGateway
            $connect = "`$null = Connect-Chatalo -PublicKey EMULATOR-PUBLIC-KEY -SecretKey EMULATOR-SECRET-KEY -BaseUri $($gateway.BaseUri) -Device $ReadyDevice -SkipCheck"

            function Get-LoadedLibrary([string] $Script) {
                Invoke-Fresh @"
                    Import-Module '$ModuleFolder/Chatalo.psd1'
                    $Script
                    [AppDomain]::CurrentDomain.GetAssemblies() | ForEach-Object {
                        if ([Runtime.Loader.AssemblyLoadContext]::GetLoadContext(`$_).Name -eq 'Chatalo') { `$_.GetName().Name }
                    }
"@
            }
        }
        AfterAll { $gateway.Dispose() }

        It 'loads none when the module is imported' {
            Get-LoadedLibrary | Should -Be Chatalo
        }

        It 'loads none to read' {
            # A session keeps its pace.
            Get-LoadedLibrary "$connect; `$null = Get-ChataloProfile" | Where-Object { $_ -ne 'System.Threading.RateLimiting' } | Should -Be Chatalo
        }

        It 'loads that for numbers to send' {
            Get-LoadedLibrary "$connect; `$null = Send-ChataloMessage -Number $Number -Message Halo" | Where-Object { $_ -ne 'System.Threading.RateLimiting' } |
                Sort-Object | Should -Be Chatalo, PhoneNumbers
            $gateway.Messages | Should -HaveCount 1
        }
    }
}
