using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Chatalo.HttpServer;

/// <summary>One client's connection: reads a request, has it answered, sends the answer, and again.</summary>
internal sealed class HttpConnection : IDisposable
{
    private static readonly byte[] Continue = "HTTP/1.1 100 Continue\r\n\r\n"u8.ToArray();
    private static readonly TimeSpan LingerTime = TimeSpan.FromSeconds(1);

    private readonly Socket _socket;
    private readonly Http1Server _server;
    private readonly ReceiveBuffer _input;
    private readonly RequestHead _head;
    private readonly HttpRequest _request;
    private readonly HttpResponse _response;
    private readonly Timer? _patience;
    private ChunkedBody? _chunks;
    private int _bodyInInput;
    private volatile bool _isSilent = true;
    private bool _answering;
    private bool _ending;

    public HttpConnection(Socket socket, Http1Server server)
    {
        _socket = socket;
        _server = server;
        _input = new ReceiveBuffer(socket);
        _request = new HttpRequest(server.Options.RequestHeaders);
        _head = new RequestHead(server.Options.RequestHeaders);
        _response = new HttpResponse(server.Options.CommonHeaders);
        _patience = server.Options.RequestTime == Timeout.InfiniteTimeSpan && server.Options.HeaderTime == Timeout.InfiniteTimeSpan ? null : new Timer(_ => Cut());
        Address = (socket.RemoteEndPoint as IPEndPoint)?.Address ?? IPAddress.None;
    }

    /// <summary>Where the client is.</summary>
    public IPAddress Address { get; }

    /// <summary>When it came, as the stopwatch counts.</summary>
    public long Since { get; } = Stopwatch.GetTimestamp();

    /// <summary>Whether it has not yet said what it wants: the headers of its request are not complete.</summary>
    public bool IsSilent => _isSilent && !HasSpoken();

    public async Task RunAsync()
    {
        try
        {
            _socket.NoDelay = true;
            await ServeAsync();
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // The client has gone, or the server is ending: there is no one to tell.
        }
        finally
        {
            Dispose();
        }
    }

    public void Dispose()
    {
        _patience?.Dispose();
        _socket.Dispose();
        _response.Dispose();
    }

    /// <summary>Ends the connection: at once, or after the response that is being made, so that a client whose request was read receives its response.</summary>
    public void End()
    {
        lock (_input)
        {
            _ending = true;
            if (!_answering)
            {
                Cut();
            }
        }
    }

    /// <summary>Closes the socket, whatever the connection is doing.</summary>
    public void Cut() => _socket.Dispose();

    // A busy machine may not have got round to reading what has come in.
    private bool HasSpoken()
    {
        try
        {
            return _socket.Available > 0;
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            return false;
        }
    }

    private bool BeginAnswer()
    {
        lock (_input)
        {
            return _answering = !_ending;
        }
    }

    private bool EndAnswer()
    {
        lock (_input)
        {
            _answering = false;
            return !_ending;
        }
    }

    private async Task ServeAsync()
    {
        try
        {
            while (await ReadRequestAsync() && BeginAnswer())
            {
                _patience?.Change(Timeout.Infinite, Timeout.Infinite);
                _response.Clear();
                var end = await _server.Handler.HandleAsync(_request, _response, _server.Stopping);
                _input.Consume(_bodyInInput);
                if (!await SendResponseAsync(end) || !EndAnswer())
                {
                    return;
                }
            }
        }
        catch (ProtocolException refusal)
        {
            _response.Clear();
            _response.StartBody(refusal.StatusCode, "text/plain");
            _response.Body.AppendUtf8(refusal.Message);
            _request.KeepAlive = false;
            await SendResponseAsync(ResponseEnd.Complete);
        }
    }

    private async ValueTask<bool> ReadRequestAsync()
    {
        _isSilent = true;
        var options = _server.Options;
        var isHeaderFirst = options.HeaderTime != Timeout.InfiniteTimeSpan;
        _patience?.Change(isHeaderFirst ? options.HeaderTime : options.RequestTime, Timeout.InfiniteTimeSpan);
        int length;
        while ((length = _input.Unread.IndexOf("\r\n\r\n"u8)) < 0)
        {
            if (_input.Count > _server.Options.MaxHeaderBytes)
            {
                throw new ProtocolException(431, "The headers are too large.");
            }

            if (!await _input.ReceiveAsync())
            {
                return false;
            }
        }

        if (length > _server.Options.MaxHeaderBytes)
        {
            throw new ProtocolException(431, "The headers are too large.");
        }

        _isSilent = false;
        if (isHeaderFirst)
        {
            _patience?.Change(options.RequestTime, Timeout.InfiniteTimeSpan);
        }

        _head.Read(_input.Unread.Slice(0, length + 2), _request);
        _input.Consume(length + 4);
        if (_server.Handler.RefuseBeforeBody(_request) is { } refusal)
        {
            throw new ProtocolException(refusal, "");
        }

        return await ReadBodyAsync();
    }

    private async ValueTask<bool> ReadBodyAsync()
    {
        _bodyInInput = 0;
        if (_request.ContentLength > _server.Options.MaxBodyBytes)
        {
            throw new ProtocolException(413, "The body is too large.");
        }

        if (_request.ExpectsContinue && (_request.IsChunked || _input.Count < _request.ContentLength))
        {
            await _socket.SendAllAsync(new ArraySegment<byte>(Continue));
        }

        if (_request.IsChunked)
        {
            _chunks ??= new ChunkedBody(_input, _server.Options.MaxBodyBytes);
            var body = await _chunks.ReadAsync();
            _request.Body = body.GetValueOrDefault();
            return body is not null;
        }

        var length = (int)_request.ContentLength;
        while (_input.Count < length)
        {
            if (!await _input.ReceiveAsync())
            {
                return false;
            }
        }

        _request.Body = _input.First(length);
        _bodyInInput = length;
        return true;
    }

    /// <returns>True when the connection goes on.</returns>
    private async ValueTask<bool> SendResponseAsync(ResponseEnd end)
    {
        if (end == ResponseEnd.Reset)
        {
            _socket.Reset();
            return false;
        }

        var wire = _response.ToWire(_server.Date.Now(), _request.KeepAlive);
        if (end == ResponseEnd.Truncated)
        {
            await _socket.SendAllAsync(wire.Segment(wire.Length - ((_response.Body.Length + 1) / 2)));
            await EndAsync();
            return false;
        }

        await _socket.SendAllAsync(wire.Segment(wire.Length));
        if (!_request.KeepAlive)
        {
            await EndAsync();
        }

        return _request.KeepAlive;
    }

    /// <summary>
    /// Ends our side and lets the client end its own: a socket closed with unread bytes sends RST, which can destroy the answer
    /// that is still on its way (a client that posts a body larger than allowed would never see the 413).
    /// </summary>
    private async Task EndAsync()
    {
        _socket.Shutdown(SocketShutdown.Send);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(_server.Stopping);
        using var giveUp = patience.Token.Register(Cut);
        patience.CancelAfter(LingerTime);
        do
        {
            _input.Consume(_input.Count);
        }
        while (await _input.ReceiveAsync());
    }
}
