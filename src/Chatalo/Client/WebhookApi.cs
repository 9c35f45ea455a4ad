using Chatalo.Json;

namespace Chatalo.Client;

/// <summary>Where incoming messages are posted.</summary>
internal sealed class WebhookApi(GatewayClient client)
{
    public Task<Webhook> GetAsync(CallContext context) => client.GetAsync("/webhook", ModelReaders.Webhook, context);

    public Task<Webhook> SetAsync(string url, CallContext context)
        => client.PostAsync("/setWebhook", RequestKind.Change, new JsonBody().Add("url", url), ModelReaders.Webhook, context);

    public Task<Webhook> UnsetAsync(CallContext context) => client.DeleteAsync("/unsetWebhook", ModelReaders.Webhook, context);
}
