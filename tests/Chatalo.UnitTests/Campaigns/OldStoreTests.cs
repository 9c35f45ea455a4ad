using Chatalo.Campaigns;

namespace Chatalo.UnitTests.Campaigns;

/// <summary>A store that an earlier version of the module made opens, keeps what it knows, and goes on.</summary>
public sealed class OldStoreTests
{
    [Theory]
    [BothStores]
    public void A_store_of_version_1_opens_and_knows_everybody(StoreKind kind)
    {
        using var old = new OldStore(kind);
        using var store = new CampaignStore(old.Address);

        var campaign = store.List(static _ => true).Single(static c => c.Name == "nov-invoice");

        Assert.Equal((3L, 0L, 2L, 1L, 1L, 1L), (campaign.Pending, campaign.Sending, campaign.Sent, campaign.Failed, campaign.Unknown, campaign.Skipped));
        Assert.Equal(("0.01", 500, "00:00-24:00", 50, TimeSpan.FromHours(7)), (campaign.Interval, campaign.DailyLimit, campaign.Between, campaign.MaxFailures, campaign.Offset));
        Assert.Equal((CampaignState.Paused, "for the asset"), (campaign.State, campaign.PauseReason));
        Assert.Equal("STOP", store.FindOptOut("6281200000002")!.Reason);
        Assert.Equal(5, store.List(static _ => true).Count);
    }

    [Theory]
    [BothStores]
    public void A_store_of_version_1_goes_on_with_what_is_pending_and_sends_to_nobody_again(StoreKind kind)
    {
        using var old = new OldStore(kind);
        using var store = new CampaignStore(old.Address);
        var campaign = store.Resume(store.Get("nov-invoice").Id, new CampaignSettings { DailyLimit = 10_000 }, retryFailed: false, retryUnknown: false);

        var claimed = new List<string>();
        for (var patience = 100; claimed.Count < 3 && patience > 0; patience--)
        {
            claimed.AddRange(store.Exchange(TestStore.Turn(campaign, "a") with { Wanted = 10 }).Claimed.Select(static c => c.Message.Recipient.Id));
            Thread.Sleep(15);
        }

        Assert.Equal(["120363000000000001", "6281200000005", "6281200000006"], claimed.Order(StringComparer.Ordinal));
    }
}
