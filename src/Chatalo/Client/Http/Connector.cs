#if NET8_0_OR_GREATER
using System.Net;
using System.Net.Sockets;

namespace Chatalo.Client.Http;

/// <summary>
/// Connects a socket that stays in blocking mode until somebody uses it asynchronously. The handler's own connections are made
/// asynchronously, and a read on the caller's thread then waits by way of the thread pool: twice the processor time for each request.
/// </summary>
internal static class Connector
{
    public static async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        // Asynchronous, because a name that does not resolve cannot be given up on otherwise.
        var addresses = await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, cancellationToken).ConfigureAwait(false);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            using (cancellationToken.Register(static s => ((Socket)s!).Dispose(), socket))
            {
                socket.Connect(addresses, context.DnsEndPoint.Port);
            }

            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            cancellationToken.ThrowIfCancellationRequested();
            throw;
        }
    }
}
#endif
