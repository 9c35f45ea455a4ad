<#
.SYNOPSIS
    Runs the Pester tests on out/Chatalo, in the PowerShell that runs this script.
.DESCRIPTION
    Each file has a process of its own, several run side by side; a file with a line "# Runs long: REASON" begins before the others, and one with
    "# Runs alone: REASON" has the machine to itself, after all others. Says what failed and which tests were slowest, then the counts in a line, and ends with 1 when a test failed or none ran.
.EXAMPLE
    ./tests/Run-Pester.ps1 -Path tests/Commands/Group -Filter '*members*'
#>
[CmdletBinding()]
param(
    # Files, or folders of files, named *.Tests.ps1.
    [string[]] $Path = @("$PSScriptRoot/Commands", "$PSScriptRoot/../docs/samples"),

    # Only the tests whose full name matches; the filter of dotnet test "FullyQualifiedName~text" is read too.
    [string] $Filter,

    # How many files run side by side.
    [ValidateRange(1, 64)]
    [int] $ThrottleLimit = [Environment]::ProcessorCount,

    # Where to write the results for dotnet test's loggers; a .trx file.
    [string] $TrxFile,

    # Pester's manifest; by default the newest of versions 5 and 6 that is installed.
    [string] $Pester
)
$ErrorActionPreference = 'Stop'
# So that a hang fails one file instead of the whole run.
$patience = [timespan]::FromMinutes(10)

if (-not $Pester) {
    $found = Get-Module Pester -ListAvailable | Where-Object { $_.Version.Major -in 5, 6 } | Sort-Object Version -Descending | Select-Object -First 1
    if (-not $found) {
        throw 'Neither Pester 5 nor 6 is installed. Give -Pester, or run the tests with: dotnet test tests/Commands'
    }
    $Pester = $found.Path
}

if ($Filter -match '^\s*(?:FullyQualifiedName|DisplayName|Name)\s*([~=])\s*([^&|]+)$') {
    $Filter = if ($Matches[1] -eq '~') { "*$($Matches[2].Trim())*" } else { $Matches[2].Trim() }
}
elseif ($Filter -and $Filter -notmatch '[*?]') {
    $Filter = "*$Filter*"
}

# Started from a command line, several paths come as one text.
$files = @(Get-Item ($Path -split ',') | ForEach-Object { if ($_.PSIsContainer) { Get-ChildItem $_ -Recurse -Filter *.Tests.ps1 } else { $_ } })
if (-not $files) {
    throw "No *.Tests.ps1 is in $($Path -join ', ')."
}

# As a .NET tool, PowerShell runs in dotnet: the process's path alone would start that.
$program = (Get-Process -Id $PID).Path
$first = if ((Split-Path $program -Leaf) -match '^dotnet') { "exec `"$(Join-Path $PSHOME pwsh.dll)`"" } else { '' }
$folder = New-Item -ItemType Directory (Join-Path ([IO.Path]::GetTempPath()) "chatalo-tests-$([guid]::NewGuid())")

function Start-TestFile($File) {
    $start = [Diagnostics.ProcessStartInfo]::new($program)
    $output = Join-Path $folder "$([guid]::NewGuid()).json"
    $start.Arguments = "$first -NoProfile -NonInteractive -File `"$PSScriptRoot/Run-PesterFile.ps1`" -Path `"$($File.FullName)`" -Output `"$output`" -Pester `"$Pester`" -Filter `"$Filter`""
    $start.UseShellExecute = $false
    $start.RedirectStandardOutput = $true
    $start.RedirectStandardError = $true
    $start.RedirectStandardInput = $true
    $process = [Diagnostics.Process]::Start($start)
    $process.StandardInput.Close()
    [pscustomobject] @{
        File = $File; Process = $process; Output = $output; Since = [datetime]::UtcNow
        Said = $process.StandardOutput.ReadToEndAsync(); Wrong = $process.StandardError.ReadToEndAsync()
    }
}

function Complete-TestFile($Run) {
    $late = -not $Run.Process.HasExited
    if ($late) { $Run.Process.Kill() }
    $Run.Process.WaitForExit()
    $cases = @()
    if (Test-Path $Run.Output) { $cases = @(Get-Content $Run.Output -Raw -Encoding UTF8 | ConvertFrom-Json | ForEach-Object { $_ }) }
    if ($late -or $Run.Process.ExitCode -ne 0) {
        $why = if ($late) { "It did not end within $patience." } else { "It ended with code $($Run.Process.ExitCode)." }
        $cases += [pscustomobject] @{
            Name = $Run.File.Name; Result = 'Failed'; Seconds = ([datetime]::UtcNow - $Run.Since).TotalSeconds; Line = 1
            Message = (@($why) + ($Run.Said.Result + $Run.Wrong.Result -split '\r?\n' | Select-Object -Last 20)) -join "`n"
        }
    }
    $cases | Add-Member -NotePropertyName File -NotePropertyValue $Run.File.FullName
    foreach ($case in $cases | Where-Object Result -EQ Failed) {
        # In the form of a compiler's error, which dotnet test takes for one.
        Write-Host "$($case.File)($($case.Line)): error Pester: $($case.Name): $(($case.Message -split '\r?\n')[0])"
        $case.Message -split '\r?\n' | Select-Object -Skip 1 | ForEach-Object { Write-Host "    $($_ -replace '\berror\b', 'e_rror')" }
    }
    $cases
}

