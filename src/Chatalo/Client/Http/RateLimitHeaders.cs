using System.Globalization;

namespace Chatalo.Client.Http;

/// <summary>
/// What an answer says of the rate limit. Laravel's ThrottleRequests puts <c>X-RateLimit-Limit</c> and <c>-Remaining</c> on every
/// answer, and <c>Retry-After</c> (whole seconds) and <c>X-RateLimit-Reset</c> (Unix seconds) only on a 429.
/// </summary>
/// <param name="Limit">Requests in a window.</param>
/// <param name="Remaining">Requests left in this one.</param>
/// <param name="RetryAfter">How long the gateway asks to wait: its <c>Retry-After</c>, or on a 429 without one the time to its reset.</param>
internal readonly record struct RateLimitHeaders(int? Limit, int? Remaining, TimeSpan? RetryAfter)
{
    private const int SecondsOfADay = 86_400;

    public static RateLimitHeaders Read(HttpResponseMessage response)
        => new(Number(response, "X-RateLimit-Limit"), Number(response, "X-RateLimit-Remaining"), ReadRetryAfter(response) ?? ReadReset(response));

    private static int? Number(HttpResponseMessage response, string name)
    {
        if (response.Headers.TryGetValues(name, out var values))
        {
            foreach (var value in values)
            {
                if (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                {
                    return number;
                }
            }
        }

        return null;
    }

    // RetryConditionHeaderValue refuses what servers really send ("2.5", "-1"); the plain text is read instead.
    private static TimeSpan? ReadRetryAfter(HttpResponseMessage response)
    {
        if (!response.Headers.TryGetValues("Retry-After", out var values))
        {
            return null;
        }

        var text = values.FirstOrDefault();
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds))
        {
            return double.IsNaN(seconds) ? null : TimeSpan.FromSeconds(Math.Min(Math.Max(seconds, 0), SecondsOfADay));
        }

        if (!DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at))
        {
            return null;
        }

        return Until(at, response);
    }

    // A proxy may take Retry-After away. A time is measured against the gateway's own clock, where the answer tells it.
    private static TimeSpan? ReadReset(HttpResponseMessage response)
    {
        if ((int)response.StatusCode != 429 || Number(response, "X-RateLimit-Reset") is not { } reset)
        {
            return null;
        }

        // Some gateways give the seconds that are left instead of a time; no window lasts longer than a day.
        return reset <= SecondsOfADay ? TimeSpan.FromSeconds(reset) : Until(DateTimeOffset.FromUnixTimeSeconds(reset), response);
    }

    private static TimeSpan Until(DateTimeOffset at, HttpResponseMessage response)
    {
        var wait = at - (response.Headers.Date ?? DateTimeOffset.UtcNow);
        return wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
    }
}
