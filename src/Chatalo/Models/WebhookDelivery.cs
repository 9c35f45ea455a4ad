using System.Globalization;
using Chatalo.Text;

namespace Chatalo;

/// <summary>What a webhook answered to an event that was posted to it.</summary>
public sealed class WebhookDelivery : IExtended
{
    /// <summary>Where it was posted, without the path: that holds the token.</summary>
    public string Host { get; init; } = "";

    /// <summary>The message's id; null where the JSON has none.</summary>
    public string? Id { get; init; }

    /// <summary>The HTTP status.</summary>
    public int StatusCode { get; init; }

    /// <summary>Whether the gateway would be content: 2xx.</summary>
    public bool Succeeded => StatusCode is >= 200 and < 300;

    /// <summary>How long the webhook took to answer. The gateway does not wait for long. A TimeSpan in PowerShell, in JSON a text.</summary>
    public string Duration => Taken.ToString("c", CultureInfo.InvariantCulture);

    internal TimeSpan Taken { get; init; }

    /// <summary>The JSON that was posted.</summary>
    public string Raw { get; init; } = "";

    IEnumerable<KeyValuePair<string, object>> IExtended.Extensions => [new(nameof(Duration), Taken)];

    IEnumerable<IExtended> IExtended.Parts => [];

    /// <inheritdoc />
    public override string ToString() => DisplayText.Line($"{Host}: {StatusCode}");
}
