using Chatalo.Emulator.Protocol;
using Chatalo.Emulator.State;

namespace Chatalo.Emulator.Endpoints;

/// <summary>One-time passwords.</summary>
internal static class OtpEndpoints
{
    private const string Placeholder = "{otp_code}";
    private const int LongestTimeout = 86_400;
    private const int MostAttempts = 100;

    public static void AddTo(RouteTable routes)
    {
        routes.Add("POST", "/otp/send", Send);
        routes.Add("POST", "/otp/validate", Validate);
    }

    private static void Send(EndpointContext context)
    {
        var fields = new Fields(context.Input);
        var deviceId = fields.Required("device_id");
        var number = fields.Digits("number", WhatsAppNumbers.LeastDigits, WhatsAppNumbers.MostDigits);
        var message = fields.Required("message");
        if (message.Length > 0 && message.IndexOf(Placeholder, StringComparison.Ordinal) < 0)
        {
            fields.Refuse("message", $"The message field must contain {Placeholder}.");
        }

        var timeout = fields.Integer("timeout", 1, LongestTimeout);
        var attempts = fields.Integer("max_attempts", 1, MostAttempts);
        if (context.ReadyDevice(fields, deviceId) is not { } device)
        {
            return;
        }

        if (!WhatsAppNumbers.CanReceive(number, context.Options))
        {
            context.Refuse(400, "The OTP could not be sent to this number.");
            return;
        }

        var (requestId, code) = context.State.Otps.Create(TimeSpan.FromSeconds(timeout), attempts);
        context.State.Messages.Deliver(device.Id, "text", number, null, message.Replace(Placeholder, code), null, code);
        WriteSuccess(context, requestId, "OTP has been sent successfully.");
    }

    private static void Validate(EndpointContext context)
    {
        var fields = new Fields(context.Input);
        var requestId = fields.Required("request_id");
        var code = fields.Required("otp_code");
        if (!context.Accept(fields))
        {
            return;
        }

        var refusal = context.State.Otps.Check(requestId, code) switch
        {
            OtpVerdict.Valid => null,
            OtpVerdict.Wrong => "The OTP code is invalid.",
            OtpVerdict.Expired => "The OTP code has expired.",
            OtpVerdict.Used => "The OTP code has already been used.",
            OtpVerdict.TooManyAttempts => "The maximum number of attempts has been reached.",
            _ => "The OTP request was not found.",
        };
        if (refusal is null)
        {
            WriteSuccess(context, requestId, "OTP verified successfully.");
        }
        else
        {
            context.Refuse(400, refusal);
        }
    }

    private static void WriteSuccess(EndpointContext context, string requestId, string message)
    {
        var json = ResponseWriter.BeginData(context.Response);
        json.WriteStartObject();
        json.WriteBoolean("success"u8, true);
        json.WriteString("request_id"u8, requestId);
        json.WriteEndObject();
        ResponseWriter.EndData(context.Response, message);
    }
}
