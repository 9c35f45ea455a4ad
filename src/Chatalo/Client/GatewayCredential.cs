using System.Text;

namespace Chatalo.Client;

/// <summary>The two keys. Nothing but the authenticating handler reads them, and nothing prints them.</summary>
internal sealed class GatewayCredential(string publicKey, string secretKey)
{
    // A shorter one is no key, and would be found in words that are none.
    private const int ShortestErased = 8;

    internal string PublicKey { get; } = publicKey;

    internal string SecretKey { get; } = secretKey;

    /// <summary>Blackens the keys in an answer that repeats them ("the key … is wrong"), before anything shows it.</summary>
    public void EraseFrom(Span<byte> answer)
    {
        Erase(answer, PublicKey);
        Erase(answer, SecretKey);
    }

    public override string ToString() => "(keys)";

    private static void Erase(Span<byte> answer, string key)
    {
        if (key.Length < ShortestErased)
        {
            return;
        }

        ReadOnlySpan<byte> bytes = Encoding.UTF8.GetBytes(key);
        for (int at; (at = answer.IndexOf(bytes)) >= 0; answer = answer.Slice(at + bytes.Length))
        {
            answer.Slice(at, bytes.Length).Fill((byte)'*');
        }
    }
}
