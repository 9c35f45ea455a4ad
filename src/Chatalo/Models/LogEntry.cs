using Chatalo.Text;

namespace Chatalo;

/// <summary>One entry of the account's history.</summary>
public sealed class LogEntry : GatewayObject
{
    /// <summary>The entry's id.</summary>
    public string? Id { get; init; }

    /// <summary>When it happened; null when the gateway's text could not be read as a time.</summary>
    public DateTimeOffset? Date { get; init; }

    /// <summary>What was done, such as "Update API Key".</summary>
    public string? Action { get; init; }

    /// <summary>The address it was done from.</summary>
    public string? IPAddress { get; init; }

    /// <summary>The browser or program it was done with.</summary>
    public string? Browser { get; init; }

    /// <inheritdoc />
    public override string ToString() => DisplayText.Line(Action);
}
