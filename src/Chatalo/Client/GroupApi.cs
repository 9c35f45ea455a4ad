using Chatalo.Json;

namespace Chatalo.Client;

/// <summary>A device's groups.</summary>
internal sealed class GroupApi(GatewayClient client)
{
    public Task<Page<Group>> ListAsync(string deviceId, PageRequest page, CallContext context)
        => client.ListAsync("/groups" + page.Query, new JsonBody().Add("device_id", deviceId), ModelReaders.Group(deviceId), context);

    public Task<Group> GetAsync(string deviceId, string groupId, CallContext context)
        => client.PostAsync(
            "/groups/detail",
            RequestKind.Read,
            new JsonBody().Add("device_id", deviceId).Add("group_id", GatewayId.Check(groupId, "group id")),
            f => Found(ModelReaders.Group(deviceId)(f), groupId),
            context);

    private static Group Found(Group group, string id) => group.Id.Length > 0
        ? group
        : throw new ChataloException(ErrorKind.NotFound, $"The device is in no group with the id '{id}'.");
}
