using System.Net;
using System.Net.Sockets;

namespace Chatalo.HttpServer;

/// <summary>
/// A small HTTP/1.1 server, for an offline gateway and for a listener of webhooks. Ours, because HttpListener cannot listen on port 0, can neither
/// reset a connection nor cut an answer, gives everybody 90 s to send a header, and refuses the Host that a tunnel to loopback passes on.
/// </summary>
internal sealed class Http1Server : IDisposable
{
    private static readonly TimeSpan EndTime = TimeSpan.FromSeconds(1);

    private readonly TcpListener _listener;
    private readonly CancellationTokenSource _stopping = new();
    private readonly Dictionary<HttpConnection, Task> _connections = [];
    private readonly Task _accepting;
    private bool _ended;

    /// <param name="options">Where it listens, and what it takes.</param>
    /// <param name="handler">Answers the requests.</param>
    /// <param name="clock">For the Date header.</param>
    /// <exception cref="SocketException">The port is taken, or the system does not allow it.</exception>
    public Http1Server(HttpServerOptions options, IRequestHandler handler, TimeProvider clock)
    {
        Options = options;
        Handler = handler;
        Date = new HttpDate(clock);
        Stopping = _stopping.Token;
        _listener = new TcpListener(options.EndPoint);
        _listener.Start(512);
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _accepting = Task.Run(AcceptAsync);
    }

    public int Port { get; }

    public IRequestHandler Handler { get; }

    public HttpDate Date { get; }

    public CancellationToken Stopping { get; }

    public HttpServerOptions Options { get; }

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

    /// <summary>Closes the port and every connection. An answer that is being made has a second to go out.</summary>
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
                connection.End();
            }

            running = [_accepting, .. _connections.Values];
        }

        _stopping.Cancel();
        Task.WaitAll(running, EndTime);
        CutOffTheRest();
        _stopping.Dispose();
    }

    /// <summary>Whoever does not read the answer, and whoever a busy machine has not got round to, has had the time there is.</summary>
    private void CutOffTheRest()
    {
        lock (_connections)
        {
            foreach (var connection in _connections.Keys)
            {
                connection.Cut();
            }

            _connections.Clear();
        }
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
            catch (Exception e) when (e is SocketException or ObjectDisposedException or InvalidOperationException or OperationCanceledException)
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
        HttpConnection connection;
        try
        {
            connection = new HttpConnection(socket, this);
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // It has gone already.
            socket.Dispose();
            return;
        }

        lock (_connections)
        {
            if (_ended || !ConnectionLimit.MakeRoom(connection, _connections.Keys, Options))
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
