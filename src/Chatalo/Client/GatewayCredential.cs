namespace Chatalo.Client;

/// <summary>The two keys. Nothing but the authenticating handler reads them, and nothing prints them.</summary>
internal sealed class GatewayCredential(string publicKey, string secretKey)
{
    internal string PublicKey { get; } = publicKey;

    internal string SecretKey { get; } = secretKey;

    public override string ToString() => "(keys)";
}
