using System.Globalization;
using Chatalo.Emulator.Protocol;
using Chatalo.HttpServer;

namespace Chatalo.Emulator.Faults;

/// <summary>Writes the responses of faults, in place of what the response held.</summary>
internal static class FaultResponse
{
    private const string LoginPage = "<!DOCTYPE html>\n<html><head><title>Chatalo</title></head><body><h1>Sign in</h1></body></html>\n";

    public static void Write(FaultRule rule, HttpRequest request, HttpResponse response, int rateLimit, DateTimeOffset now)
    {
        switch (rule.Kind)
        {
            case FaultKind.Html:
                response.StartBody(200, rule.ContentType ?? "text/html; charset=UTF-8");
                response.Body.AppendUtf8(rule.Body ?? LoginPage);
                break;
            case FaultKind.Empty:
                response.StartBody(200, rule.ContentType);
                break;
            default:
                WriteStatus(rule, request, response, rateLimit, now);
                break;
        }

        foreach (var header in rule.Headers)
        {
            response.SetHeader(header.Key, header.Value);
        }
    }

    private static void WriteStatus(FaultRule rule, HttpRequest request, HttpResponse response, int rateLimit, DateTimeOffset now)
    {
        response.StartBody(rule.StatusCode, rule.ContentType ?? "application/json");
        if (rule.StatusCode == 429)
        {
            var wait = rule.RetryAfter ?? 1;
            TooManyRequests.Write(request, response, rateLimit, wait, now.ToUnixTimeSeconds() + wait);
        }
        else
        {
            WriteUsual(rule.StatusCode, response);
            if (rule.RetryAfter is { } seconds)
            {
                response.SetHeader("Retry-After", seconds.ToString(CultureInfo.InvariantCulture));
            }
        }

        if (rule.Body is not null)
        {
            response.StartBody(rule.StatusCode, rule.ContentType ?? "application/json");
            response.Body.AppendUtf8(rule.Body);
        }
    }

    private static void WriteUsual(int statusCode, HttpResponse response)
    {
        switch (statusCode)
        {
            case 502 or 503 or 504:
                // These come from the web server in front, which does not speak JSON.
                response.StartBody(statusCode, "text/html");
                var title = $"{statusCode} {ReasonPhrase.Of(statusCode)}";
                response.Body.AppendUtf8($"<html>\r\n<head><title>{title}</title></head>\r\n<body><center><h1>{title}</h1></center></body>\r\n</html>\r\n");
                break;
            case >= 500:
                response.Json.WriteStartObject();
                response.Json.WriteString("message", "Server Error");
                response.Json.WriteEndObject();
                response.Json.Flush();
                break;
            case 204 or 304:
                break;
            default:
                ResponseWriter.Refuse(response, statusCode, ReasonPhrase.Of(statusCode));
                break;
        }
    }
}
