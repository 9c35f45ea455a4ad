using System.Globalization;
using Chatalo.Text;

namespace Chatalo;

/// <summary>What became of one input of a send that did not come to its end, such as after Ctrl+C.</summary>
/// <remarks>Piped to Send-ChataloMessage it stands for the input that it is about.</remarks>
public sealed class InterruptedInput
{
    // A hundred thousand of these are kept: digits as text would be three times as large.
    private readonly ulong _digits;

    internal InterruptedInput(int position, InterruptedOutcome outcome, ulong digits = 0) => (Position, Outcome, _digits) = (position, outcome, digits);

    /// <summary>What became of it.</summary>
    public InterruptedOutcome Outcome { get; }

    /// <summary>Which of the inputs it was, counted from 1.</summary>
    public int Position { get; }

    /// <summary>The recipient: + and digits with country code. Null for a group, and where no number could be read.</summary>
    public string? Number => _digits == 0 ? null : "+" + _digits.ToString(CultureInfo.InvariantCulture);

    /// <summary>The group; null for a person.</summary>
    public string? GroupId { get; internal init; }

    /// <summary>Why it was not sent, or why that is not known; null otherwise.</summary>
    public string? Reason { get; internal init; }

    /// <summary>The input as it came. Null for what was sent, so that a long list needs little memory.</summary>
    public object? InputObject { get; internal init; }

    /// <inheritdoc />
    public override string ToString() => DisplayText.Line($"{Number ?? GroupId ?? Position.ToString(CultureInfo.InvariantCulture)}: {Outcome}");
}
