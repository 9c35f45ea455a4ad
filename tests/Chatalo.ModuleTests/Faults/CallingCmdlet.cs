namespace Chatalo.ModuleTests.Faults;

/// <summary>A cmdlet that asks something of the gateway.</summary>
/// <param name="Name">The cmdlet.</param>
/// <param name="Arguments">What is asked, apart from the session.</param>
/// <param name="Kind">Whether it reads, changes something, or delivers something to a person.</param>
internal sealed record CallingCmdlet(string Name, string Arguments, CallKind Kind = CallKind.Read)
{
    /// <summary>The method of the request that fails; all when null. What a change reads first then goes well.</summary>
    public string? Method { get; init; }

    /// <summary>What runs before it.</summary>
    public string Before { get; init; } = "";

    /// <summary>Whether what becomes of a message is an object, also when it failed.</summary>
    public bool GivesOutcome { get; init; }

    /// <summary>Whether it waits, for minutes, until a gateway that cannot be reached is back: what the tests of campaigns are about.</summary>
    public bool IsCampaign { get; init; }

    /// <summary>Whether the session is its parameter, or what it makes.</summary>
    public bool MakesSession { get; init; }

    public string Script => $"{Before}{Name} {Arguments} " + (MakesSession ? "" : "-Session $session");

    /// <summary>Every cmdlet that calls the gateway; where it has more than one way to, each.</summary>
    public static IReadOnlyList<CallingCmdlet> All { get; } =
    [
        new("Connect-Chatalo", "ROGUE-PUBLIC-KEY ROGUE-SECRET-KEY -BaseUri $gateway -TimeoutSec $timeout -MaximumRetryCount 1") { MakesSession = true },
        new("Get-ChataloProfile", ""),
        new("Get-ChataloLog", "-First 1"),
        new("Get-ChataloDevice", "-First 1"),
        new("Get-ChataloDevice", "-Id $device"),
        new("New-ChataloDevice", "'Sela - CS' 85171631234 -CountryCode 62 -ApiEnabled $false", CallKind.Change),
        new("Set-ChataloDevice", "$device -Name New -Number 85171635322 -CountryCode 62 -ApiEnabled $false", CallKind.Change) { Method = "PATCH" },
        new("Set-ChataloDevice", "$device -Name Read -Number 85171635322 -CountryCode 62") { Method = "GET" },
        new("Remove-ChataloDevice", "$device -Confirm:$false", CallKind.Change),
        new("Connect-ChataloDevice", "$device -WarningAction Ignore"),
        new("Disconnect-ChataloDevice", "$device -Confirm:$false", CallKind.Change),
        new("Test-ChataloDevice", ""),
        new("Wait-ChataloDevice", "-TimeoutSec 1"),
        new("Get-ChataloContact", "-First 1"),
        new("Get-ChataloContactPicture", "6288975091234"),
        new("Test-ChataloNumber", "6288975091234"),
        new("Get-ChataloGroup", "-First 1"),
        new("Get-ChataloGroupMember", "120363037968000000"),
        new("Send-ChataloMessage", "6288975091234 Hi", CallKind.Send) { GivesOutcome = true },
        new("Send-ChataloMessage", "-GroupId 120363037968000000 -Message Hi", CallKind.Send) { GivesOutcome = true },
        new("Send-ChataloMessage", "6288975091234 Hi -Campaign \"send-$([guid]::NewGuid())\" -Store $store", CallKind.Send) { GivesOutcome = true, IsCampaign = true },
        new("Resume-ChataloCampaign", "$name -RetryFailed -Store $store", CallKind.Send)
        {
            GivesOutcome = true,
            IsCampaign = true,
            Before = "$name = \"resume-$([guid]::NewGuid())\"; $null = Send-ChataloMessage 6288975091234 Hi -Campaign $name -Store $store -Session $denied -ErrorAction Ignore; ",
        },
        new("Save-ChataloMedia", "eyJpdiI6ImV3d -Destination $folder -Force"),
        new("Send-ChataloOtp", "6288975091234 'Code {otp_code}'", CallKind.Send),
        new("Confirm-ChataloOtp", "147bb586-db16-4b6c-8da3-000000000000 637026", CallKind.Change),
        new("Get-ChataloWebhook", ""),
        new("Set-ChataloWebhook", "https://hooks.example/in", CallKind.Change),
        new("Remove-ChataloWebhook", "-Confirm:$false", CallKind.Change),
    ];

    /// <summary>The exported cmdlets that ask nothing of the gateway.</summary>
    public static IReadOnlyList<string> Silent { get; } =
    [
        "Get-ChataloSession", "Disconnect-Chatalo", "New-ChataloChatLink", "Import-ChataloContact", "ConvertFrom-ChataloWebhook", "Receive-ChataloMessage",
        // It posts to the user's own hook, without keys.
        "Invoke-ChataloWebhook",
        "Get-ChataloCampaign", "Suspend-ChataloCampaign", "Remove-ChataloCampaign", "Get-ChataloDelivery", "Add-ChataloOptOut", "Get-ChataloOptOut", "Remove-ChataloOptOut",
        "Start-ChataloEmulator", "Stop-ChataloEmulator", "Get-ChataloEmulatorMessage", "Clear-ChataloEmulatorMessage", "Set-ChataloEmulatorFault",
    ];

    public override string ToString() => $"{Name} {Arguments}";
}
