using Chatalo.Emulator.Protocol;

namespace Chatalo.Emulator.Endpoints;

/// <summary>Where incoming messages are posted to.</summary>
internal static class WebhookEndpoints
{
    public static void AddTo(RouteTable routes)
    {
        routes.Add("GET", "/webhook", context => WriteUrl(context, context.State.WebhookUrl));
        routes.Add("POST", "/setWebhook", Set);
        routes.Add("DELETE", "/unsetWebhook", Unset);
    }

    private static void Set(EndpointContext context)
    {
        var fields = new Fields(context.Input);
        var url = fields.Url("url");
        if (context.Accept(fields))
        {
            context.State.WebhookUrl = url;
            WriteUrl(context, url);
        }
    }

    private static void Unset(EndpointContext context)
    {
        context.State.WebhookUrl = null;

        // An empty object as PHP writes it, and as documented: an array.
        var json = ResponseWriter.BeginData(context.Response);
        json.WriteStartArray();
        json.WriteEndArray();
        ResponseWriter.EndData(context.Response);
    }

    private static void WriteUrl(EndpointContext context, string? url)
    {
        var json = ResponseWriter.BeginData(context.Response);
        json.WriteStartObject();
        json.WriteString("url"u8, url);
        json.WriteEndObject();
        ResponseWriter.EndData(context.Response);
    }
}
