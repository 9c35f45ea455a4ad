using Chatalo.Emulator.Protocol;
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

    private static void Connect(EndpointContext context)
    {
        switch (context.State.Devices.StartConnecting(context.Id))
        {
            case null:
                context.Refuse(404, "Device not found.");
                return;
            case { QrPayload: { } payload, QrExpiresAt: { } end }:
                var json = ResponseWriter.BeginData(context.Response);
                json.WriteStartObject();
                json.WriteString("qr"u8, "data:image/png;base64," + Convert.ToBase64String(QrPicture.ToPng(payload)));
                json.WriteString("expires_at"u8, GatewayTime.Sortable(end.ToOffset(context.Options.UtcOffset).DateTime));
                json.WriteEndObject();
                ResponseWriter.EndData(context.Response);
                return;
            default:
                context.Refuse(400, "The device is already connected.");
                return;
        }
    }

    private static void GetStatus(EndpointContext context)
    {
        if (context.State.Devices.Find(context.Id) is { } device)
        {
            WriteFlag(context, "is_authenticated", device.Status == DeviceStatus.Authenticated);
        }
        else
        {
            context.Refuse(404, "Device not found.");
        }
    }

    private static void Disconnect(EndpointContext context)
    {
        if (context.State.Devices.SetStatus(context.Id, DeviceStatus.Disconnected) is null)
        {
            context.Refuse(404, "Device not found.");
        }
        else
        {
            WriteFlag(context, "is_disconnected", true);
        }
    }

    private static void WriteFlag(EndpointContext context, string name, bool value)
    {
        var json = ResponseWriter.BeginData(context.Response);
        json.WriteStartObject();
        json.WriteBoolean(name, value);
        json.WriteEndObject();
        ResponseWriter.EndData(context.Response);
    }
}
