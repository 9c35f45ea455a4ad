<#
.SYNOPSIS
    Runs one file of tests and writes what came of each as JSON. Run-Pester.ps1 calls it, in a process of its own.
#>
[CmdletBinding(PositionalBinding = $false)]
param(
    [Parameter(Mandatory)] [string] $Path,
    [Parameter(Mandatory)] [string] $Output,
    [Parameter(Mandatory)] [string] $Pester,
    [string] $Filter
)
Import-Module $Pester -ErrorAction Stop
$configuration = New-PesterConfiguration
$configuration.Run.Path = $Path
$configuration.Run.PassThru = $true
$configuration.Output.Verbosity = 'None'
if ($Filter) { $configuration.Filter.FullName = $Filter }
$result = Invoke-Pester -Configuration $configuration

function Get-Message($Records) {
    ($Records | ForEach-Object { "$($_.DisplayErrorMessage)`n$($_.DisplayStackTrace)".Trim() }) -join "`n"
}

function ConvertTo-Case($Name, $Outcome, $Seconds, $Line, $Message) {
    [pscustomobject] @{ Name = $Name; Result = $Outcome; Seconds = [math]::Round($Seconds, 3); Line = $Line; Message = $Message }
}

$cases = @(
    foreach ($test in $result.Tests | Where-Object Result -NE NotRun) {
        # Inconclusive is not passed.
        $outcome = if ($test.Result -in 'Passed', 'Skipped') { $test.Result } else { 'Failed' }
        # With its data filled in, and one line.
        $name = (@($test.Block.ExpandedPath, $test.ExpandedName) -join ' > ') -replace '\s+', ' '
        $reason = if ($outcome -eq 'Skipped') { Get-Message $test.ErrorRecord } elseif ($outcome -eq 'Failed') { Get-Message $test.ErrorRecord }
        ConvertTo-Case $name $outcome $test.Duration.TotalSeconds $test.StartLine $reason
    }
    # What failed outside a test: a file that cannot be read, what comes before and after all tests.
    foreach ($container in $result.FailedContainers) {
        ConvertTo-Case (Split-Path $Path -Leaf) 'Failed' 0 1 (Get-Message $container.ErrorRecord)
    }
    foreach ($block in $result.FailedBlocks | Where-Object { $_.ErrorRecord }) {
        ConvertTo-Case $block.ExpandedPath 'Failed' 0 $block.StartLine (Get-Message $block.ErrorRecord)
    }
)
[IO.File]::WriteAllText($Output, (ConvertTo-Json $cases -Depth 3))
exit 0
