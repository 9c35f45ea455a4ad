namespace Chatalo.Emulator.Endpoints;

/// <summary>Where incoming messages are posted to.</summary>
internal static class WebhookEndpoints
{
    public static void AddTo(RouteTable routes)
    {
        routes.Add("GET", "/webhook", exchange => WriteUrl(exchange, exchange.State.WebhookUrl));
        routes.Add("POST", "/setWebhook", Set);
        routes.Add("DELETE", "/unsetWebhook", Unset);
    }

    private static void Set(Exchange exchange)
    {
        var fields = new Fields(exchange.Input);
        var url = fields.Url("url");
        if (exchange.Accept(fields))
        {
            exchange.State.WebhookUrl = url;
            WriteUrl(exchange, url);
        }
    }

    private static void Unset(Exchange exchange)
    {
        exchange.State.WebhookUrl = null;

        // An empty object as PHP writes it, and as documented: an array.
        var json = Answer.BeginData(exchange.Response);
        json.WriteStartArray();
        json.WriteEndArray();
        Answer.EndData(exchange.Response);
    }

    private static void WriteUrl(Exchange exchange, string? url)
    {
        var json = Answer.BeginData(exchange.Response);
        json.WriteStartObject();
        json.WriteString("url"u8, url);
        json.WriteEndObject();
        Answer.EndData(exchange.Response);
    }
}
