using System.Globalization;
using Chatalo.Json;

namespace Chatalo.Client;

/// <summary>The account and its history.</summary>
internal sealed class ProfileApi(GatewayClient client)
{
    private static readonly TimeSpan AlmostAMinute = TimeSpan.FromMinutes(1) - TimeSpan.FromTicks(1);

    public Task<Profile> GetAsync(CallContext context)
        => client.GetAsync("/profile", ModelReaders.Profile(client.Options.UtcOffset), context);

    public Task<Page<LogEntry>> ListLogsAsync(LogFilter filter, PageRequest page, CallContext context)
        => client.ListAsync("/profile/logs" + page.Query + ToQuery(filter), null, ModelReaders.LogEntry(client.Options.UtcOffset), context);

    // What is asked for is never less than what is wanted: the gateway knows no seconds.
    private string ToQuery(LogFilter filter)
        => Part("action", filter.Action) + Part("ip", filter.IPAddress) + Part("date_from", Minute(filter.After)) + Part("date_to", Minute(filter.Before, AlmostAMinute));

    private static string Part(string name, string? value)
        => string.IsNullOrEmpty(value) ? "" : $"&{name}={Uri.EscapeDataString(value!)}";

    // Y-m-d H:i in the gateway's zone, as its documentation has it; of the Gregorian calendar. At either end of the calendar it is no filter.
    private string? Minute(DateTimeOffset? time, TimeSpan more = default)
        => time is { UtcDateTime.Year: > 1 and < 9999 } known
            ? (known + more).ToOffset(client.Options.UtcOffset).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)
            : null;
}
