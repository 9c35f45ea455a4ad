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

    [System.Diagnostics.CodeAnalysis.MemberNotNullWhen(true, nameof(Digits))]
    [System.Diagnostics.CodeAnalysis.MemberNotNullWhen(false, nameof(Refusal))]
    public bool IsAccepted => Digits is not null;

    public static NumberResult Accept(string digits) => new(digits, null);

    public static NumberResult Refuse(string reason) => new(null, reason);

    public override string ToString() => Digits ?? Refusal!;
}
