using System.Globalization;
using Chatalo.Json;

namespace Chatalo.Client;

/// <summary>The account and its history.</summary>
internal sealed class ProfileApi(GatewayClient client)
{
    public Task<Profile> GetAsync(CallContext context)
        => client.GetAsync("/profile", ModelReaders.Profile(client.Options.UtcOffset), context);

    public Task<Page<LogEntry>> ListLogsAsync(LogFilter filter, PageRequest page, CallContext context)
        => client.ListAsync("/profile/logs" + page.Query + ToQuery(filter), null, ModelReaders.LogEntry(client.Options.UtcOffset), context);

    private string ToQuery(LogFilter filter)
        => Part("action", filter.Action) + Part("ip", filter.IPAddress) + Part("date_from", Day(filter.After)) + Part("date_to", Day(filter.Before));

    private static string Part(string name, string? value)
        => string.IsNullOrEmpty(value) ? "" : $"&{name}={Uri.EscapeDataString(value!)}";

    // The gateway takes days, in its own zone.
    private string? Day(DateTimeOffset? time)
        => time?.ToOffset(client.Options.UtcOffset).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
