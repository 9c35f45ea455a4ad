using Chatalo.Json;

namespace Chatalo.Client;

/// <summary>One-time passwords.</summary>
internal sealed class OtpApi(GatewayClient client)
{
    public Task<OtpRequest> SendAsync(string deviceId, string number, string text, int timeoutSec, int maxAttempts, CallContext context)
        => client.PostAsync(
            "/otp/send",
            RequestKind.Send,
            new JsonBody().Add("device_id", deviceId).Add("number", number).Add("message", text).Add("timeout", timeoutSec).Add("max_attempts", maxAttempts),
            (f, said) => Accepted(ModelReaders.OtpRequest(deviceId, number, DateTimeOffset.Now.AddSeconds(timeoutSec))(f, said)),
            context);

    /// <summary>
    /// A wrong, expired or used code is an answer, not an error. The attempt counts at the gateway, so a lost answer is not asked for again.
    /// </summary>
    public async Task<OtpConfirmation> ConfirmAsync(string requestId, string code, CallContext context)
    {
        try
        {
            return await client.PostAsync(
                "/otp/validate",
                RequestKind.Change,
                new JsonBody().Add("request_id", requestId).Add("otp_code", code),
                (f, said) => new OtpConfirmation
                {
                    RequestId = f.Text("request_id") ?? requestId,
                    IsValid = f.Bool("success") == true,
                    Message = said,
                    Rest = f.Except("success", "request_id"),
                },
                context).ConfigureAwait(false);
        }
        catch (ChataloException e) when (e.StatusCode is 400 or 404 or 422)
        {
            return new OtpConfirmation { RequestId = requestId, IsValid = false, Message = e.GatewayMessage ?? e.Message };
        }
    }

    private static OtpRequest Accepted(OtpRequest request) => request switch
    {
        { Success: false } => throw new ChataloException(ErrorKind.InvalidInput, $"The gateway did not send the password to {request.Number}."),
        { RequestId: null } => throw new ChataloException(
            ErrorKind.OutcomeUnknown, $"The gateway gave no request id for the password to {request.Number}: it may have been sent, but cannot be confirmed."),
        _ => request,
    };
}
