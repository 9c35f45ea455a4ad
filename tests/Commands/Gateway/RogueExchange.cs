using System.IO;
using System.Net.Sockets;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace Chatalo.Tests
{
    /// <summary>A connection, and the answer that would be right.</summary>
    internal sealed class RogueExchange
    {
        private readonly TcpClient _client;
        private readonly NetworkStream _stream;
        private readonly string _elsewhere;

        public RogueExchange(TcpClient client, string elsewhere, CancellationToken stop)
        {
            _client = client;
            _stream = client.GetStream();
            _elsewhere = elsewhere;
            Stop = stop;
            Good = new byte[0];
            ContentType = "application/json";
        }

        public CancellationToken Stop { get; private set; }

        public byte[] Good { get; set; }

        public string ContentType { get; set; }

        public async Task<RogueRequest> ReadAsync()
        {
            var text = new MemoryStream();
            var buffer = new byte[4096];
            while (true)
            {
                var count = await _stream.ReadAsync(buffer, 0, buffer.Length, Stop);
                if (count == 0)
                {
                    throw new EndOfStreamException();
                }

                text.Write(buffer, 0, count);
                var all = Encoding.UTF8.GetString(text.ToArray());
                var end = all.IndexOf("\r\n\r\n", System.StringComparison.Ordinal);
                if (end >= 0)
                {
                    var request = new RogueRequest(all.Substring(0, end), all.Substring(end + 4));
                    string length;
                    // The head is ASCII, so that its characters are its bytes.
                    if (text.Length - end - 4 >= (request.Headers.TryGetValue("Content-Length", out length) ? int.Parse(length) : 0))
                    {
                        return request;
                    }
                }
            }
        }

        public Task WriteAsync(string text)
        {
            var bytes = Encoding.UTF8.GetBytes(text.Replace("{elsewhere}", _elsewhere));
            return WriteAsync(bytes, bytes.Length);
        }

        public Task WriteAsync(byte[] bytes, int count)
        {
            return _stream.WriteAsync(bytes, 0, count, Stop);
        }

        public async Task AnswerAsync(string contentType, int sent, int announced)
        {
            await WriteAsync("HTTP/1.1 200 OK\r\nContent-Type: " + contentType + "\r\nConnection: close\r\nContent-Length: " + announced + "\r\n\r\n");
            await WriteAsync(Good, sent);
        }

        public void Reset()
        {
            _client.LingerState = new LingerOption(true, 0);
            _client.Client.Close();
        }
    }
}
