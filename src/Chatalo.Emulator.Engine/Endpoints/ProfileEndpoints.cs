using System.Globalization;
using Chatalo.Emulator.Protocol;
using Chatalo.Emulator.State;

namespace Chatalo.Emulator.Endpoints;

/// <summary>Who the keys belong to, and what they did.</summary>
internal static class ProfileEndpoints
{
    private static readonly TimeSpan PlanLength = TimeSpan.FromDays(10);

    public static void AddTo(RouteTable routes)
    {
        routes.Add("GET", "/profile", GetProfile);
        routes.Add("GET", "/profile/logs", GetLogs);
    }

    private static void GetProfile(EndpointContext context)
    {
        var end = context.State.StartedAt + PlanLength;
        var days = Math.Max(0, (int)(end - context.Now).TotalDays);
        var json = ResponseWriter.BeginData(context.Response);
        json.WriteStartObject();
        json.WriteString("first_name"u8, "Trimun");
        json.WriteString("last_name"u8, "Su");
        json.WriteString("email"u8, "demo@example.com");
        json.WriteString("expires_on"u8, $"{GatewayTime.Short(end.ToOffset(context.Options.UtcOffset).DateTime)} ({days} days remaining)");
        json.WriteString("plan"u8, "Premium");
        json.WriteStartArray("assigned_devices"u8);
        foreach (var device in context.State.Devices.ToArray())
        {
            json.WriteStartObject();
            json.WriteString("id"u8, device.Id);
            json.WriteString("name"u8, device.Name);
            json.WriteString("whatsapp_number"u8, device.WhatsAppNumber);
            json.WriteString("status"u8, device.Status);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        ResponseWriter.EndData(context.Response);
    }

    private static void GetLogs(EndpointContext context)
    {
        var fields = new Fields(context.Input);
        var action = context.Input.Text("action");
        var address = context.Input.Text("ip");
        var from = ReadDate(context.Input, fields, "date_from") ?? DateTime.MinValue;
        var to = ReadDate(context.Input, fields, "date_to") ?? DateTime.MaxValue;
        if (!context.Accept(fields))
        {
            return;
        }

        var found = SampleData.Logs
            .Where(entry => action is null || entry.Action.IndexOf(action, StringComparison.OrdinalIgnoreCase) >= 0)
            .Where(entry => address is null || entry.IPAddress == address)
            .Where(entry => entry.Date >= from && entry.Date <= to)
            .ToList();
        var paging = context.Paging(found.Count, "per_page");
        var json = ResponseWriter.BeginData(context.Response);
        json.WriteStartArray();
        foreach (var entry in paging.Of(found))
        {
            json.WriteStartObject();
            json.WriteString("id"u8, entry.Id);
            json.WriteString("date"u8, GatewayTime.Long(entry.Date));
            json.WriteString("action"u8, entry.Action);
            json.WriteString("ip_address"u8, entry.IPAddress);
            json.WriteString("browser"u8, entry.Browser);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        ResponseWriter.EndData(context.Response, paging: paging);
    }

    private static DateTime? ReadDate(RequestInput input, Fields fields, string name)
    {
        var text = input.Text(name);
        if (text is null)
        {
            return null;
        }

        if (DateTime.TryParseExact(text, GatewayTime.Minute, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return date;
        }

        fields.Refuse(name, $"The {name.Replace('_', ' ')} field must match the format Y-m-d H:i.");
        return null;
    }
}
