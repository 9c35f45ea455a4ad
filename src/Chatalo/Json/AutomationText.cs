namespace Chatalo.Json;

/// <summary>
/// $WebhookData as PowerShell 7 runbooks get it: a text that looks like JSON, but without quotes around names and values:
/// <c>{WebhookName:x,RequestBody:{…},RequestHeader:{Host:…}}</c>. A known issue of Azure Automation:
/// https://learn.microsoft.com/azure/automation/automation-runbook-types#limitations-and-known-issues
/// </summary>
internal static class AutomationText
{
    private const string Start = "{WebhookName:";
    private const string Body = ",RequestBody:";
    private const string Header = ",RequestHeader:";

    /// <summary>The body as it was posted; null when the text is something else.</summary>
    public static string? FindBody(string text)
    {
        var body = text.StartsWith(Start, StringComparison.Ordinal) ? text.IndexOf(Body, StringComparison.Ordinal) : -1;
        if (body < 0)
        {
            return null;
        }

        body += Body.Length;
        // The last one: the message itself may quote the word.
        var end = text.LastIndexOf(Header, StringComparison.Ordinal);
        if (end < body)
        {
            end = text.EndsWith("}", StringComparison.Ordinal) ? text.Length - 1 : text.Length;
        }

        return text.Substring(body, Math.Max(end - body, 0));
    }
}
