using Chatalo.Emulator.Protocol;
using Chatalo.Emulator.State;

namespace Chatalo.Emulator.Endpoints;

/// <summary>The people that a device knows, and those it can reach.</summary>
internal static class ContactEndpoints
{
    public static void AddTo(RouteTable routes)
    {
        routes.Add("POST", "/contacts", List);
        routes.Add("POST", "/contacts/picture", GetPicture);
        routes.Add("POST", "/contacts/check", Check);
    }

    private static void List(EndpointContext context)
    {
        var fields = new Fields(context.Input);
        if (context.ReadyDevice(fields, fields.Required("device_id")) is null)
        {
            return;
        }

        var paging = context.Paging(SampleData.Contacts.Count);
        var json = ResponseWriter.BeginData(context.Response);
        json.WriteStartArray();
        foreach (var contact in paging.Of(SampleData.Contacts))
        {
            json.WriteStartObject();
            json.WriteString("number"u8, contact.Number);
            json.WriteString("name"u8, contact.Name);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        ResponseWriter.EndData(context.Response, paging: paging);
    }

    private static void GetPicture(EndpointContext context)
    {
        if (ReadNumber(context) is not { } number)
        {
            return;
        }

        var json = ResponseWriter.BeginData(context.Response);
        json.WriteStartObject();
        json.WriteString("number"u8, number);
        json.WriteString("url"u8, WhatsAppNumbers.Exists(number, context.Options) ? context.FileUrl(number) : null);
        json.WriteEndObject();
        ResponseWriter.EndData(context.Response);
    }

    private static void Check(EndpointContext context)
    {
        if (ReadNumber(context) is not { } number)
        {
            return;
        }

        var json = ResponseWriter.BeginData(context.Response);
        json.WriteStartObject();
        json.WriteString("number"u8, number);
        json.WriteBoolean("exists"u8, WhatsAppNumbers.Exists(number, context.Options));
        json.WriteEndObject();
        ResponseWriter.EndData(context.Response);
    }

    private static string? ReadNumber(EndpointContext context)
    {
        var fields = new Fields(context.Input);
        var deviceId = fields.Required("device_id");
        var number = fields.Digits("number", WhatsAppNumbers.LeastDigits, WhatsAppNumbers.MostDigits);
        return context.ReadyDevice(fields, deviceId) is null ? null : number;
    }
}
