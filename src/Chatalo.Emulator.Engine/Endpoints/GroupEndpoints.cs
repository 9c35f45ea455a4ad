using System.Text.Json;
using Chatalo.Emulator.Protocol;
using Chatalo.Emulator.State;

namespace Chatalo.Emulator.Endpoints;

/// <summary>The groups that a device is in.</summary>
internal static class GroupEndpoints
{
    public static void AddTo(RouteTable routes)
    {
        routes.Add("POST", "/groups", List);
        routes.Add("POST", "/groups/detail", Get);
    }

    private static void List(EndpointContext context)
    {
        var fields = new Fields(context.Input);
        if (context.ReadyDevice(fields, fields.Required("device_id")) is null)
        {
            return;
        }

        var paging = context.Paging(SampleData.Groups.Count);
        var json = ResponseWriter.BeginData(context.Response);
        json.WriteStartArray();
        foreach (var group in paging.Of(SampleData.Groups))
        {
            json.WriteStartObject();
            json.WriteString("id"u8, group.Id);
            json.WriteString("name"u8, group.Name);
            json.WriteNumber("participants"u8, group.Members.Count);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        ResponseWriter.EndData(context.Response, paging: paging);
    }

    private static void Get(EndpointContext context)
    {
        var fields = new Fields(context.Input);
        var deviceId = fields.Required("device_id");
        var groupId = fields.Required("group_id");
        if (context.ReadyDevice(fields, deviceId) is null)
        {
            return;
        }

        if (SampleData.FindGroup(groupId) is not { } group)
        {
            context.Refuse(404, "Group not found.");
            return;
        }

        Write(ResponseWriter.BeginData(context.Response), group);
        ResponseWriter.EndData(context.Response);
    }

    private static void Write(Utf8JsonWriter json, Group group)
    {
        json.WriteStartObject();
        json.WriteString("id"u8, group.Id);
        json.WriteString("name"u8, group.Name);
        json.WriteString("desc"u8, group.Description);
        json.WriteString("owner"u8, group.Owner);
        json.WriteNumber("creation"u8, group.CreatedAt);
        json.WriteBoolean("restrict"u8, false);
        json.WriteBoolean("announce"u8, group.IsAnnounce);
        json.WriteNumber("size"u8, group.Members.Count);
        json.WriteStartArray("participants"u8);
        for (var i = 0; i < group.Members.Count; i++)
        {
            json.WriteStartObject();
            json.WriteString("number"u8, group.Members[i]);
            json.WriteString("admin"u8, i switch { 0 => "superadmin", 1 when group.Members.Count > 9 => "admin", _ => null });
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
