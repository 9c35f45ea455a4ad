using System.Text;

namespace Chatalo.Client;

/// <summary>The two keys. Nothing but the authenticating handler reads them, and nothing prints them.</summary>
internal sealed class GatewayCredential(string publicKey, string secretKey)
{
    // A shorter one is no key, and would be found in words that are none.
    private const int ShortestErased = 8;

    private readonly byte[] _publicBytes = Encoding.UTF8.GetBytes(publicKey);
    private readonly byte[] _secretBytes = Encoding.UTF8.GetBytes(secretKey);

    internal string PublicKey { get; } = publicKey;

    internal string SecretKey { get; } = secretKey;

    /// <summary>Blackens the keys in an answer that repeats them ("the key … is wrong"), before anything shows it.</summary>
    public void EraseFrom(Span<byte> answer)
    {
        Erase(answer, _publicBytes);
        Erase(answer, _secretBytes);
    }

    public override string ToString() => "(keys)";

    private static void Erase(Span<byte> answer, byte[] key)
    {
        if (key.Length < ShortestErased)
        {
            return;
        }

        for (int at; (at = answer.IndexOf(key)) >= 0; answer = answer.Slice(at + key.Length))
        {
            answer.Slice(at, key.Length).Fill((byte)'*');
        }
    }
}
