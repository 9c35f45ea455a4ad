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

    private static void Send(Exchange exchange)
    {
        var fields = new Fields(exchange.Input);
        var deviceId = fields.Required("device_id");
        var number = fields.Digits("number", WhatsAppNumbers.LeastDigits, WhatsAppNumbers.MostDigits);
        var message = fields.Required("message");
        if (message.Length > 0 && message.IndexOf(Placeholder, StringComparison.Ordinal) < 0)
        {
            fields.Refuse("message", $"The message field must contain {Placeholder}.");
        }

        var timeout = fields.Integer("timeout", 1, LongestTimeout);
        var attempts = fields.Integer("max_attempts", 1, MostAttempts);
        if (exchange.ReadyDevice(fields, deviceId) is not { } device)
        {
            return;
        }

        if (!WhatsAppNumbers.CanReceive(number, exchange.Options))
        {
            exchange.Refuse(400, "The OTP could not be sent to this number.");
            return;
        }

        var (requestId, code) = exchange.State.Otps.Create(TimeSpan.FromSeconds(timeout), attempts);
        exchange.State.Messages.Deliver(device.Id, "text", number, null, message.Replace(Placeholder, code), null, code);
        WriteSuccess(exchange, requestId, "OTP has been sent successfully.");
    }

    private static void Validate(Exchange exchange)
    {
        var fields = new Fields(exchange.Input);
        var requestId = fields.Required("request_id");
        var code = fields.Required("otp_code");
        if (!exchange.Accept(fields))
        {
            return;
        }

        var refusal = exchange.State.Otps.Check(requestId, code) switch
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
            WriteSuccess(exchange, requestId, "OTP verified successfully.");
        }
        else
        {
            exchange.Refuse(400, refusal);
        }
    }

    private static void WriteSuccess(Exchange exchange, string requestId, string message)
    {
        var json = Answer.BeginData(exchange.Response);
        json.WriteStartObject();
        json.WriteBoolean("success"u8, true);
        json.WriteString("request_id"u8, requestId);
        json.WriteEndObject();
        Answer.EndData(exchange.Response, message);
    }
}
