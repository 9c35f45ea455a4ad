# Runs long: it builds what a new user builds.
# The README's commands, its table of cmdlets, and its links. Its tour is run by Send-ChataloMessage.Tests.ps1.
BeforeDiscovery {
    # The artifact that the workflow's other jobs test is the module alone.
    $isBuilt = [bool] (Get-ChildItem "$PSScriptRoot/../../../src/Chatalo.Emulator/bin" -Recurse -Filter Chatalo.Emulator.dll -ErrorAction Ignore)
}

BeforeAll {
    . "$PSScriptRoot/../common.ps1"
    $readme = [IO.File]::ReadAllText("$Repository/README.md")
    $demo = 'dotnet run --project src/Chatalo.Host'
    $prompt = 'dotnet run --project src/Chatalo.Host -- -Interactive'
    $emulator = 'dotnet run --project src/Chatalo.Emulator'

    # As it stands in the README, but for the build, which has just been made.
    function Start-ReadmeCommand([string] $Command) {
        $dotnet = if ($env:DOTNET_HOST_PATH) { $env:DOTNET_HOST_PATH } else { 'dotnet' }
        $release = Test-Path "$Repository/src/Chatalo.Emulator/bin/Release"
        $debug = Test-Path "$Repository/src/Chatalo.Emulator/bin/Debug"
        $configuration = if ($release -and -not $debug) { 'Release' } else { 'Debug' }
        $start = [Diagnostics.ProcessStartInfo]::new($dotnet, $Command.Replace('dotnet run', "run --no-build -c $configuration"))
        $start.WorkingDirectory = $Repository
        $start.UseShellExecute = $false
        $start.RedirectStandardInput = $true
        $start.RedirectStandardOutput = $true
        $start.RedirectStandardError = $true
        [Diagnostics.Process]::Start($start)
    }

    function Invoke-ReadmeCommand([string] $Command, [string] $Typed = '') {
        $process = Start-ReadmeCommand $Command
        try {
            $output = $process.StandardOutput.ReadToEndAsync()
            $problems = $process.StandardError.ReadToEndAsync()
            $process.StandardInput.Write($Typed)
            $process.StandardInput.Close()
            # So that a hang fails one test instead of the whole run.
            $process.WaitForExit(120000) | Should -BeTrue
            [pscustomobject] @{ ExitCode = $process.ExitCode; Text = ($output.Result + $problems.Result) -replace "$([char] 27)\[[\d;?]*[a-zA-Z]" }
        }
        finally { if (-not $process.HasExited) { $process.Kill($true) } }
    }
}

Describe 'The README' {
    It 'has each cmdlet once in its table' {
        $listed = [regex]::Matches($readme, '\[(\w+-\w+)\]\(docs/en-US/\1\.md\)') | ForEach-Object { $_.Groups[1].Value } | Sort-Object

        $listed | Should -Be ((Get-Command -Module Chatalo).Name | Sort-Object)
    }

    It 'has links that lead to what is there' {
        $targets = [regex]::Matches($readme, '\]\((?!https?:)([^)#]+)') | ForEach-Object { $_.Groups[1].Value }

        $targets.Count | Should -BeGreaterThan 20
        $targets | Where-Object { -not (Test-Path "$Repository/$_") } | Should -BeNullOrEmpty
    }

    It 'says where help is' {
        $commands = [regex]::Matches($readme, '`(Get-Help [^`]+)`') | ForEach-Object { $_.Groups[1].Value }

        $commands | Should -HaveCount 2
        $commands | ForEach-Object { & ([scriptblock]::Create($_)) | Should -Not -BeNullOrEmpty }
    }

    It 'has no command line that is not run by a test' {
        # dotnet test is running this.
        $lines = [regex]::Matches($readme, 'dotnet (test|run --project [\w/.]+( -- -Interactive)?)') | ForEach-Object { $_.Value.Trim() } | Sort-Object -Unique

        Compare-Object $lines ($demo, $prompt, $emulator, 'dotnet test') | Should -BeNullOrEmpty
    }

    Context 'for a shell' -Skip:(-not $isBuilt) {
        It 'has a demo that sends to a list and shows who got it' {
            $run = Invoke-ReadmeCommand $demo

            $run.ExitCode | Should -Be 0 -Because $run.Text
            $run.Text | Should -Match 'Halo Siti'
        }

        It 'has a prompt with the module imported' {
            $run = Invoke-ReadmeCommand $prompt "(Get-Module).Name`nexit`n"

            $run.ExitCode | Should -Be 0 -Because $run.Text
            $run.Text | Should -Match '(?m)^Chatalo\r?$'
        }

        It 'has an emulator alone that says its address' {
            $process = Start-ReadmeCommand $emulator
            try {
                do {
                    $line = $process.StandardOutput.ReadLineAsync()
                    $line.Wait(120000) | Should -BeTrue
                    $line.Result | Should -Not -Be $null
                } until ($line.Result -match 'http://127\.0\.0\.1:')
            }
            finally { if (-not $process.HasExited) { $process.Kill($true) } }
        }
    }
}
