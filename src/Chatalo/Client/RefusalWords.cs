namespace Chatalo.Client;

/// <summary>
/// Whom a refusal concerns, by the words of the gateway. The vendor documents no error codes for these, so the words decide; words that are not known
/// concern nobody but the request.
/// </summary>
internal static class RefusalWords
{
    private static readonly string[] Device = ["device", "perangkat", "whatsapp session"];

    private static readonly string[] Other = ["recipient", "penerima"];

    private static readonly string[] Unready =
    [
        "connected", "authenticated", "ready", "is_api", "api access", "offline", "logged out", "linked", "inactive", "not active", "scan", "terhubung", "aktif",
    ];

    private static readonly string[] Account = ["subscription", "your plan", "your account", "your package", "api key", "quota", "balance", "langganan", "kuota", "paket anda", "akun anda", "saldo"];

    // A state alone does not do: "account suspended" is the sender's, "the account of the recipient is closed" is not.
    private static readonly string[] AccountItself = ["account suspended", "account is suspended", "account disabled", "account is disabled", "account expired", "account has expired", "payment required"];

    private static readonly string[] Ended =
    [
        "expired", "suspended", "closed", "disabled", "inactive", "blocked", "terminated", "exceeded", "deactivated", "not active", "invalid", "insufficient", "not enough", "reached", "used up",
        "berakhir", "habis", "tidak aktif", "tidak cukup", "ditangguhkan",
    ];

    /// <summary>Whether it says that the device cannot send: it is not linked, or not open to the API.</summary>
    public static bool ConcernDevice(string? said) => Has(said, Device) && Has(said, Unready) && !Has(said, Other);

    /// <summary>Whether it says that the sender's account cannot send: it has ended, has not paid, or has used up what it may.</summary>
    public static bool ConcernAccount(string? said) => (Has(said, Account) && Has(said, Ended)) || Has(said, AccountItself);

    private static bool Has(string? text, string[] parts)
        => text is not null && parts.Any(part => text.IndexOf(part, StringComparison.OrdinalIgnoreCase) >= 0);
}
