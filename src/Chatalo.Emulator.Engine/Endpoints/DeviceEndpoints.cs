using System.Text.Json;
using Chatalo.Emulator.Protocol;
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

    private static void List(EndpointContext context)
    {
        var wanted = context.Input.Text("is_api") switch
        {
            "1" or "true" => true,
            "0" or "false" => false,
            _ => (bool?)null,
        };
        var found = context.State.Devices.ToArray().Where(device => wanted is null || device.IsApi == wanted).ToList();
        var paging = context.Paging(found.Count);
        var json = ResponseWriter.BeginData(context.Response);
        json.WriteStartArray();
        foreach (var device in paging.Of(found))
        {
            Write(json, device, withDescription: false);
        }

        json.WriteEndArray();
        ResponseWriter.EndData(context.Response, paging: paging);
    }

    private static void Add(EndpointContext context)
    {
        if (Read(context, new EmulatedDevice { Id = Guid.NewGuid().ToString(), Name = "", WhatsAppNumber = "", Status = DeviceStatus.Disconnected }) is { } device)
        {
            context.State.Devices.Add(device);
            WriteWhole(context, device);
        }
    }

    private static void Get(EndpointContext context) => WriteWhole(context, context.State.Devices.Find(context.Id));

    private static void Edit(EndpointContext context)
    {
        if (context.State.Devices.Find(context.Id) is not { } known)
        {
            context.Refuse(404, "Device not found.");
        }
        else if (Read(context, known) is { } wanted)
        {
            WriteWhole(context, context.State.Devices.Change(context.Id, device => device with
            {
                Name = wanted.Name,
                Description = wanted.Description,
                WhatsAppNumber = wanted.WhatsAppNumber,
                IsApi = wanted.IsApi,
            }));
        }
    }

    private static void Delete(EndpointContext context)
    {
        if (!context.State.Devices.Remove(context.Id))
        {
            context.Refuse(404, "Device not found.");
            return;
        }

        var json = ResponseWriter.BeginData(context.Response);
        json.WriteStartObject();
        json.WriteBoolean("is_deleted"u8, true);
        json.WriteEndObject();
        ResponseWriter.EndData(context.Response);
    }

    /// <returns>The device with the fields of the request in it; null when they were refused.</returns>
    private static EmulatedDevice? Read(EndpointContext context, EmulatedDevice device)
    {
        var fields = new Fields(context.Input);
        device = device with
        {
            Name = fields.Required("name"),
            Description = context.Input.Text("description"),
            WhatsAppNumber = fields.Digits("country_code", 1, 4) + fields.Digits("number", 4, 15),
            IsApi = fields.Flag("is_api"),
        };
        return context.Accept(fields) ? device : null;
    }

    private static void WriteWhole(EndpointContext context, EmulatedDevice? device)
    {
        if (device is null)
        {
            context.Refuse(404, "Device not found.");
            return;
        }

        Write(ResponseWriter.BeginData(context.Response), device, withDescription: true);
        ResponseWriter.EndData(context.Response);
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
