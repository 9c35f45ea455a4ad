<#
.SYNOPSIS
    Runs tests/*.Tests.ps1 on out/Chatalo, with each of Pester 5 and 6 that is installed.
.DESCRIPTION
    It says in a line when there is no Pester, and ends with an error when a test failed or none ran.
#>
[CmdletBinding()]
param()
$ErrorActionPreference = 'Stop'

$newest = Get-Module Pester -ListAvailable | Where-Object { $_.Version.Major -in 5, 6 } | Sort-Object Version -Descending |
    Group-Object { $_.Version.Major } | ForEach-Object { $_.Group[0] }
if (-not $newest) {
    'Neither Pester 5 nor 6 is installed: tests/*.Tests.ps1 are not run.'
    return
}

foreach ($pester in $newest) {
    # A process each: two versions do not get along in one.
    $shell = (Get-Process -Id $PID).Path
    & $shell -NoProfile -Command {
        param($manifest, $folder)
        Import-Module $manifest
        $configuration = New-PesterConfiguration
        $configuration.Run.Path = $folder
        $configuration.Run.PassThru = $true
        $result = Invoke-Pester -Configuration $configuration
        if ($result.FailedCount -gt 0 -or $result.FailedContainersCount -gt 0 -or $result.PassedCount -eq 0) { exit 1 }
        exit 0
    } -args $pester.Path, $PSScriptRoot
    if ($LASTEXITCODE -ne 0) {
        throw "Tests failed with Pester $($pester.Version)."
    }
}
