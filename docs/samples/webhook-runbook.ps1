<#
.SYNOPSIS
An Azure Automation runbook that the gateway starts for each incoming message.

.DESCRIPTION
Add a webhook named chatalo to the runbook, and give its address to the gateway: Set-ChataloWebhook <address>. The keys are a credential
asset named Chatalo: the public key as its user name, the secret key as its password.
$WebhookData is an object in a Windows PowerShell 5.1 runbook and a text in a PowerShell 7 one, and in the test pane it is JSON;
ConvertFrom-ChataloWebhook takes them all.
#>
param(
    [Parameter(Mandatory)]
    [object] $WebhookData
)

$ErrorActionPreference = 'Stop'

if (-not (Get-ChataloSession -ErrorAction Ignore)) {
    $null = Get-AutomationPSCredential -Name Chatalo | Connect-Chatalo
}

# The gateway may post a message twice, and each post is a job of its own: what is done here must not matter when it is done again.
$WebhookData | ConvertFrom-ChataloWebhook |
    Where-Object { $_.Text -match '^status\b' -and -not $_.IsFromMe } |
    Send-ChataloMessage -Message 'Semua layanan berjalan normal.' -ErrorAction Continue
