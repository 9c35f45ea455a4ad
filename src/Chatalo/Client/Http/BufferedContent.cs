using System.Net;

namespace Chatalo.Client.Http;

/// <summary>An answer's body that is in memory.</summary>
internal sealed class BufferedContent : HttpContent
{
    /// <summary>Takes the bytes of an answer, and what it said of their type.</summary>
    public BufferedContent(byte[] bytes, HttpContent original)
    {
        Bytes = bytes;
        Headers.ContentType = original.Headers.ContentType;
    }

    public byte[] Bytes { get; }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => stream.WriteAsync(Bytes, 0, Bytes.Length);

    protected override bool TryComputeLength(out long length)
    {
        length = Bytes.Length;
        return true;
    }
}
