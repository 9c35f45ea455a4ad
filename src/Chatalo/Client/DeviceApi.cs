using Chatalo.Json;

namespace Chatalo.Client;

/// <summary>Devices: list, make, change, link, unlink, remove.</summary>
internal sealed class DeviceApi(GatewayClient client)
{
    public Task<Page<Device>> ListAsync(PageRequest page, CallContext context)
        => client.ListAsync("/device" + page.Query, null, ModelReaders.Device, context);

    public Task<Device> GetAsync(string id, CallContext context)
        => client.GetAsync(Path("", id), f => Found(ModelReaders.Device(f), id), context);

    public Task<Device> AddAsync(DeviceDetails details, CallContext context)
        => client.PostAsync("/device", RequestKind.Change, Body(details), ModelReaders.Device, context);

    /// <summary>The gateway wants every field.</summary>
    public Task<Device> EditAsync(string id, DeviceDetails details, CallContext context)
        => client.PatchAsync(Path("", id), Body(details), ModelReaders.Device, context);

    public Task<(string? Picture, DateTimeOffset? ExpiresAt, IReadOnlyDictionary<string, object?>? Additional)> ConnectAsync(string id, CallContext context)
        => client.GetAsync(Path("/connect", id), f => (f.Text("qr"), GatewayTime.Parse(f.Text("expires_at"), client.Options.UtcOffset), f.Except("qr", "expires_at")), context);

    public Task<bool> IsAuthenticatedAsync(string id, CallContext context)
        => client.GetAsync(Path("/status", id), f => f.Bool("is_authenticated") ?? throw Missing("is_authenticated"), context);

    public Task<bool> DisconnectAsync(string id, CallContext context)
        => client.DeleteAsync(Path("/disconnect", id), f => f.Bool("is_disconnected") ?? true, context);

    public Task<bool> DeleteAsync(string id, CallContext context)
        => client.DeleteAsync(Path("/delete", id), f => f.Bool("is_deleted") ?? true, context);

    private static string Path(string action, string id) => $"/device{action}/{Uri.EscapeDataString(GatewayId.Check(id, "device id"))}";

    private static JsonBody Body(DeviceDetails d) => new JsonBody()
        .Add("name", d.Name)
        .Add("description", d.Description ?? "")
        .Add("country_code", d.CountryCode)
        .Add("number", d.Number)
        .Add("is_api", d.IsApiEnabled ? 1 : 0);

    // A gateway that answers an unknown id with an empty object says that there is none.
    private static Device Found(Device device, string id) => device.Id.Length > 0
        ? device
        : throw new ChataloException(ErrorKind.NotFound, $"The gateway knows no device with the id '{id}'.");

    private static ChataloException Missing(string field)
        => new(ErrorKind.UnexpectedAnswer, $"The gateway's answer has no {field}.");
}
