using System.IO.Compression;
using System.Net.Sockets;
using System.Text;

namespace Chatalo.ModuleTests.Faults;

/// <summary>A connection with a request on it, the answer that would be right, and ways to give another.</summary>
internal sealed class RogueExchange(NetworkStream stream, byte[] good, string goodType, Uri elsewhere, CancellationToken cancellationToken)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);
    private static readonly Lazy<byte[]> ABomb = new(() => Compress(new byte[64 * 1024 * 1024]));

    /// <summary>The body of the right answer.</summary>
    public byte[] Good => good;

    /// <summary>The right answer.</summary>
    public Task AnswerWellAsync() => AnswerAsync(good, type: goodType);

    /// <summary>64 MiB of nothing in some 64 KiB.</summary>
    public static byte[] Bomb => ABomb.Value;

    /// <summary>Another host, as far as HTTP knows.</summary>
    public Uri Elsewhere => elsewhere;

    public Task WriteAsync(string text) => WriteAsync(Encoding.ASCII.GetBytes(text));

    public async Task WriteAsync(byte[] bytes) => await stream.WriteAsync(bytes, cancellationToken);

    /// <summary>A whole answer.</summary>
    /// <param name="body">Its body.</param>
    /// <param name="status">Its status line after the version.</param>
    /// <param name="headers">More headers, each with its line end.</param>
    /// <param name="length">What it says of its length; the true one by default.</param>
    /// <param name="type">Its content type.</param>
    public async Task AnswerAsync(byte[] body, string status = "200 OK", string headers = "", int? length = null, string type = "application/json")
    {
        await WriteAsync($"HTTP/1.1 {status}\r\nContent-Type: {type}\r\nConnection: close\r\n{headers}Content-Length: {length ?? body.Length}\r\n\r\n");
        await WriteAsync(body);
    }

    public Task AnswerAsync(string body, string status = "200 OK", string headers = "", string type = "application/json")
        => AnswerAsync(Encoding.UTF8.GetBytes(body), status, headers, type: type);

    /// <summary>Says nothing more, and does not hang up.</summary>
    public Task SilenceAsync() => Task.Delay(Timeout.Infinite, cancellationToken);

    /// <summary>Says the same again and again, slowly.</summary>
    public async Task TrickleAsync(string text)
    {
        while (true)
        {
            await WriteAsync(text);
            await Task.Delay(Pause, cancellationToken);
        }
    }

    /// <summary>So many megabytes of blanks, with or without a word of it beforehand.</summary>
    public async Task FloodAsync(int megabytes, bool announced)
    {
        await WriteAsync("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n" + (announced ? $"Content-Length: {megabytes << 20}\r\n\r\n" : "Transfer-Encoding: chunked\r\n\r\n"));
        var chunk = new byte[1 << 20];
        Array.Fill(chunk, (byte)' ');
        for (var i = 0; i < megabytes; i++)
        {
            await WriteAsync(announced ? "" : $"{chunk.Length:x}\r\n");
            await WriteAsync(chunk);
            await WriteAsync(announced ? "" : "\r\n");
        }
    }

    /// <summary>Breaks the connection instead of closing it.</summary>
    public void Reset()
    {
        stream.Socket.LingerState = new LingerOption(true, 0);
        stream.Socket.Close();
    }

    private static byte[] Compress(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            gzip.Write(bytes);
        }

        return packed.ToArray();
    }
}
