using System.Net;
using System.Net.Sockets;

namespace Chatalo.UnitTests.Campaigns;

/// <summary>A way to a server that breaks every connection after a random number of packets, sometimes when the server has just been told something.</summary>
internal sealed class BreakingProxy : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly int _server;
    private readonly Random _random;
    private int _breaks;

    public BreakingProxy(int server, int seed)
    {
        (_server, _random) = (server, new Random(seed));
        _listener.Start();
        _ = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>How many connections it broke.</summary>
    public int Breaks => Volatile.Read(ref _breaks);

    public void Dispose() => _listener.Dispose();

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = RelayAsync(await _listener.AcceptTcpClientAsync());
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The test has ended.
        }
    }

    private async Task RelayAsync(TcpClient client)
    {
        using (client)
        using (var server = new TcpClient())
        {
            int packets;
            lock (_random)
            {
                // Enough to connect, and to get something done.
                packets = _random.Next(30, 120);
            }

            try
            {
                await server.ConnectAsync(IPAddress.Loopback, _server);
                var answers = server.GetStream().CopyToAsync(client.GetStream());
                var buffer = new byte[65536];
                for (; packets > 0; packets--)
                {
                    var read = await client.GetStream().ReadAsync(buffer);
                    if (read == 0)
                    {
                        return;
                    }

                    if (packets == 1)
                    {
                        // The server hears it; its answer is never seen.
                        client.Client.LingerState = new LingerOption(true, 0);
                        client.Close();
                        Interlocked.Increment(ref _breaks);
                    }

                    await server.GetStream().WriteAsync(buffer.AsMemory(0, read));
                }

                await answers;
            }
            catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException)
            {
                // Broken, as it is meant to be.
            }
        }
    }
}
