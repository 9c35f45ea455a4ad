using System.IO.Compression;

namespace Chatalo.Client.Http;

/// <summary>
/// The body of a response, unpacked where it is compressed with gzip. .NET's own unpacking takes a body that was cut off for a whole one; this one
/// compares what came out with the length that stands at the end of a gzip body (RFC 1952, ISIZE).
/// </summary>
internal sealed class BodyStream : Stream
{
    /// <summary>What a request says of the encodings that are read here.</summary>
    public const string AcceptEncoding = "gzip";

    private const int TrailerBytes = 4;

    private readonly Stream _source;
    private readonly GZipStream? _unpacked;
    private readonly byte[] _last = new byte[TrailerBytes];
    private uint _length;

    private BodyStream(Stream source, bool isGzip)
    {
        _source = source;
        _unpacked = isGzip ? new GZipStream(new Tail(source, _last), CompressionMode.Decompress) : null;
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Whether the body is as long as its Content-Length says, because it is not compressed.</summary>
    public bool IsPlain => _unpacked is null;

    /// <exception cref="InvalidDataException">It is compressed in a way that was not asked for.</exception>
    public static async Task<BodyStream> OpenAsync(HttpContent content)
    {
        var encodings = content.Headers.ContentEncoding.Where(e => !e.Equals("identity", StringComparison.OrdinalIgnoreCase)).ToList();
        var isGzip = encodings.Count == 1 && encodings[0].ToLowerInvariant() is "gzip" or "x-gzip";
        return encodings.Count == 0 || isGzip
            ? new BodyStream(await content.ReadAsStreamAsync().ConfigureAwait(false), isGzip)
            : throw new InvalidDataException("it is compressed in a way that was not asked for");
    }

    /// <exception cref="InvalidDataException">The body is not gzip, or was cut off.</exception>
    public override async Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        if (_unpacked is null)
        {
            return await _source.ReadAsync(buffer, offset, count, cancellationToken).ConfigureAwait(false);
        }

        var read = await _unpacked.ReadAsync(buffer, offset, count, cancellationToken).ConfigureAwait(false);
        _length = unchecked(_length + (uint)read);
        return read > 0 || count == 0 || _length == (uint)(_last[0] | (_last[1] << 8) | (_last[2] << 16) | (_last[3] << 24))
            ? read
            : throw new InvalidDataException("the compressed body was cut off");
    }

    public override int Read(byte[] buffer, int offset, int count) => ReadAsync(buffer, offset, count, CancellationToken.None).GetAwaiter().GetResult();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _unpacked?.Dispose();
            _source.Dispose();
        }
    }

    /// <summary>Passes bytes through and keeps the last of them.</summary>
    private sealed class Tail(Stream source, byte[] last) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count) => Keep(buffer, offset, source.Read(buffer, offset, count));

        public override async Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
            => Keep(buffer, offset, await source.ReadAsync(buffer, offset, count, cancellationToken).ConfigureAwait(false));

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        private int Keep(byte[] buffer, int offset, int read)
        {
            for (var i = Math.Max(0, read - last.Length); i < read; i++)
            {
                Array.Copy(last, 1, last, 0, last.Length - 1);
                last[last.Length - 1] = buffer[offset + i];
            }

            return read;
        }
    }
}
