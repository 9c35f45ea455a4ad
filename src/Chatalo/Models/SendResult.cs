using Chatalo.Contacts;
using Chatalo.Text;

namespace Chatalo;

/// <summary>What became of one input: exactly one result for each.</summary>
public sealed record SendResult : IExtended
{
    private readonly string? _number;
    private readonly IReadOnlyDictionary<string, object?>? _additional;

    /// <summary>What became of it.</summary>
    public SendOutcome Outcome { get; init; }

    /// <summary>The recipient: + and digits with country code; as given where it could not be read as a number. Null for a group.</summary>
    public string? Number { get => _number; init => _number = E164.Format(value); }

    /// <summary>What was refused: digits that were not read as a number are not an international one.</summary>
    internal string? NumberAsGiven { init => _number = value; }

    /// <summary>The group; null for a person.</summary>
    public string? GroupId { get; init; }

    /// <summary>The device it was to be sent from.</summary>
    public string? DeviceId { get; init; }

    /// <summary>Text, caption or file; null where it was refused before that was known.</summary>
    public MessageType? Type { get; init; }

    /// <summary>The text as it was sent.</summary>
    public string? Message { get; init; }

    /// <summary>The file's address.</summary>
    public string? Url { get; init; }

    /// <summary>Why it was not sent; null when it was.</summary>
    public string? Reason { get; init; }

    /// <summary>The error id, such as <c>Chatalo.OutcomeUnknown</c>; null when it was sent.</summary>
    public string? ErrorId { get; init; }

    /// <summary>The HTTP status that the gateway answered; null when it was not asked or did not answer.</summary>
    public int? StatusCode { get; init; }

    /// <summary>The gateway's own words; null when it was not asked, said none, or another worker sent it.</summary>
    public string? GatewayMessage { get; init; }

    /// <inheritdoc cref="GatewayObject.AdditionalProperties" />
    internal IReadOnlyDictionary<string, object?> AdditionalProperties
    {
        get => _additional ?? GatewayObject.None;
        init => _additional = value;
    }

    internal IReadOnlyDictionary<string, object?>? Rest
    {
        init => _additional = value;
    }

    IEnumerable<KeyValuePair<string, object>> IExtended.Extensions => GatewayObject.Extensions(_additional);

    IEnumerable<IExtended> IExtended.Parts => [];

    /// <summary>When the result was known.</summary>
    public DateTimeOffset Time { get; init; }

    /// <summary>The input as it came, so that what failed can be exported and run again.</summary>
    public object? InputObject { get; init; }

    /// <inheritdoc />
    public override string ToString() => DisplayText.Line(Reason is null ? $"{Number ?? GroupId}: {Outcome}" : $"{Number ?? GroupId}: {Outcome} ({Reason})");
}
