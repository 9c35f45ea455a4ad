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

    private static void List(Exchange exchange)
    {
        var fields = new Fields(exchange.Input);
        if (exchange.ReadyDevice(fields, fields.Required("device_id")) is null)
        {
            return;
        }

        var paging = Paging.Of(exchange, SampleData.Contacts.Count);
        var json = Answer.BeginData(exchange.Response);
        json.WriteStartArray();
        foreach (var contact in paging.Of(SampleData.Contacts))
        {
            json.WriteStartObject();
            json.WriteString("number"u8, contact.Number);
            json.WriteString("name"u8, contact.Name);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        Answer.EndData(exchange.Response, paging: paging);
    }

    private static void GetPicture(Exchange exchange)
    {
        if (ReadNumber(exchange) is not { } number)
        {
            return;
        }

        var json = Answer.BeginData(exchange.Response);
        json.WriteStartObject();
        json.WriteString("number"u8, number);
        json.WriteString("url"u8, WhatsAppNumbers.Exists(number, exchange.Options) ? exchange.FileUrl(number) : null);
        json.WriteEndObject();
        Answer.EndData(exchange.Response);
    }

    private static void Check(Exchange exchange)
    {
        if (ReadNumber(exchange) is not { } number)
        {
            return;
        }

        var json = Answer.BeginData(exchange.Response);
        json.WriteStartObject();
        json.WriteString("number"u8, number);
        json.WriteBoolean("exists"u8, WhatsAppNumbers.Exists(number, exchange.Options));
        json.WriteEndObject();
        Answer.EndData(exchange.Response);
    }

    private static string? ReadNumber(Exchange exchange)
    {
        var fields = new Fields(exchange.Input);
        var deviceId = fields.Required("device_id");
        var number = fields.Digits("number", WhatsAppNumbers.LeastDigits, WhatsAppNumbers.MostDigits);
        return exchange.ReadyDevice(fields, deviceId) is null ? null : number;
    }
}
