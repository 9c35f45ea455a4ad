using Chatalo.Contacts;

namespace Chatalo.Sending;

/// <summary>Who gets a message: a person by number or a group by id.</summary>
/// <param name="Id">As the gateway and the stores have it: digits with country code and without plus, or the group's id.</param>
/// <param name="IsGroup">Whether it is a group.</param>
internal readonly record struct Recipient(string Id, bool IsGroup)
{
    /// <summary>What two recipients share that are the same person or group, whichever form the number has.</summary>
    public string Person => IsGroup ? Id : WhatsAppNumberRules.ToIdentity(Id);

    /// <summary>The recipient as it leaves the module: a number with its plus.</summary>
    public override string ToString() => IsGroup ? Id : E164.Format(Id);
}
