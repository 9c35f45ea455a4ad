using Chatalo.Campaigns;
using Chatalo.Sending;

namespace Chatalo.UnitTests.Campaigns;

/// <summary>A person is one, whichever form of the number is given: Brazil's ninth digit, the 1 of Mexico and the 9 of Argentina.</summary>
public sealed class PersonTests
{
    public static TheoryData<StoreKind, string, string> Forms()
    {
        var data = new TheoryData<StoreKind, string, string>();
        foreach (var kind in new BothStoresAttribute().GetData(null!).Select(static row => (StoreKind)row[0]))
        {
            data.Add(kind, "5531988888888", "553188888888");
            data.Add(kind, "553188888888", "5531988888888");
            data.Add(kind, "5215512345678", "525512345678");
            data.Add(kind, "541123456789", "5491123456789");
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task In_one_list_the_person_is_sent_to_once_as_given_first(StoreKind kind, string first, string second)
    {
        using var test = new TestStore(kind);
        var campaign = test.Store.Ensure("nov", new CampaignSettings());
        using var run = new RunHarness(test.Store, campaign, new RunOptions { RecordsList = true });

        var results = await run.FinishAsync(TestStore.Message(first), TestStore.Message(second));

        Assert.Equal([first], run.Requests);
        Assert.Equal([SendOutcome.Sent, SendOutcome.Skipped], results.Select(static r => r.Outcome).Order());
        Assert.Equal(CampaignTexts.Duplicate, results.Single(static r => r.Outcome == SendOutcome.Skipped).Reason);
        Assert.Equal((1L, 1L), (test.Store.Describe(campaign).Sent, test.Store.Describe(campaign).Skipped));
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void In_a_later_run_the_person_has_been_sent_to(StoreKind kind, string first, string second)
    {
        using var test = new TestStore(kind);
        var campaign = test.Campaign([first]);
        test.Settle(campaign, test.ClaimOne(campaign), SendOutcome.Sent);

        Assert.StartsWith("Already sent", Assert.Single(test.Import(campaign, TestStore.Message(second))));
        Assert.Empty(test.Claim(campaign).Claimed);
        Assert.Equal("+" + first, test.Store.FindDelivery(campaign, second)!.Number);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void Another_workers_form_of_the_number_has_its_result(StoreKind kind, string first, string second)
    {
        using var test = new TestStore(kind);
        var campaign = test.Campaign([first]);
        test.Settle(campaign, test.ClaimOne(campaign), SendOutcome.Sent);

        Assert.Single(test.Store.FindSettled(campaign, [new Recipient(second, false).Person]));
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void An_opt_out_holds_for_both_forms(StoreKind kind, string first, string second)
    {
        using var test = new TestStore(kind);
        var campaign = test.Campaign([first]);
        test.Store.AddOptOut(second, "STOP");

        Assert.Equal("STOP", test.Store.FindOptOut(first)!.Reason);
        Assert.Equal(first, Assert.Single(test.Claim(campaign).OptedOut).Message.Recipient.Id);
        Assert.Equal("+" + second, test.Store.AddOptOut(first, null).Number);
        Assert.Single(test.Store.OptOuts("", 10));
        Assert.True(test.Store.RemoveOptOut(first));
        Assert.Null(test.Store.FindOptOut(second));
    }

    [Theory, BothStores]
    public void Numbers_of_other_countries_and_landlines_stay_two(StoreKind kind)
    {
        using var test = new TestStore(kind);
        var campaign = test.Campaign([]);

        var numbers = new[] { "553133334444", "5531933334444", "6281288888888", "62812988888888", "5215512345678901" };
        Assert.All(test.Import(campaign, [.. numbers.Select(static n => TestStore.Message(n))]), Assert.Null);
        Assert.Equal(numbers.Length, test.Claim(campaign, 9).Claimed.Count);
    }
}
