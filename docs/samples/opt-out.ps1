<#
.SYNOPSIS
Takes whoever writes STOP off all campaigns, and tells them so.

.EXAMPLE
Connect-Chatalo; ./opt-out.ps1 -Port 8090 -Token $env:WEBHOOK_TOKEN
#>
[CmdletBinding()]
param(
    [int] $Port = 8090,
    [string] $Token,
    [int] $Count,
    [double] $TimeoutSec
)

$listen = @{ Port = $Port }
foreach ($name in 'Token', 'Count', 'TimeoutSec') {
    if ($PSBoundParameters.ContainsKey($name)) { $listen[$name] = $PSBoundParameters[$name] }
}

# Only the word alone: "please don't stop" is no opt-out.
Receive-ChataloMessage @listen |
    Where-Object { $_.Number -and -not $_.IsFromMe -and $_.Text -match '^\W*(stop|berhenti|unsubscribe)\W*$' } |
    ForEach-Object {
        # The farewell first: after the opt-out nothing is sent to them any more. To the person, also when they wrote it in a group.
        try { $_ | Send-ChataloMessage -Number $_.Number -Message 'Baik, Anda tidak akan menerima pesan kami lagi.' }
        finally { Add-ChataloOptOut -Number $_.Number }
    }
