using System.Text;

namespace Chatalo.HttpServer;

/// <summary>Text that is nearly always the same as in the last request of the connection, so that it is seldom made anew.</summary>
internal sealed class RepeatedText
{
    private byte[] _bytes = [];
    private string _text = "";

    public string Get(ReadOnlySpan<byte> bytes)
    {
        if (!bytes.SequenceEqual(_bytes))
        {
            _bytes = bytes.ToArray();
            _text = Encoding.UTF8.GetString(_bytes);
        }

        return _text;
    }
}
