<#
.SYNOPSIS
Tells a group when drives of this machine run full. Run it by the clock: cron, a scheduled task, a runbook.

.DESCRIPTION
All drives that run full stand in one message, so that a bad night is not a hundred messages. When all is well nothing is sent.
The sent message is written, so that a log says what was told; an alert that failed ends the script with an error, so that the
clock's own alarm rings.

.EXAMPLE
Connect-Chatalo -Device 'Andi - CS'; ./alert-group.ps1 -Group 'Ops Jakarta' -Drive C:, D: -FreePercent 10
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)]
    [string] $Group,

    [string[]] $Drive = [IO.Path]::GetPathRoot($PWD.ProviderPath),
    [ValidateRange(1, 100)]
    [double] $FreePercent = 10
)

$ErrorActionPreference = 'Stop'

# Before anything is measured: a name that fits no group, or two, must show on the first day and not on the day of the alert.
$target = @(Get-ChataloGroup -Name $Group)
if ($target.Count -ne 1) { throw "$($target.Count) groups match '$Group'; it must be one." }

$full = foreach ($name in $Drive) {
    $info = [IO.DriveInfo]::new($name)
    $free = 100 * $info.AvailableFreeSpace / $info.TotalSize
    if ($free -lt $FreePercent) { '{0}: {1:N0} % free' -f $name, $free }
}
if ($full) {
    $text = "$([Environment]::MachineName)`n" + ($full -join "`n")
    Send-ChataloMessage -GroupId $target[0].Id -Message $text
}
