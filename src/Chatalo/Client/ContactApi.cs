using Chatalo.Json;

namespace Chatalo.Client;

/// <summary>A device's contacts, and what WhatsApp knows of a number.</summary>
internal sealed class ContactApi(GatewayClient client)
{
    public Task<Page<Contact>> ListAsync(string deviceId, PageRequest page, CallContext context)
        => client.ListAsync("/contacts" + page.Query, new JsonBody().Add("device_id", deviceId), ModelReaders.Contact(deviceId), context);

    public Task<ContactPicture> GetPictureAsync(string deviceId, string number, CallContext context)
        => client.PostAsync("/contacts/picture", RequestKind.Read, Body(deviceId, number), ModelReaders.ContactPicture(deviceId, number), context);

    public Task<NumberCheck> CheckAsync(string deviceId, string number, object? input, CallContext context)
        => client.PostAsync("/contacts/check", RequestKind.Read, Body(deviceId, number), ModelReaders.NumberCheck(deviceId, number, input), context);

    private static JsonBody Body(string deviceId, string number) => new JsonBody().Add("device_id", deviceId).Add("number", number);
}
