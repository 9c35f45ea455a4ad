# What a first hour with Chatalo looks like, offline: the gateway here is the emulator, nothing leaves this machine.
$ErrorActionPreference = 'Stop'

'Starting an emulated gateway on this machine, and connecting to it with its sample keys:'
Start-ChataloEmulator | Connect-Chatalo -Device 'Andi - CS' | Out-Default

'Its devices:'
Get-ChataloDevice | Out-Default

'Writing to a list of contacts; each message is made from its contact:'
$contacts = @(
    [pscustomobject]@{ Nama = 'Budi'; Nomor = '0812-1111-2222' }
    [pscustomobject]@{ Nama = 'Siti'; Nomor = '+62 813 3333 4444' }
    [pscustomobject]@{ Nama = 'Agus'; Nomor = '6285755556666' }
)
$results = $contacts | Send-ChataloMessage -Message { "Halo $($_.Nama)" }
$results | Out-Default

'What the gateway delivered:'
Get-ChataloEmulatorMessage | Out-Default

Stop-ChataloEmulator
'The emulator is stopped.'

# A result that is not Sent is a failure of the demonstration, and the caller should see it.
if ($results.Count -ne $contacts.Count -or ($results | Where-Object Outcome -ne 'Sent')) {
    exit 1
}
