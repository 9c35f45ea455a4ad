using System.Globalization;
using Chatalo.HttpServer;

namespace Chatalo.Emulator.Protocol;

/// <summary>The 429 as Laravel gives it: JSON only to those who asked for it.</summary>
internal static class TooManyRequests
{
    private const string Page =
        "<!DOCTYPE html>\n<html lang=\"en\"><head><title>Too Many Requests</title></head><body><h1>429</h1><p>Too Many Requests</p></body></html>\n";

    /// <param name="request">Whose Accept header decides.</param>
    /// <param name="response">Takes the answer.</param>
    /// <param name="limit">Calls in a window; 0 when there is no limit, and so no header of it.</param>
    /// <param name="retryAfter">Whole seconds.</param>
    /// <param name="reset">Unix seconds.</param>
    public static void Write(HttpRequest request, HttpResponse response, int limit, long retryAfter, long reset)
    {
        if (limit > 0)
        {
            response.SetHeader("X-RateLimit-Limit", limit.ToString(CultureInfo.InvariantCulture));
            response.SetHeader("X-RateLimit-Remaining", "0");
        }

        response.SetHeader("Retry-After", retryAfter.ToString(CultureInfo.InvariantCulture));
        response.SetHeader("X-RateLimit-Reset", reset.ToString(CultureInfo.InvariantCulture));
        if (request.Header("Accept") is { } accept && accept.IndexOf("application/json", StringComparison.OrdinalIgnoreCase) >= 0)
        {
            response.StartBody(429, "application/json");
            response.Json.WriteStartObject();
            response.Json.WriteString("message", "Too Many Attempts.");
            response.Json.WriteEndObject();
            response.Json.Flush();
        }
        else
        {
            response.StartBody(429, "text/html; charset=UTF-8");
            response.Body.AppendUtf8(Page);
        }
    }
}
