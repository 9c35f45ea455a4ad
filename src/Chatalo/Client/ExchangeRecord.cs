using System.Globalization;

namespace Chatalo.Client;

/// <summary>
/// What may be told about an exchange: an allow-list, so that no key, text or number can slip into a log.
/// </summary>
internal sealed record ExchangeRecord(string Method, string Path, int? StatusCode, string? Failure, TimeSpan Duration, int? Remaining)
{
    public override string ToString()
    {
        var outcome = StatusCode?.ToString(CultureInfo.InvariantCulture) ?? Failure ?? "no answer";
        var budget = Remaining is { } left ? $", {left} left in this window" : "";
        return string.Format(CultureInfo.InvariantCulture, "{0} {1}: {2} in {3:0} ms{4}", Method, Path, outcome, Duration.TotalMilliseconds, budget);
    }
}