# Those that take long first, then the large ones, so that none is left to run by itself at the end.
$order = @{ Expression = { Select-String -LiteralPath $_.FullName -Pattern '^# Runs long:' -Quiet }; Descending = $true }, @{ Expression = 'Length'; Descending = $true }
$alone, $together = @($files | Sort-Object $order).Where({ Select-String -LiteralPath $_.FullName -Pattern '^# Runs alone:' -Quiet }, 'Split')
$watch = [Diagnostics.Stopwatch]::StartNew()
$running = [Collections.Generic.List[object]]::new()
try {
    $cases = @(
        foreach ($group in @{ Files = $together; Limit = $ThrottleLimit }, @{ Files = $alone; Limit = 1 }) {
            $waiting = [Collections.Generic.Queue[object]]::new([object[]] @($group.Files))
            while ($waiting.Count + $running.Count -gt 0) {
                while ($waiting.Count -gt 0 -and $running.Count -lt $group.Limit) { $running.Add((Start-TestFile $waiting.Dequeue())) }
                $ended = @($running | Where-Object { $_.Process.HasExited -or [datetime]::UtcNow - $_.Since -gt $patience })
                foreach ($run in $ended) {
                    $null = $running.Remove($run)
                    Complete-TestFile $run
                }
                if (-not $ended) { [Threading.Thread]::Sleep(20) }
            }
        }
    )
}
finally {
    $running | ForEach-Object { if (-not $_.Process.HasExited) { $_.Process.Kill() } }
    Remove-Item $folder -Recurse -Force
}

$passed, $failed, $skipped = foreach ($outcome in 'Passed', 'Failed', 'Skipped') { @($cases | Where-Object Result -EQ $outcome).Count }

if ($TrxFile) {
    $list = [guid]::NewGuid()
    $escape = { [Security.SecurityElement]::Escape(($args[0] -replace '[^\t\r\n\x20-\uD7FF\uE000-\uFFFD]', '?')) }
    $outcomes = @{ Passed = 'Passed'; Failed = 'Failed'; Skipped = 'NotExecuted' }
    $lines = foreach ($case in $cases) {
        $said = if ($case.Message) { "<Output><ErrorInfo><Message>$(& $escape $case.Message)</Message></ErrorInfo></Output>" }
        "    <UnitTestResult testId=`"$([guid]::NewGuid())`" testListId=`"$list`" testName=`"$(& $escape $case.Name)`" outcome=`"$($outcomes[$case.Result])`" duration=`"$([timespan]::FromSeconds($case.Seconds).ToString('c'))`">$said</UnitTestResult>"
    }
    $text = @(
        '<?xml version="1.0" encoding="utf-8"?>'
        "<TestRun id=`"$([guid]::NewGuid())`" name=`"Pester`" xmlns=`"http://microsoft.com/schemas/VisualStudio/TeamTest/2010`">"
        '  <Results>', $lines, '  </Results>'
        "  <ResultSummary outcome=`"$(if ($failed) { 'Failed' } else { 'Completed' })`">"
        "    <Counters total=`"$($cases.Count)`" executed=`"$($passed + $failed)`" passed=`"$passed`" failed=`"$failed`" notExecuted=`"$skipped`" />"
        '  </ResultSummary>', '</TestRun>'
    ) | ForEach-Object { $_ }
    $null = New-Item -ItemType Directory -Force (Split-Path $TrxFile)
    [IO.File]::WriteAllLines($TrxFile, [string[]] $text)
}

foreach ($group in $cases | Where-Object Result -EQ Skipped | Group-Object Message) {
    Write-Host "Skipped: $($group.Count), $($group.Name)"
}
if ($cases.Count -gt 10) {
    Write-Host 'The ten slowest:'
    $cases | Sort-Object Seconds -Descending | Select-Object -First 10 | ForEach-Object { Write-Host ('  {0,6:0.0} s  {1}' -f $_.Seconds, $_.Name) }
}
Write-Host ('Pester on PowerShell {0}: {1} tests of {2} files in {3:m\:ss}: {4} passed, {5} failed, {6} skipped.' -f
    $PSVersionTable.PSVersion, $cases.Count, $files.Count, $watch.Elapsed, $passed, $failed, $skipped)
exit [int]($failed -gt 0 -or ($passed -eq 0 -and -not $Filter))
