namespace Chatalo.Contacts;

/// <summary>Digits that stand together, and what stands in front of them.</summary>
/// <param name="Start">Where the group begins within <see cref="ScannedDigits.Digits"/>.</param>
/// <param name="Length">How many digits it has.</param>
/// <param name="Before">What separates it from the group before.</param>
/// <param name="Gap">The text of that, cleaned; empty for the first group.</param>
/// <param name="Opens">Whether a bracket opens in front of it.</param>
/// <param name="Closes">Whether a bracket closes behind it.</param>
internal readonly record struct DigitGroup(int Start, int Length, Separator Before, string Gap, bool Opens, bool Closes)
{
    /// <summary>Where the next group begins.</summary>
    public int End => Start + Length;

    /// <summary>Whether the group stands in brackets of its own.</summary>
    public bool IsBracketed => Opens && Closes;
}
