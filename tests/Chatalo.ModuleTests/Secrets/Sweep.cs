using System.Text;

namespace Chatalo.ModuleTests.Secrets;

/// <summary>A script that runs every cmdlet, and the marked values that it is given: what nobody may find, and where some of it may be.</summary>
internal static class Sweep
{
    public const string PublicKey = "MARKED-PUBLIC-KEY-5f1c9e";
    public const string SecretKey = "MARKED-SECRET-KEY-a84d07";
    public const string Text = "MARKED-TEXT-c3b6";
    public const string OtpText = "MARKED-OTP-TEXT-77e0";
    public const string OtpCode = "MARKEDOTPCODE90417";

    /// <summary>
    /// A command a line, every exported cmdlet at least once. It needs <c>$public $secret $gateway $folder $store</c>; keys and texts are in
    /// variables, because what is typed in clear stands in the history and in the transcript by the user's own hand.
    /// </summary>
    public const string Script = """
        $chat = Connect-Chatalo -PublicKey $public -SecretKey $secret -BaseUri $gateway -Device $device -Store $store -TimeoutSec 5 -MaximumRetryCount 1
        $null = Connect-Chatalo -PublicKey $public -SecretKey $secret -BaseUri $gateway -Device $device -Store $store -TimeoutSec 5 -MaximumRetryCount 1 -SkipCheck
        $chat; "$chat"; Get-ChataloSession
        Connect-Chatalo -PublicKey $public -SecretKey $secret -BaseUri http://gateway.example
        Connect-Chatalo -PublicKey $public -SecretKey "$secret`n2" -BaseUri $gateway
        Connect-Chatalo -PublicKey $public -SecretKey wrong-secret-key -BaseUri $gateway
        Get-ChataloProfile
        Get-ChataloLog -First 3
        Get-ChataloDevice
        New-ChataloDevice Extra 85171639999 -CountryCode 62
        Set-ChataloDevice Extra -Description Hall
        Connect-ChataloDevice Extra
        Test-ChataloDevice; Wait-ChataloDevice -TimeoutSec 1
        Disconnect-ChataloDevice Extra -Confirm:$false
        Remove-ChataloDevice Extra -Confirm:$false
        Get-ChataloContact -First 2
        Get-ChataloContactPicture 081234567891
        New-ChataloChatLink 081234567891
        Test-ChataloNumber 081234567891
        Import-ChataloContact $csv
        Get-ChataloGroup
        Get-ChataloGroup | Get-ChataloGroupMember
        Send-ChataloMessage 081234567891 $text
        Send-ChataloMessage 081234567892 $text -Device 'Dita - CS'
        Send-ChataloMessage 'no number' $text
        Send-ChataloMessage 081234567893 -Template "$text {Unknown}"
        Import-ChataloContact $csv | Send-ChataloMessage -Template "$text {Nama}" -Campaign sweep -ThrottleLimit 2
        Get-ChataloCampaign; Get-ChataloDelivery sweep
        Suspend-ChataloCampaign sweep -Confirm:$false
        Resume-ChataloCampaign sweep -RetryFailed -RetryUnknown -Confirm:$false
        Add-ChataloOptOut 081234567899; Get-ChataloOptOut; Remove-ChataloOptOut 081234567899 -Confirm:$false
        Remove-ChataloCampaign nothing -Confirm:$false
        Save-ChataloMedia $media -Destination $folder -Force
        Send-ChataloOtp 081234567891 "$otpText {otp_code}"
        Send-ChataloOtp 081234567891 $otpText
        Confirm-ChataloOtp 147bb586-db16-4b6c-8da3-000000000000 $otpCode
        Set-ChataloWebhook https://hooks.example/in
        Get-ChataloWebhook
        Remove-ChataloWebhook -Confirm:$false
        ConvertFrom-ChataloWebhook '{"device_id":"d","sender":{"number":"62812"},"message":"hello"}'
        Receive-ChataloMessage -TimeoutSec 1
        Invoke-ChataloWebhook -Uri http://127.0.0.1:9/ -Message $text
        $emulator = Start-ChataloEmulator -RateLimit 100; Set-ChataloEmulatorFault Html -Path '/nothing'; Get-ChataloEmulatorMessage; Stop-ChataloEmulator
        Disconnect-Chatalo
        """;

    /// <summary>The ways in which a key may stand somewhere: as it is, in base64, and as .NET keeps and exports texts.</summary>
    public static IReadOnlyList<byte[]> Keys { get; } =
    [
        .. new[] { PublicKey, SecretKey }.SelectMany(static key => new[]
        {
            Encoding.UTF8.GetBytes(key), Encoding.Unicode.GetBytes(key), Ascii(Convert.ToBase64String(Encoding.UTF8.GetBytes(key))[..^4]),
            Ascii(Convert.ToHexStringLower(Encoding.Unicode.GetBytes(key))), Ascii(Convert.ToHexString(Encoding.Unicode.GetBytes(key))),
        }),
    ];

    public static IReadOnlyList<byte[]> Texts { get; } = [.. new[] { Text, OtpText, OtpCode }.Select(Ascii)];

    /// <summary>Fails when one of them is in what was found at a place.</summary>
    public static void HoldsNone(IEnumerable<byte[]> needles, byte[] haystack, string place)
    {
        foreach (var needle in needles)
        {
            var at = haystack.AsSpan().IndexOf(needle);
            Assert.True(at < 0, $"{place} holds a marked value: …{(at < 0 ? "" : Encoding.UTF8.GetString(haystack, Math.Max(at - 200, 0), Math.Min(400, haystack.Length - Math.Max(at - 200, 0))))}…");
        }
    }

    public static void HoldsNone(IEnumerable<byte[]> needles, string haystack, string place) => HoldsNone(needles, Encoding.UTF8.GetBytes(haystack), place);

    private static byte[] Ascii(string text) => Encoding.ASCII.GetBytes(text);
}
