using Chatalo.Contacts;
using Chatalo.Text;

namespace Chatalo;

/// <summary>The message to one recipient of a campaign, as its store knows it; or an input that is not sent: refused, or a recipient for the second time.</summary>
public sealed class Delivery
{
    private readonly string? _number;

    /// <summary>The campaign's name.</summary>
    public string Campaign { get; init; } = "";

    /// <summary>How far it is.</summary>
    public DeliveryStatus Status { get; init; }

    /// <summary>The recipient: + and digits with country code; as given where it could not be read as a number. Null for a group.</summary>
    public string? Number { get => _number; init => _number = E164.Format(value); }

    /// <summary>What was refused: digits that were not read as a number are not an international one.</summary>
    internal string? NumberAsGiven { init => _number = value; }

    /// <summary>The group; null for a person.</summary>
    public string? GroupId { get; init; }

    /// <summary>The device that sends it; empty where the input was refused before that was known.</summary>
    public string DeviceId { get; init; } = "";

    /// <summary>Text, caption or file; null where the input was refused before that was known.</summary>
    public MessageType? Type { get; init; }

    /// <summary>The text.</summary>
    public string? Message { get; init; }

    /// <summary>The file's address.</summary>
    public string? Url { get; init; }

    /// <summary>How often it was claimed to be sent.</summary>
    public int Attempts { get; init; }

    /// <summary>The error id of the last attempt, such as <c>Chatalo.OutcomeUnknown</c>; null when there was no error.</summary>
    public string? ErrorId { get; init; }

    /// <summary>Why it was not sent, or why that is not known.</summary>
    public string? Reason { get; init; }

    /// <summary>The HTTP status that the gateway answered; null when it was not asked or did not answer.</summary>
    public int? StatusCode { get; init; }

    /// <summary>The worker that claimed it last: machine, process and a random part.</summary>
    public string? Worker { get; init; }

    /// <summary>When it was recorded.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was claimed last; null before that.</summary>
    public DateTimeOffset? ClaimedAt { get; init; }

    /// <summary>When its outcome was recorded; null before that.</summary>
    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>When the claim ends unless the worker renews it; null when nobody has claimed it.</summary>
    public DateTimeOffset? LeaseEndsAt { get; init; }

    /// <inheritdoc />
    public override string ToString() => DisplayText.Line($"{Number ?? GroupId}: {Status}");
}
