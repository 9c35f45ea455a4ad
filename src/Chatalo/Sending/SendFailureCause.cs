namespace Chatalo.Sending;

/// <summary>Whom the failure of a message concerns.</summary>
internal enum SendFailureCause
{
    /// <summary>This message or its recipient: the next message may be sent all the same. Also whatever is not known to be anything else.</summary>
    ThisRecipient,

    /// <summary>The device, the keys, the account or the gateway's address: every message after it would fail alike until somebody mends that.</summary>
    DeviceOrAccount,
}
