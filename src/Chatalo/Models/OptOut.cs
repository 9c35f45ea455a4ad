namespace Chatalo;

/// <summary>A number that is to get no message.</summary>
public sealed class OptOut
{
    /// <summary>Digits with country code.</summary>
    public string Number { get; init; } = "";

    /// <summary>Why, as it was given.</summary>
    public string? Reason { get; init; }

    /// <summary>Since when.</summary>
    public DateTimeOffset Time { get; init; }

    /// <inheritdoc />
    public override string ToString() => Number;
}
