<#
.SYNOPSIS
Checks that somebody has the phone with a number: $true or $false.

.DESCRIPTION
The gateway makes the code, sends it, and checks what was typed; this script never sees the right one. A wrong code may be typed again,
as often as -MaxAttempts says and while the code is good.

.PARAMETER AskCode
Asks the person for the code. By default at this prompt; a web page would ask in its own way. Nothing ends the check.

.EXAMPLE
Connect-Chatalo -Device 'Andi - CS'; if (./otp-check.ps1 0812-3456-7890) { 'Welcome' }
#>
[CmdletBinding()]
[OutputType([bool])]
param(
    [Parameter(Mandatory)]
    [string] $Number,

    [scriptblock] $AskCode = { Read-Host 'The code that WhatsApp shows (nothing to end)' },
    [int] $MaxAttempts = 3,
    [int] $TimeoutSec = 120
)

$ErrorActionPreference = 'Stop'

$request = Send-ChataloOtp $Number 'Kode Anda {otp_code}. Jangan berikan kepada siapa pun.' -TimeoutSec $TimeoutSec -MaxAttempts $MaxAttempts

for ($attempt = 1; $attempt -le $MaxAttempts; $attempt++) {
    $code = & $AskCode
    if (-not $code) { break }
    if ($request | Confirm-ChataloOtp -Code $code -Quiet) { return $true }
}
$false
