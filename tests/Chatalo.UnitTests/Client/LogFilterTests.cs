using System.Globalization;
using Chatalo.Client;

namespace Chatalo.UnitTests.Client;

/// <summary>What the account's history is asked for: <c>Y-m-d H:i</c> in the gateway's zone, whatever the calendar of the user.</summary>
public class LogFilterTests
{
    [Theory]
    [InlineData("th-TH")]
    [InlineData("fa-IR")]
    [InlineData("ar-SA")]
    [InlineData("en-US")]
    public async Task Times_go_out_in_the_gateways_zone_and_calendar(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = new CultureInfo(culture);
        try
        {
            Assert.Equal("&date_from=2026-11-20 03:30&date_to=2026-11-21 07:00", await QueryAsync("2026-11-19T20:30:59Z", "2026-11-21T00:00:00Z"));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData("2026-11-20T11:35:00+07:00", "&date_to=2026-11-20 11:35")]
    [InlineData("2026-11-20T11:35:04+07:00", "&date_to=2026-11-20 11:36")]
    [InlineData("9999-12-31T23:59:59+00:00", "")]
    [InlineData("0001-01-01T00:00:00+00:00", "")]
    public async Task An_end_within_a_minute_asks_for_the_whole_minute(string before, string query) => Assert.Equal(query, await QueryAsync(null, before));

    private static async Task<string> QueryAsync(string? after, string? before)
    {
        using var t = new ClientUnderTest(Step.Answer(200, """{"data":[]}"""));
        await t.PlayAsync(new ProfileApi(t.Client).ListLogsAsync(new LogFilter(null, null, Read(after), Read(before)), new PageRequest(1, 10), t.Context));
        return Uri.UnescapeDataString(Assert.Single(t.Gateway.Requests).Uri.Query).Replace("?page=1&limit=10", "", StringComparison.Ordinal);
    }

    private static DateTimeOffset? Read(string? text) => text is null ? null : DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
