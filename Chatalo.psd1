@{
    RootModule           = 'Chatalo.psm1'
    ModuleVersion        = '0.1.0'
    CompatiblePSEditions = @('Core', 'Desktop')
    GUID                 = '6e0a4c2e-5d0f-4a39-9d0b-3f0a4f6a7c11'
    Author               = 'The Chatalo founders'
    CompanyName          = 'Chatalo'
    Copyright            = '(c) The Chatalo founders. MIT licence.'
    Description          = 'PowerShell module for the Chatalo WhatsApp gateway: devices by QR, contact lists into sends, one-time passwords, incoming messages. Correct when the network is not.'
    PowerShellVersion    = '5.1'
    DotNetFrameworkVersion = '4.7.2'

    FormatsToProcess     = @('Chatalo.Format.ps1xml')

    FunctionsToExport    = @()
    VariablesToExport    = @()
    AliasesToExport      = @()
    CmdletsToExport      = @(
        'Connect-Chatalo',
        'Get-ChataloSession',
        'Disconnect-Chatalo',
        'Get-ChataloProfile',
        'Get-ChataloLog',
        'Get-ChataloDevice',
        'New-ChataloDevice',
        'Set-ChataloDevice',
        'Remove-ChataloDevice',
        'Connect-ChataloDevice',
        'Disconnect-ChataloDevice',
        'Test-ChataloDevice',
        'Wait-ChataloDevice',
        'Get-ChataloContact',
        'Get-ChataloContactPicture',
        'New-ChataloChatLink',
        'Test-ChataloNumber',
        'Import-ChataloContact',
        'Get-ChataloGroup',
        'Get-ChataloGroupMember',
        'Send-ChataloMessage',
        'Save-ChataloMedia',
        'Send-ChataloOtp',
        'Confirm-ChataloOtp',
        'Get-ChataloWebhook',
        'Set-ChataloWebhook',
        'Remove-ChataloWebhook',
        'ConvertFrom-ChataloWebhook',
        'Receive-ChataloMessage',
        'Invoke-ChataloWebhook',
        'Get-ChataloCampaign',
        'Resume-ChataloCampaign',
        'Suspend-ChataloCampaign',
        'Remove-ChataloCampaign',
        'Get-ChataloDelivery',
        'Add-ChataloOptOut',
        'Get-ChataloOptOut',
        'Remove-ChataloOptOut',
        'Start-ChataloEmulator',
        'Stop-ChataloEmulator',
        'Get-ChataloEmulatorMessage',
        'Clear-ChataloEmulatorMessage',
        'Set-ChataloEmulatorFault'
    )

    PrivateData          = @{
        PSData = @{
            Tags         = @('WhatsApp', 'Messaging', 'OTP', 'Chatalo', 'Gateway', 'Notification', 'AzureAutomation', 'PSEdition_Core', 'PSEdition_Desktop', 'Windows', 'Linux', 'MacOS')
            LicenseUri   = 'https://opensource.org/license/mit'
            ProjectUri   = 'https://github.com/chatalo/chatalo-powershell'
            ReleaseNotes = 'https://github.com/chatalo/chatalo-powershell/blob/main/CHANGELOG.md'
        }
    }
}
