using Chatalo.HttpServer;
using Chatalo.Emulator.Protocol;
using Chatalo.Emulator.State;

namespace Chatalo.Emulator.Endpoints;

/// <summary>One call of an endpoint: what came in, what is known, and the answer.</summary>
internal sealed class EndpointContext(HttpRequest request, HttpResponse response, string id, RequestInput input, Gateway gateway)
{
    public HttpRequest Request => request;

    public HttpResponse Response => response;

    /// <summary>The last part of a path such as <c>/device/:id</c>; empty where the route has none.</summary>
    public string Id => id;

    public RequestInput Input => input;

    public EmulatorOptions Options => gateway.Options;

    public GatewayState State => gateway.State;

    public DateTimeOffset Now => Options.TimeProvider.GetUtcNow();

    /// <summary>The address of a file that the emulator serves.</summary>
    public string FileUrl(string fileId) => gateway.FileUrl(fileId);

    /// <summary>The page of a list that the request asks for.</summary>
    public Paging Paging(int total, string limitName = "limit")
        => Protocol.Paging.Create(input.Integer("page"), input.Integer("limit"), Options.MaxPageSize, total, limitName);

    public void Refuse(int statusCode, string message) => ResponseWriter.Refuse(response, statusCode, message);

    /// <returns>False when the fields were refused: the answer is written.</returns>
    public bool Accept(Fields fields)
    {
        if (!fields.AreValid)
        {
            ResponseWriter.Refuse(response, Options.ValidationStatusCode, fields.Errors);
        }

        return fields.AreValid;
    }

    /// <summary>Finds the device that is to be used, once the fields were found valid.</summary>
    /// <returns>Null when there is none or it cannot be used: the answer is written.</returns>
    public EmulatedDevice? ReadyDevice(Fields fields, string deviceId)
    {
        if (!Accept(fields))
        {
            return null;
        }

        var device = State.Devices.Find(deviceId);
        switch (device)
        {
            case null:
                Refuse(404, "Device not found.");
                return null;
            case { IsApi: false }:
                Refuse(400, "API access is not enabled for this device.");
                return null;
            case { IsReady: false }:
                Refuse(400, "The device is not connected.");
                return null;
            default:
                return device;
        }
    }
}
