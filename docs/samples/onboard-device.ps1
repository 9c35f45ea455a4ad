<#
.SYNOPSIS
Registers a device, has it linked with WhatsApp, and gives it ready for use.

.DESCRIPTION
Run it again whenever you like: a device with this name is not registered twice, and one that is linked is given as it is.
With -OutFile the code is a picture too, replaced as it is renewed, for whoever has the phone somewhere else.

.EXAMPLE
Connect-Chatalo; ./onboard-device.ps1 -Name 'Toko Bandung' -Number 0812-3456-7890 -OutFile code.png
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)]
    [string] $Name,

    [Parameter(Mandatory)]
    [string] $Number,

    [string] $OutFile,
    [int] $TimeoutSec = 180
)

$ErrorActionPreference = 'Stop'

# Brackets in a name are no pattern here.
$device = Get-ChataloDevice | Where-Object Name -EQ $Name
if (-not $device) { $device = New-ChataloDevice -Name $Name -Number $Number }
if (@($device).Count -gt 1) { throw "Several devices are named '$Name'." }

if (-not $device.IsAuthenticated) {
    $link = @{ TimeoutSec = $TimeoutSec }
    if ($OutFile) { $link.OutFile = $OutFile; $link.Force = $true }
    $device = $device | Connect-ChataloDevice -Wait @link
}
if (-not $device.IsReady) { throw "The device '$Name' is linked but not open to the API: Set-ChataloDevice changes that." }
$device
