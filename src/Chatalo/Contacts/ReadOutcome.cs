namespace Chatalo.Contacts;

/// <summary>What was read: a number, with the other reading where there is one; a refusal; or nothing, when no plan has such a number.</summary>
/// <param name="Reading">The number; null when there is none.</param>
/// <param name="Alternative">The other number that the same digits can be.</param>
/// <param name="Refusal">The rest of a sentence after the input.</param>
internal readonly record struct ReadOutcome(NumberReading? Reading, NumberReading? Alternative, string? Refusal)
{
    public static ReadOutcome None => default;

    public static ReadOutcome Accept(NumberReading reading, NumberReading? alternative = null) => new(reading, alternative, null);

    public static ReadOutcome Refuse(string reason) => new(null, null, reason);
}
