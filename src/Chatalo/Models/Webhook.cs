using Chatalo.Text;

namespace Chatalo;

/// <summary>Where the gateway posts incoming messages.</summary>
public sealed class Webhook : GatewayObject
{
    /// <summary>The address; null when none is set.</summary>
    public string? Url { get; init; }

    /// <summary>Whether one is set. With it a file with a webhook in it is told from any list with a column Url.</summary>
    public bool IsSet => !string.IsNullOrEmpty(Url);

    /// <inheritdoc />
    public override string ToString() => DisplayText.Line(Url);
}
