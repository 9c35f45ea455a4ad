using Chatalo.Contacts;
using Chatalo.Text;

namespace Chatalo;

/// <summary>A number that is to get no message.</summary>
public sealed class OptOut
{
    private readonly string _number = "";

    /// <summary>The number: + and digits with country code.</summary>
    public string Number { get => _number; init => _number = E164.Format(value); }

    /// <summary>Why, as it was given.</summary>
    public string? Reason { get; init; }

    /// <summary>Since when.</summary>
    public DateTimeOffset Time { get; init; }

    /// <inheritdoc />
    public override string ToString() => DisplayText.Line(Number);
}
