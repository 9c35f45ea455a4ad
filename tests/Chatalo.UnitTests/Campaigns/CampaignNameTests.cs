using Chatalo.Campaigns;
using CsCheck;

namespace Chatalo.UnitTests.Campaigns;

/// <summary>Names that look the same are one campaign, and stores that hold odd names are still reached.</summary>
public sealed class CampaignNameTests
{
    [Theory]
    [InlineData("Promo Nov", " Promo Nov ")]
    [InlineData("Promo Nov", "Promo  Nov")]
    [InlineData("Promo Nov", "Promo\tNov\r\n")]
    [InlineData("Promo Nov", "Promo\u00A0Nov")]
    [InlineData("Promo Nov", "\uFEFFPromo\u200B Nov")]
    [InlineData("Promo Nov", "promo nov")]
    [InlineData("Caf\u00E9", "Cafe\u0301")]
    [InlineData("Caf\u00E9", "Cafe\u200B\u0301")]
    [InlineData("\u1EA4", "\u00C2\u0301")]
    [InlineData("\uAC00", "\u1100\u1161")]
    public void Names_that_look_the_same_are_one(string one, string other)
    {
        Assert.Equal(CampaignName.Key(one), CampaignName.Key(other));
        using var test = new TestStore(StoreKind.Sqlite);
        var campaign = test.Store.Ensure(other, new CampaignSettings());

        Assert.Equal(campaign.Id, test.Store.Ensure(one, new CampaignSettings()).Id);
        Assert.Equal(campaign.Id, test.Store.Get(one).Id);
        Assert.Single(test.Store.List(static _ => true));
    }

    [Theory]
    [InlineData("Promo Nov", "PromoNov")]
    [InlineData("Promo-1", "Promo 1")]
    [InlineData("Caf\u00E9", "Cafe")]
    [InlineData("\u06A9\u200C\u0647", "\u06A9\u0647")]
    public void Names_that_look_different_are_not(string one, string other) => Assert.NotEqual(CampaignName.Key(one), CampaignName.Key(other));

    [Theory]
    [InlineData("a\uFFFEb")]
    [InlineData("a\uFFFFb")]
    [InlineData("a\uFDD0b")]
    [InlineData("a\uD83Db")]
    [InlineData("a\uDE00\uD83Db")]
    [InlineData("a\uD83F\uDFFEb")]
    public void A_name_with_what_is_not_a_character_is_a_name(string name)
    {
        Assert.Contains('\uFFFD', CampaignName.Clean(name));
        using var test = new TestStore(StoreKind.Sqlite);

        Assert.Equal(test.Store.Ensure(name, new CampaignSettings()).Id, test.Store.Get(name).Id);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("\u200B")]
    [InlineData("\0")]
    public void A_blank_name_is_refused(string name)
    {
        using var test = new TestStore(StoreKind.Sqlite);

        Assert.Equal(ErrorKind.InvalidInput, Assert.Throws<ChataloException>(() => test.Store.Ensure(name, new CampaignSettings())).Kind);
    }

    [Fact]
    public void Whatever_a_name_is_cleaning_it_twice_changes_nothing_more() => Gen.String.Sample(static name =>
    {
        var clean = CampaignName.Clean(name);
        Assert.Equal(clean, CampaignName.Clean(clean));
        Assert.Equal(CampaignName.Key(name), CampaignName.Key(" " + clean + "\t"));
    });

    [Theory]
    [BothStores]
    public void Odd_names_in_a_store_of_an_earlier_version_are_reached_exactly_and_as_they_look(StoreKind kind)
    {
        using var old = new OldStore(kind);
        using var store = new CampaignStore(old.Address);

        foreach (var name in new[] { " Promo Nov ", "Promo  Nov", "Cafe\u0301", " Odd  One ", "nov-invoice" })
        {
            Assert.Equal(name, store.Get(name).Name);
            Assert.Equal(name, store.Ensure(name, new CampaignSettings()).Name);
        }

        Assert.Equal(" Odd  One ", store.Get("odd one").Name);
        Assert.Equal(" Odd  One ", store.Ensure("Odd One", new CampaignSettings()).Name);
        Assert.Equal("Cafe\u0301", store.Get("Caf\u00E9").Name);

        var error = Assert.Throws<ChataloException>(() => store.Ensure("Promo Nov", new CampaignSettings()));
        Assert.Equal(ErrorKind.InvalidInput, error.Kind);
        Assert.Contains("' Promo Nov ', 'Promo  Nov'", error.Message);
        Assert.Equal(5, store.List(static _ => true).Count);
    }
}
