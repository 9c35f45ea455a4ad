using Chatalo.Emulator.Protocol;

namespace Chatalo.Emulator.Endpoints;

/// <summary>Messages to people and groups, and the files of incoming ones.</summary>
internal static class MessageEndpoints
{
    public static void AddTo(RouteTable routes)
    {
        routes.Add("POST", "/messages", context => Send(context, toGroup: false));
        routes.Add("POST", "/messages/group", context => Send(context, toGroup: true));
        routes.Add("POST", "/messages/download", Download);
    }

    private static void Send(EndpointContext context, bool toGroup)
    {
        var fields = new Fields(context.Input);
        var deviceId = fields.Required("device_id");
        var type = fields.Required("type");
        if (type is not ("" or "text" or "caption" or "file"))
        {
            fields.Refuse("type", "The selected type is invalid.");
        }

        var recipient = toGroup ? fields.Required("group_id") : fields.Digits("number", WhatsAppNumbers.LeastDigits, WhatsAppNumbers.MostDigits);
        var message = type is "text" or "caption" ? fields.Required("message") : null;
        var url = type is "caption" or "file" ? fields.Url("url") : null;
        if (context.ReadyDevice(fields, deviceId) is not { } device)
        {
            return;
        }

        if (toGroup && State.SampleData.FindGroup(recipient) is null)
        {
            context.Refuse(404, "Group not found.");
            return;
        }

        var isSent = toGroup || WhatsAppNumbers.CanReceive(recipient, context.Options);
        if (isSent)
        {
            // The store's own id and one text a type: a million kept messages share them.
            context.State.Messages.Deliver(device.Id, string.Intern(type), toGroup ? null : recipient, toGroup ? recipient : null, message, url);
        }

        var json = ResponseWriter.BeginData(context.Response);
        json.WriteStartObject();
        json.WriteBoolean("is_sent"u8, isSent);
        json.WriteString(toGroup ? "group_id" : "number", recipient);
        json.WriteString("url"u8, url);
        json.WriteString("type"u8, type);
        json.WriteEndObject();
        ResponseWriter.EndData(context.Response);
    }

    private static void Download(EndpointContext context)
    {
        var fields = new Fields(context.Input);
        var deviceId = fields.Required("device_id");
        var fileEncoded = fields.Required("file_encoded");
        if (context.ReadyDevice(fields, deviceId) is null)
        {
            return;
        }

        if (context.State.Media.FindEncoded(fileEncoded) is not { } file)
        {
            context.Refuse(404, "File not found.");
            return;
        }

        context.Response.StartBody(200, file.ContentType);
        context.Response.Body.Append(file.Bytes);
    }
}
