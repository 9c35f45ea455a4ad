namespace Chatalo.Contacts;

/// <summary>A text taken apart: the groups of digits, what stands between them, and the text around them.</summary>
internal sealed class ScannedDigits
{
    /// <summary>All digits of the text, as ASCII.</summary>
    public required string Digits { get; init; }

    /// <summary>The groups in the order of the text; at least one.</summary>
    public required IReadOnlyList<DigitGroup> Groups { get; init; }

    /// <summary>Whether a plus stands in front of the first digit, or the text is an address that always begins with a country code.</summary>
    public required bool IsInternational { get; init; }

    /// <summary>Whether nothing but a plus and digits is written: how the module itself writes a number.</summary>
    public bool IsCompact { get; init; }

    /// <summary>The text in front of the first digit or its plus, cleaned.</summary>
    public string Head { get; init; } = string.Empty;

    /// <summary>The text behind the last digit, cleaned.</summary>
    public string Tail { get; init; } = string.Empty;

    /// <summary>The digits of one group.</summary>
    public string Group(int index) => Digits.Substring(Groups[index].Start, Groups[index].Length);

    /// <summary>The digits of the groups from the first up to, and without, the second index.</summary>
    public string Run(int from, int to) => Digits.Substring(Groups[from].Start, Groups[to - 1].End - Groups[from].Start);
}
