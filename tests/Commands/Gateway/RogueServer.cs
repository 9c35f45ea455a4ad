using System;
using System.Collections.Generic;
using System.IO;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace Chatalo.Tests
{
    /// <summary>
    /// A gateway that knows nothing but the replies it is given, and misbehaves when it is told to. It shares no code with the emulator.
    /// </summary>
    public sealed class RogueServer : IDisposable
    {
        internal const string BasePath = "/api/v1";

        private readonly RogueReply[] _replies;
        private readonly TcpListener _listener = new TcpListener(IPAddress.Loopback, 0);
        private readonly TcpListener _elsewhere = new TcpListener(IPAddress.Loopback, 0);
        // Bound and not listening: a port that refuses, and that nobody else can take.
        private readonly Socket _deaf = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        private readonly CancellationTokenSource _stop = new CancellationTokenSource();
        private readonly List<RogueRequest> _received = new List<RogueRequest>();
        private volatile RogueStep[] _steps;
        private volatile bool _readsRequest = true;
        private int _visitsElsewhere;
        private int _faults;

        public RogueServer(RogueReply[] replies)
        {
            _replies = replies;
            _listener.Start();
            _elsewhere.Start();
            _deaf.Bind(new IPEndPoint(IPAddress.Loopback, 0));
            Accept(_listener, ServeAsync);
            Accept(_elsewhere, CountAsync);
        }

        public Uri BaseUri
        {
            get { return Address(_listener.LocalEndpoint); }
        }

        /// <summary>An address where every connection is refused.</summary>
        public Uri RefusingUri
        {
            get { return Address(_deaf.LocalEndPoint); }
        }

        /// <summary>The method of the requests that it misbehaves at; all when null.</summary>
        public string FaultyMethod { get; set; }

        /// <summary>Connections to the host that redirects name.</summary>
        public int VisitsElsewhere
        {
            get { return Volatile.Read(ref _visitsElsewhere); }
        }

        /// <summary>The requests that it read whole and misbehaved at, since it was last told how to.</summary>
        public int Faults
        {
            get { return Volatile.Read(ref _faults); }
        }

        /// <summary>What was asked, in its order.</summary>
        public RogueRequest[] Received
        {
            get
            {
                lock (_received)
                {
                    return _received.ToArray();
                }
            }
        }

        /// <summary>Tells it how to misbehave.</summary>
        /// <param name="steps">What to do with a request; null to answer well.</param>
        /// <param name="readsRequest">Whether it reads the request before.</param>
        public void Misbehave(RogueStep[] steps, bool readsRequest)
        {
            _steps = steps;
            _readsRequest = readsRequest;
            Interlocked.Exchange(ref _faults, 0);
        }

        public void Dispose()
        {
            _stop.Cancel();
            _listener.Stop();
            _elsewhere.Stop();
            _deaf.Close();
        }

        private static Uri Address(EndPoint at)
        {
            return new Uri("http://127.0.0.1:" + ((IPEndPoint)at).Port + BasePath);
        }

        private static async void Accept(TcpListener listener, Func<TcpClient, Task> serve)
        {
            try
            {
                while (true)
                {
                    Go(serve, await listener.AcceptTcpClientAsync());
                }
            }
            catch (ObjectDisposedException)
            {
                // The end of the server.
            }
            catch (SocketException)
            {
                // The same.
            }
        }

        // Nobody waits for it.
        private static void Go(Func<TcpClient, Task> serve, TcpClient client)
        {
            serve(client);
        }

        private Task CountAsync(TcpClient client)
        {
            Interlocked.Increment(ref _visitsElsewhere);
            client.Close();
            return Task.FromResult(0);
        }

        // One request a connection, which is all that HTTP demands.
        private async Task ServeAsync(TcpClient client)
        {
            using (client)
            {
                try
                {
                    await ServeAsync(new RogueExchange(client, Address(_elsewhere.LocalEndpoint).ToString(), _stop.Token));
                }
                catch (IOException)
                {
                    // The client had enough.
                }
                catch (SocketException)
                {
                    // The same.
                }
                catch (ObjectDisposedException)
                {
                    // The same.
                }
                catch (OperationCanceledException)
                {
                    // The test had enough.
                }
            }
        }

        private async Task ServeAsync(RogueExchange exchange)
        {
            var steps = _steps;
            if (steps != null && !_readsRequest)
            {
                await ActAsync(steps, exchange);
                return;
            }

            var request = await exchange.ReadAsync();
            lock (_received)
            {
                _received.Add(request);
            }

            var reply = Array.Find(_replies, known => known.IsFor(request));
            if (reply != null)
            {
                exchange.Good = Encoding.UTF8.GetBytes(reply.Content);
                exchange.ContentType = reply.ContentType;
            }

            if (steps != null && (FaultyMethod ?? request.Method) == request.Method)
            {
                Interlocked.Increment(ref _faults);
                await ActAsync(steps, exchange);
            }
            else if (reply != null)
            {
                await exchange.AnswerAsync(reply.ContentType, exchange.Good.Length, exchange.Good.Length);
            }
            else
            {
                await exchange.WriteAsync("HTTP/1.1 404 Not Found\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
            }
        }

        private static async Task ActAsync(RogueStep[] steps, RogueExchange exchange)
        {
            foreach (var step in steps)
            {
                await step.Act(exchange);
            }
        }
    }
}
