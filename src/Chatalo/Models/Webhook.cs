using Chatalo.Text;

namespace Chatalo;

/// <summary>Where the gateway posts incoming messages.</summary>
public sealed class Webhook : GatewayObject
{
    /// <summary>The address; null when none is set.</summary>
    public string? Url { get; init; }

    /// <inheritdoc />
    public override string ToString() => DisplayText.Line(Url);
}
