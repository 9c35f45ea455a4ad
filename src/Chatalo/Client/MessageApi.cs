using Chatalo.Json;
using Chatalo.Sending;

namespace Chatalo.Client;

/// <summary>Messages out, media in.</summary>
internal sealed class MessageApi(GatewayClient client)
{
    public Task<SendAnswer> SendAsync(OutgoingMessage message, CallContext context)
        => client.PostAsync(
            message.Recipient.IsGroup ? "/messages/group" : "/messages",
            RequestKind.Send,
            Body(message),
            static (f, said) => new SendAnswer(f.Bool("is_sent"), said, f.Except("is_sent", "number", "group_id", "url", "type")),
            context);

    /// <summary>The media of an incoming message, by the text that its webhook gave. The caller disposes the answer.</summary>
    public Task<HttpResponseMessage> DownloadAsync(string deviceId, string fileEncoded, CallContext context)
        => client.DownloadAsync("/messages/download", new JsonBody().Add("device_id", deviceId).Add("file_encoded", fileEncoded), context);

    private static JsonBody Body(OutgoingMessage message) => new JsonBody()
        .Add("device_id", message.DeviceId)
        .Add("type", message.Content.TypeName)
        .Add(message.Recipient.IsGroup ? "group_id" : "number", message.Recipient.Id)
        .AddIfSet("message", message.Content.Text)
        .AddIfSet("url", message.Content.Url);
}
