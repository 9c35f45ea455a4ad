using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Chatalo.Client;

namespace Chatalo.UnitTests.Client;

/// <summary>What is not a whole picture is not saved as one.</summary>
public sealed class PictureDownloadTests : IDisposable
{
    private static readonly byte[] Picture = [0xFF, 0xD8, 0xFF, 0xE0, .. Enumerable.Range(0, 60_000).Select(i => (byte)((i * 7919) >> 3))];

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

    public PictureDownloadTests() => _listener.Start();

    [Theory]
    [InlineData("image/jpeg")]
    [InlineData("application/octet-stream")]
    public async Task A_picture_is_saved_plain_or_packed(string type)
    {
        Assert.Equal(Picture, await GetAsync(200, type, Picture));
        Assert.Equal(Picture, await GetAsync(200, type, Pack(Picture), "gzip"));
    }

    [Fact]
    public async Task A_body_that_was_cut_off_is_an_error()
    {
        var packed = Pack(Picture);
        foreach (var length in new[] { packed.Length - 1, packed.Length - 8, packed.Length / 2, 11 })
        {
            await FailsAsync(GetAsync(200, "image/jpeg", packed[..length], "gzip"));
        }

        await FailsAsync(GetAsync(200, "image/jpeg", Picture, "br"));
    }

    [Theory]
    [InlineData(206, "image/jpeg")]
    [InlineData(203, "image/jpeg")]
    [InlineData(200, "text/html")]
    [InlineData(200, "application/json")]
    public Task Another_status_or_type_is_an_error(int status, string type) => FailsAsync(GetAsync(status, type, Picture));

    [Theory]
    [InlineData("")]
    [InlineData("<!DOCTYPE html><html>gone</html>")]
    [InlineData("\uFEFF \r\n<html>gone</html>")]
    [InlineData("{\"error\":\"expired\"}")]
    public Task Nothing_or_a_page_is_an_error_whatever_its_type_says(string body) => FailsAsync(GetAsync(200, "image/jpeg", Encoding.UTF8.GetBytes(body)));

    public void Dispose() => _listener.Dispose();

    private static async Task FailsAsync(Task<byte[]> download)
        => Assert.Equal(ErrorKind.UnexpectedAnswer, (await Assert.ThrowsAsync<ChataloException>(() => download)).Kind);

    private static byte[] Pack(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            gzip.Write(bytes);
        }

        return packed.ToArray();
    }

    private async Task<byte[]> GetAsync(int status, string type, byte[] body, string? encoding = null)
    {
        var serving = Task.Run(async () =>
        {
            using var socket = await _listener.AcceptSocketAsync();
            var chunk = new byte[4096];
            await socket.ReceiveAsync(chunk);
            var packed = encoding is null ? "" : $"Content-Encoding: {encoding}\r\n";
            await socket.SendAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 {status} x\r\nContent-Type: {type}\r\n{packed}Content-Length: {body.Length}\r\n\r\n"));
            await socket.SendAsync(body);
            socket.Shutdown(SocketShutdown.Send);
            await socket.ReceiveAsync(chunk);
        });
        using var client = new PictureClient(null);
        try
        {
            using var download = await client.GetAsync($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/p", TimeSpan.FromSeconds(20), CancellationToken.None);
            using var target = new MemoryStream();
            await download.CopyToAsync(target, CancellationToken.None);
            return target.ToArray();
        }
        finally
        {
            client.Dispose();
            await serving.WaitAsync(TimeSpan.FromSeconds(20));
        }
    }
}
