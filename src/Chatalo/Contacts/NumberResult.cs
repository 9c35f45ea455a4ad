namespace Chatalo.Contacts;

/// <summary>What became of one phone number: digits to send to, or the reason why it cannot be used. Exactly one of the two is set.</summary>
internal sealed class NumberResult
{
    private NumberResult(string? digits, string? refusal)
    {
        Digits = digits;
        Refusal = refusal;
    }

    /// <summary>The digits with country code and without plus, as the gateway wants them (<c>628123456789</c>); null when refused.</summary>
    public string? Digits { get; }

    /// <summary>A short sentence that names the input and says what to do; null when accepted.</summary>
    public string? Refusal { get; }

    /// <summary>
    /// The other reading, as digits with country code and without plus, of an accepted input that can be read in two ways (<c>85251234567</c> in
    /// ID: <see cref="Digits"/> is 6285251234567, this is 85251234567); null when there is one reading.
    /// </summary>
    public string? Alternative { get; private init; }

    /// <summary>A sentence that names an accepted input and says why its digits may not be those that somebody wrote; null when there is no doubt.</summary>
    public string? Doubt { get; private init; }

    [System.Diagnostics.CodeAnalysis.MemberNotNullWhen(true, nameof(Digits))]
    [System.Diagnostics.CodeAnalysis.MemberNotNullWhen(false, nameof(Refusal))]
    public bool IsAccepted => Digits is not null;

    public static NumberResult Accept(string digits, string? alternative = null, string? doubt = null) =>
        new(digits, null) { Alternative = alternative, Doubt = doubt };

    public static NumberResult Refuse(string reason) => new(null, reason);

    public override string ToString() => Digits ?? Refusal!;
}
