namespace Chatalo;

/// <summary>The usual next step for each kind of error.</summary>
internal static class Remedy
{
    public static string For(ErrorKind kind) => kind switch
    {
        ErrorKind.Unauthorized => "Check the public and the secret key in the Member Area under Integration > API Key & Apps, then run Connect-Chatalo again.",
        ErrorKind.RateLimited => "Wait a minute, send more slowly, or raise -MaximumRetryCount of Connect-Chatalo. See about_Chatalo_SafeSending.",
        ErrorKind.InvalidInput => "Correct the input and run the command again.",
        ErrorKind.NotFound => "Check the id or the name: Get-ChataloDevice and Get-ChataloGroup list what exists.",
        ErrorKind.DeviceNotReady => "Connect the device with Connect-ChataloDevice -Wait, and enable it for the API with Set-ChataloDevice -ApiEnabled $true.",
        ErrorKind.OutcomeUnknown => "Look at the phone or ask the recipient before you send again: the message may have been delivered.",
        ErrorKind.Unreachable => "Check the network, the proxy and the base address, then run the command again.",
        ErrorKind.TimedOut => "Run the command again, or give the gateway more time with Connect-Chatalo -TimeoutSec.",
        ErrorKind.ServerError => "Run the command again in a while; if it stays, ask the vendor's support.",
        ErrorKind.UnexpectedAnswer => "Check that the base address is the gateway's API (…/api/v1) and that no proxy answers in its place.",
        ErrorKind.Stopped => "Run the command again for what was not sent.",
        ErrorKind.StoreUnavailable => "Mend the store, then run the same command again with the same store: it goes on where it stopped. Another store does not know who was sent to.",
        _ => "See about_Chatalo.",
    };
}
