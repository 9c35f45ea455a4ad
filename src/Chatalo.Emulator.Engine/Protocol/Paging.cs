using System.Text.Json;

namespace Chatalo.Emulator.Protocol;

/// <summary>One page of a list, and what the answer says of it.</summary>
/// <param name="Page">The page asked for, from 1; also one behind the last, which is empty.</param>
/// <param name="Limit">Items on a page.</param>
/// <param name="Total">Items in all.</param>
/// <param name="LimitName">What this answer calls the limit: <c>per_page</c> in logs, else <c>limit</c>.</param>
internal sealed record Paging(int Page, int Limit, int Total, string LimitName)
{
    private const int DefaultLimit = 15;

    private int LastPage => Math.Max(1, (Total + Limit - 1) / Limit);

    /// <param name="page">The page that the request asks for; anything but a number above 0 is the first.</param>
    /// <param name="limit">The items on a page that the request asks for; anything but a number above 0 is 15.</param>
    /// <param name="maximum">The most items on a page.</param>
    /// <param name="total">Items in all.</param>
    /// <param name="limitName">What the response calls the limit.</param>
    public static Paging Create(long? page, long? limit, int maximum, int total, string limitName) => new(
        (int)Math.Min(page is > 0 ? page.Value : 1, int.MaxValue), (int)Math.Min(limit is > 0 ? limit.Value : DefaultLimit, maximum), total, limitName);

    public IEnumerable<T> Of<T>(IReadOnlyList<T> all)
    {
        var first = (Page - 1L) * Limit;
        for (var i = first; i < Math.Min(first + Limit, all.Count); i++)
        {
            yield return all[(int)i];
        }
    }

    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject("pagination"u8);
        json.WriteNumber("current_page"u8, Page);
        json.WriteNumber("total"u8, Total);
        json.WriteNumber(LimitName, Limit);
        json.WriteNumber("last_page"u8, LastPage);
        json.WriteEndObject();
    }
}
