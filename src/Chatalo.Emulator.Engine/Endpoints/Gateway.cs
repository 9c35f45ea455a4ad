using System.Globalization;
using Chatalo.Emulator.Faults;
using Chatalo.Emulator.Protocol;
using Chatalo.HttpServer;
using Chatalo.Emulator.RateLimiting;
using Chatalo.Emulator.State;

namespace Chatalo.Emulator.Endpoints;

/// <summary>
/// Answers every request: fault, else rate limit → route → keys → endpoint. The rate limit comes before the keys, since Laravel's <c>throttle:api</c>
/// belongs to the group of all API routes and runs before the middleware of one's own that a route names: so refused keys count too, and
/// every answer, also a refusal, carries the rate headers.
/// </summary>
internal sealed class Gateway : IRequestHandler
{
    private const string FilesFolder = "/files/";
    private const string PublicKeyHeader = "X-Public-Key";
    private const string SecretKeyHeader = "X-Secret-Key";

    private readonly RouteTable _routes = new();
    private readonly FixedWindowLimiter _limiter;
    private readonly string _limit;

    public Gateway(EmulatorOptions options)
    {
        Options = options;
        State = new GatewayState(options);
        _limiter = new FixedWindowLimiter(options.RateLimit, options.RateLimitWindow, options.TimeProvider);
        _limit = options.RateLimit.ToString(CultureInfo.InvariantCulture);
        ProfileEndpoints.AddTo(_routes);
        DeviceEndpoints.AddTo(_routes);
        ConnectionEndpoints.AddTo(_routes);
        ContactEndpoints.AddTo(_routes);
        GroupEndpoints.AddTo(_routes);
        MessageEndpoints.AddTo(_routes);
        OtpEndpoints.AddTo(_routes);
        WebhookEndpoints.AddTo(_routes);
    }

    /// <summary>The headers that are read of a request.</summary>
    public static IReadOnlyList<string> RequestHeaders { get; } = ["Accept", "User-Agent", PublicKeyHeader, SecretKeyHeader];

    public EmulatorOptions Options { get; }

    public GatewayState State { get; }

    public FaultList Faults { get; } = new();

    /// <summary>Scheme, host and port; known once the server listens.</summary>
    public string Origin { get; set; } = "";

    public string FileUrl(string fileId) => Origin + FilesFolder + fileId;

    // Faults and the rate limit come first, and both answer a request that was read whole.
    public int? RefuseBeforeBody(HttpRequest request) => null;

    public ValueTask<ResponseEnd> HandleAsync(HttpRequest request, HttpResponse response, CancellationToken stopping)
    {
        if (Faults.Next(request.Method, request.Path) is { } plan)
        {
            return FailAsync(plan, request, response, stopping);
        }

        Process(request, response);
        State.Requests.Add(request, response.StatusCode, null);
        return new ValueTask<ResponseEnd>(ResponseEnd.Complete);
    }

    private async ValueTask<ResponseEnd> FailAsync(FaultPlan plan, HttpRequest request, HttpResponse response, CancellationToken stopping)
    {
        var rule = plan.Rule;
        await DelayAsync(plan.DelayBefore, stopping);
        if (rule.ProcessFirst || rule.Kind is FaultKind.ResetAfter or FaultKind.Delay or FaultKind.Truncate)
        {
            Process(request, response);
        }

        await DelayAsync(plan.DelayAfter, stopping);
        if (rule.Kind is FaultKind.Status or FaultKind.Html or FaultKind.Empty)
        {
            FaultResponse.Write(rule, request, response, Options.RateLimit, Options.TimeProvider.GetUtcNow());
        }

        var end = rule.Kind switch
        {
            FaultKind.ResetBefore or FaultKind.ResetAfter => ResponseEnd.Reset,
            FaultKind.Truncate => ResponseEnd.Truncated,
            _ => ResponseEnd.Complete,
        };
        State.Requests.Add(request, end == ResponseEnd.Reset ? 0 : response.StatusCode, rule.Kind);
        return end;
    }

    private async ValueTask DelayAsync(TimeSpan delay, CancellationToken stopping)
    {
        if (delay > TimeSpan.Zero)
        {
#if NET
            await Task.Delay(delay, Options.TimeProvider, stopping);
#else
            await Options.TimeProvider.Delay(delay, stopping);
#endif
        }
    }

    private void Process(HttpRequest request, HttpResponse response)
    {
        if (request.Path.StartsWith(FilesFolder, StringComparison.Ordinal))
        {
            ServeFile(request, response);
            return;
        }

        if (!IsWithinLimit(request, response))
        {
            return;
        }

        var methods = _routes.Find(request.Path, out var id);
        if (methods is null)
        {
            ResponseWriter.Refuse(response, 404, "The route could not be found.");
        }
        else if (!methods.TryGetValue(request.Method, out var endpoint))
        {
            response.SetHeader("Allow", string.Join(", ", methods.Keys));
            ResponseWriter.Refuse(response, 405, "The method is not supported for this route.");
        }
        else if (request.Header(PublicKeyHeader) != Options.PublicKey || request.Header(SecretKeyHeader) != Options.SecretKey)
        {
            ResponseWriter.Refuse(response, 403, "Unauthorized");
        }
        else
        {
            using var input = new RequestInput(request);
            Answer500IfItFails(endpoint, new EndpointContext(request, response, id, input, this));
        }
    }

    private static void Answer500IfItFails(Action<EndpointContext> endpoint, EndpointContext context)
    {
        try
        {
            endpoint(context);
        }
        catch (Exception mistake)
        {
            // A mistake of ours must not look like a network fault: that is what the tests of clients look for.
            context.Refuse(500, $"The emulator failed: {mistake.Message}");
        }
    }

    private bool IsWithinLimit(HttpRequest request, HttpResponse response)
    {
        if (_limiter.IsOff)
        {
            return true;
        }

        // Calls without a key share a bucket, as they would share that of their address.
        var decision = _limiter.Count(request.Header(PublicKeyHeader) ?? "");
        if (!decision.IsAllowed)
        {
            TooManyRequests.Write(request, response, _limiter.Limit, decision.RetryAfter, decision.Reset);
            return false;
        }

        response.SetHeader("X-RateLimit-Limit", _limit);
        response.SetHeader("X-RateLimit-Remaining", decision.Remaining.ToString(CultureInfo.InvariantCulture));
        return true;
    }

    private void ServeFile(HttpRequest request, HttpResponse response)
    {
        if (request.Method == "GET" && State.Media.FindFile(Uri.UnescapeDataString(request.Path.Substring(FilesFolder.Length))) is { } file)
        {
            response.StartBody(200, file.ContentType);
            response.Body.Append(file.Bytes);
        }
        else
        {
            ResponseWriter.Refuse(response, 404, "File not found.");
        }
    }
}
