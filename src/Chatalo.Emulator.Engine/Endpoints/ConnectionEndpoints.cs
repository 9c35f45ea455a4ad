using Chatalo.Emulator.State;

namespace Chatalo.Emulator.Endpoints;

/// <summary>A device's connection to WhatsApp: by QR, its status, its end.</summary>
internal static class ConnectionEndpoints
{
    public static void AddTo(RouteTable routes)
    {
        routes.Add("GET", "/device/connect/:id", Connect);
        routes.Add("GET", "/device/status/:id", GetStatus);
        routes.Add("DELETE", "/device/disconnect/:id", Disconnect);
    }

    private static void Connect(Exchange exchange)
    {
        switch (exchange.State.Devices.StartConnecting(exchange.Id))
        {
            case null:
                exchange.Refuse(404, "Device not found.");
                return;
            case { QrPayload: { } payload, QrExpiresAt: { } end }:
                var json = Answer.BeginData(exchange.Response);
                json.WriteStartObject();
                json.WriteString("qr"u8, "data:image/png;base64," + Convert.ToBase64String(QrPicture.ToPng(payload)));
                json.WriteString("expires_at"u8, GatewayTime.Sortable(end.ToOffset(exchange.Options.UtcOffset).DateTime));
                json.WriteEndObject();
                Answer.EndData(exchange.Response);
                return;
            default:
                exchange.Refuse(400, "The device is already connected.");
                return;
        }
    }

    private static void GetStatus(Exchange exchange)
    {
        if (exchange.State.Devices.Find(exchange.Id) is { } device)
        {
            WriteFlag(exchange, "is_authenticated", device.Status == DeviceStatus.Authenticated);
        }
        else
        {
            exchange.Refuse(404, "Device not found.");
        }
    }

    private static void Disconnect(Exchange exchange)
    {
        if (exchange.State.Devices.SetStatus(exchange.Id, DeviceStatus.Disconnected) is null)
        {
            exchange.Refuse(404, "Device not found.");
        }
        else
        {
            WriteFlag(exchange, "is_disconnected", true);
        }
    }

    private static void WriteFlag(Exchange exchange, string name, bool value)
    {
        var json = Answer.BeginData(exchange.Response);
        json.WriteStartObject();
        json.WriteBoolean(name, value);
        json.WriteEndObject();
        Answer.EndData(exchange.Response);
    }
}
