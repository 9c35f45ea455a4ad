using Chatalo.Campaigns.Stores;
using Chatalo.Sending;

namespace Chatalo.Campaigns;

/// <summary>Looks each recipient up among the opt-outs, for messages that belong to no campaign.</summary>
internal sealed class OptOutCheck : IDisposable
{
    private readonly CampaignStore _store;

    private OptOutCheck(CampaignStore store) => _store = store;

    /// <returns>Null where no store is configured.</returns>
    /// <exception cref="ChataloException">The store cannot be used: without it nobody knows who has opted out.</exception>
    public static OptOutCheck? Open(StoreAddress? address, StoreWaiting waiting)
    {
        if (address is null)
        {
            return null;
        }

        var store = new CampaignStore(address, waiting: waiting);
        try
        {
            store.Check();
            return new OptOutCheck(store);
        }
        catch
        {
            store.Dispose();
            throw;
        }
    }

    /// <summary>Whether a recipient has opted out; groups cannot.</summary>
    public bool Holds(Recipient recipient) => !recipient.IsGroup && _store.FindOptOut(recipient.Id) is not null;

    public void Dispose() => _store.Dispose();
}
