using System.Text.Json;
using Chatalo.Emulator.State;

namespace Chatalo.Emulator.Endpoints;

/// <summary>Devices: made, listed, changed, removed.</summary>
internal static class DeviceEndpoints
{
    public static void AddTo(RouteTable routes)
    {
        routes.Add("GET", "/device", List);
        routes.Add("POST", "/device", Add);
        routes.Add("GET", "/device/:id", Get);
        routes.Add("PATCH", "/device/:id", Edit);
        routes.Add("DELETE", "/device/delete/:id", Delete);
    }

    private static void List(Exchange exchange)
    {
        var wanted = exchange.Input.Text("is_api") switch
        {
            "1" or "true" => true,
            "0" or "false" => false,
            _ => (bool?)null,
        };
        var found = exchange.State.Devices.ToArray().Where(device => wanted is null || device.IsApi == wanted).ToList();
        var paging = Paging.Of(exchange, found.Count);
        var json = Answer.BeginData(exchange.Response);
        json.WriteStartArray();
        foreach (var device in paging.Of(found))
        {
            Write(json, device, withDescription: false);
        }

        json.WriteEndArray();
        Answer.EndData(exchange.Response, paging: paging);
    }

    private static void Add(Exchange exchange)
    {
        if (Read(exchange, new EmulatedDevice { Id = Guid.NewGuid().ToString(), Name = "", WhatsAppNumber = "", Status = DeviceStatus.Disconnected }) is { } device)
        {
            exchange.State.Devices.Add(device);
            WriteWhole(exchange, device);
        }
    }

    private static void Get(Exchange exchange) => WriteWhole(exchange, exchange.State.Devices.Find(exchange.Id));

    private static void Edit(Exchange exchange)
    {
        if (exchange.State.Devices.Find(exchange.Id) is not { } known)
        {
            exchange.Refuse(404, "Device not found.");
        }
        else if (Read(exchange, known) is { } wanted)
        {
            WriteWhole(exchange, exchange.State.Devices.Change(exchange.Id, device => device with
            {
                Name = wanted.Name,
                Description = wanted.Description,
                WhatsAppNumber = wanted.WhatsAppNumber,
                IsApi = wanted.IsApi,
            }));
        }
    }

    private static void Delete(Exchange exchange)
    {
        if (!exchange.State.Devices.Remove(exchange.Id))
        {
            exchange.Refuse(404, "Device not found.");
            return;
        }

        var json = Answer.BeginData(exchange.Response);
        json.WriteStartObject();
        json.WriteBoolean("is_deleted"u8, true);
        json.WriteEndObject();
        Answer.EndData(exchange.Response);
    }

    /// <returns>The device with the fields of the request in it; null when they were refused.</returns>
    private static EmulatedDevice? Read(Exchange exchange, EmulatedDevice device)
    {
        var fields = new Fields(exchange.Input);
        device = device with
        {
            Name = fields.Required("name"),
            Description = exchange.Input.Text("description"),
            WhatsAppNumber = fields.Digits("country_code", 1, 4) + fields.Digits("number", 4, 15),
            IsApi = fields.Flag("is_api"),
        };
        return exchange.Accept(fields) ? device : null;
    }

    private static void WriteWhole(Exchange exchange, EmulatedDevice? device)
    {
        if (device is null)
        {
            exchange.Refuse(404, "Device not found.");
            return;
        }

        Write(Answer.BeginData(exchange.Response), device, withDescription: true);
        Answer.EndData(exchange.Response);
    }

    private static void Write(Utf8JsonWriter json, EmulatedDevice device, bool withDescription)
    {
        json.WriteStartObject();
        json.WriteString("id"u8, device.Id);
        json.WriteString("name"u8, device.Name);
        json.WriteString("whatsapp_number"u8, device.WhatsAppNumber);
        if (withDescription)
        {
            json.WriteString("description"u8, device.Description);
        }

        json.WriteBoolean("is_api"u8, device.IsApi);
        json.WriteString("status"u8, device.Status);
        json.WriteEndObject();
    }
}
