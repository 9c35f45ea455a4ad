<#
.SYNOPSIS
Answers incoming messages by their first word: a person in private, a group in the group.

.DESCRIPTION
Listens on this machine. The gateway reaches it through a tunnel or a reverse proxy: give that one the address shown, and tell the
gateway with Set-ChataloWebhook https://your-tunnel.example/<token>. A fixed -Port and -Token keep the address over restarts.

.EXAMPLE
Connect-Chatalo; ./auto-reply.ps1 -Port 8089 -Token $env:WEBHOOK_TOKEN
#>
[CmdletBinding()]
param(
    [int] $Port = 8089,
    [string] $Token,
    [int] $Count,
    [double] $TimeoutSec
)

$listen = @{ Port = $Port }
foreach ($name in 'Token', 'Count', 'TimeoutSec') {
    if ($PSBoundParameters.ContainsKey($name)) { $listen[$name] = $PSBoundParameters[$name] }
}

# What the device's owner writes is posted too: a bot that answers it may talk to itself.
Receive-ChataloMessage @listen |
    Where-Object { $_.Text -and -not $_.IsFromMe } |
    ForEach-Object {
        $message = $_
        $answer = switch -Regex ($message.Text.Trim()) {
            '^(halo|hi|hello)\b' { "Halo $($message.Sender)! Ketik JAM untuk jam buka, ALAMAT untuk alamat."; break }
            '^jam\b' { 'Kami buka Senin sampai Jumat, 08.00-17.00 WIB.'; break }
            '^alamat\b' { 'Jl. Contoh No. 1, Jakarta.'; break }
        }
        if ($answer) { $message | Send-ChataloMessage -Message $answer }
    }
