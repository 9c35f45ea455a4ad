using System.Globalization;
#if !NET8_0_OR_GREATER
using System.Net.Sockets;
using System.Security.Authentication;
#endif

namespace Chatalo.Client.Http;

/// <summary>
/// Gives each attempt its time-out, reads the answer's body up to a cap, and says of a failure how far the request got.
/// </summary>
internal sealed class TransportHandler(TimeSpan timeout, TimeProvider time, IdleLimit idle, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var call = (GatewayCall)request;
        using var timer = time.Timer(timeout);
        using var stop = cancellationToken.Register(static timer => ((CancellationTokenSource)timer!).Cancel(), timer);
        try
        {
            var response = await ConnectedAsync(call, timer.Token).ConfigureAwait(false);
            idle.Learn(response);
            if (!call.IsStreamed(response))
            {
                await LimitedReader.BufferAsync(response, timer.Token).ConfigureAwait(false);
            }

            return response;
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            throw call.MayHaveLeft ? new StoppedInFlightException(cancellationToken) : new OperationCanceledException(cancellationToken);
        }
        catch (Exception) when (call.WasHeldBack)
        {
            throw new OperationCanceledException();
        }
        catch (Exception e) when (timer.IsCancellationRequested)
        {
            // A connection that never stood within the time-out has delivered nothing.
            var failure = call.MayHaveLeft ? TransportFailure.TimedOut : TransportFailure.NotSent;
            throw new TransportException(failure, string.Format(CultureInfo.InvariantCulture, "no answer within {0:0.###} s", timeout.TotalSeconds), e);
        }
        catch (Exception e) when (e is not TransportException)
        {
            throw new TransportException(Classify(call, e), Describe(e), e);
        }
    }

    // Each connection that was idle for too long is gone when it is met; the last one is a new one.
    private async Task<HttpResponseMessage> ConnectedAsync(GatewayCall call, CancellationToken cancellationToken)
    {
        while (true)
        {
            call.BeginAttempt();
            try
            {
                return await BeginAsync(call, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception e) when (IsStale(e) && !cancellationToken.IsCancellationRequested)
            {
            }
        }
    }

    private static bool IsStale(Exception? e)
    {
        while (e is not (null or StaleConnectionException))
        {
            e = e.InnerException;
        }

        return e is not null;
    }

    private Task<HttpResponseMessage> BeginAsync(GatewayCall call, CancellationToken cancellationToken)
    {
#if NET8_0_OR_GREATER
        using var caller = EagerStream.BeginRequest();
#endif
        return base.SendAsync(call, cancellationToken);
    }

    private static TransportFailure Classify(GatewayCall call, Exception e)
    {
        if (!call.MayHaveLeft || (call.Content is null && IsConnectFailure(e)))
        {
            return TransportFailure.NotSent;
        }

        // What the decompressors throw.
        return e is InvalidDataException or (InvalidOperationException and not ObjectDisposedException) ? TransportFailure.Unreadable : TransportFailure.Broken;
    }

    private static bool IsConnectFailure(Exception e)
    {
#if NET8_0_OR_GREATER
        return e is HttpRequestException
        {
            HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError
                or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError
        };
#else
        for (Exception? cause = e; cause is not null; cause = cause.InnerException)
        {
            if (cause is AuthenticationException
                or SocketException { SocketErrorCode: SocketError.ConnectionRefused or SocketError.HostNotFound or SocketError.HostUnreachable or SocketError.NetworkUnreachable }
                or System.Net.WebException { Status: System.Net.WebExceptionStatus.NameResolutionFailure or System.Net.WebExceptionStatus.ConnectFailure
                    or System.Net.WebExceptionStatus.SecureChannelFailure or System.Net.WebExceptionStatus.TrustFailure
                    or System.Net.WebExceptionStatus.ProxyNameResolutionFailure })
            {
                return true;
            }
        }

        return false;
#endif
    }

    // The innermost cause says what happened ("Connection refused"); the outer ones only that it did.
    private static string Describe(Exception e)
    {
        while (e.InnerException is { } inner)
        {
            e = inner;
        }

        return e.Message.TrimEnd('.');
    }
}
