using System.Text;

namespace Chatalo.Contacts.Files;

/// <summary>
/// Lets UTF-8 read files that are not: bytes that are no UTF-8 become the characters they are in Windows-1252. So the encoding need not be
/// guessed from a look at the whole file, and lines of both kinds in one file (lists that were pasted together) come out right.
/// </summary>
internal sealed class Windows1252Fallback : DecoderFallback
{
    // 0x80 to 0x9F; all other bytes are the code point of their value (WHATWG Encoding Standard, index windows-1252).
    private const string High =
        "\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F"
        + "\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178";

    public override int MaxCharCount => 4;

    /// <summary>Whether there were bytes that are not UTF-8, in what was decoded so far.</summary>
    public bool WasUsed { get; private set; }

    /// <summary>UTF-8 that falls back.</summary>
    public static Encoding Utf8(out Windows1252Fallback fallback)
    {
        fallback = new Windows1252Fallback();
        return Encoding.GetEncoding("utf-8", EncoderFallback.ReplacementFallback, fallback);
    }

    public override DecoderFallbackBuffer CreateFallbackBuffer() => new Buffer(this);

    private sealed class Buffer(Windows1252Fallback owner) : DecoderFallbackBuffer
    {
        private byte[] _bytes = [];
        private int _next;

        public override int Remaining => _bytes.Length - _next;

        public override bool Fallback(byte[] bytesUnknown, int index)
        {
            owner.WasUsed = true;
            _bytes = bytesUnknown;
            _next = 0;
            return true;
        }

        public override char GetNextChar()
        {
            if (_next >= _bytes.Length)
            {
                return '\0';
            }

            var value = _bytes[_next++];
            return value is >= 0x80 and <= 0x9F ? High[value - 0x80] : (char)value;
        }

        public override bool MovePrevious()
        {
            if (_next == 0)
            {
                return false;
            }

            _next--;
            return true;
        }

        public override void Reset()
        {
            _bytes = [];
            _next = 0;
        }
    }
}
