using System.Net;
using System.Net.Sockets;

namespace Chatalo.Emulator.Http;

/// <summary>
/// A small HTTP/1.1 server on loopback. Ours, because HttpListener cannot listen on port 0 and can neither reset a connection nor cut an answer.
/// </summary>
internal sealed class HttpServer : IDisposable
{
    public const int MaxHeaderBytes = 32 * 1024;

    private static readonly TimeSpan EndTime = TimeSpan.FromSeconds(1);

    private readonly TcpListener _listener;
    private readonly CancellationTokenSource _stopping = new();
    private readonly Dictionary<HttpConnection, Task> _connections = [];
    private readonly Task _accepting;
    private bool _ended;

    /// <param name="port">0 lets the system choose a free one.</param>
    /// <param name="handler">Answers the requests.</param>
    /// <param name="maxBodyBytes">The largest body of a request that is read.</param>
    /// <param name="clock">For the Date header.</param>
    /// <exception cref="SocketException">The port is taken.</exception>
    public HttpServer(int port, IRequestHandler handler, int maxBodyBytes, TimeProvider clock)
    {
        Handler = handler;
        MaxBodyBytes = maxBodyBytes;
        Date = new HttpDate(clock);
        Stopping = _stopping.Token;
        _listener = new TcpListener(IPAddress.Loopback, port);
        _listener.Start(512);
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _accepting = Task.Run(AcceptAsync);
    }

    public int Port { get; }

    public IRequestHandler Handler { get; }

    public HttpDate Date { get; }

    public CancellationToken Stopping { get; }

    public int MaxBodyBytes { get; }

    /// <summary>Connections that are open now.</summary>
    public int ConnectionCount
    {
        get
        {
            lock (_connections)
            {
                return _connections.Count;
            }
        }
    }

    public void Dispose()
    {
        Task[] running;
        lock (_connections)
        {
            if (_ended)
            {
                return;
            }

            _ended = true;
            _listener.Stop();
            foreach (var connection in _connections.Keys)
            {
                connection.Abort();
            }

            running = [_accepting, .. _connections.Values];
        }

        _stopping.Cancel();
        Task.WaitAll(running, EndTime);
        _stopping.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (true)
        {
            Socket socket;
            try
            {
                socket = await _listener.AcceptSocketAsync();
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException or InvalidOperationException)
            {
                if (_ended)
                {
                    return;
                }

                // One client that was gone before it was accepted does not end the server.
                continue;
            }

            Serve(socket);
        }
    }

    private void Serve(Socket socket)
    {
        var connection = new HttpConnection(socket, this);
        lock (_connections)
        {
            if (_ended)
            {
                connection.Dispose();
                return;
            }

            _connections.Add(connection, Task.Run(() => RunAsync(connection)));
        }
    }

    private async Task RunAsync(HttpConnection connection)
    {
        try
        {
            await connection.RunAsync();
        }
        finally
        {
            lock (_connections)
            {
                _connections.Remove(connection);
            }
        }
    }
}
