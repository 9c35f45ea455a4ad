namespace Chatalo.Contacts;

/// <summary>One way to understand a string of digits, and what the numbering plan says of it.</summary>
/// <param name="CountryCode">The country calling code (62).</param>
/// <param name="Digits">The E.164 digits without plus, or null when the digits fit no plan at all.</param>
/// <param name="Kind">What the number is for; <see cref="NumberKind.Unassigned"/> when the plan has no such number.</param>
/// <param name="Misfit">What is wrong with the length for a mobile number of that country ("too short"); null when it fits.</param>
internal readonly record struct NumberReading(int CountryCode, string? Digits, NumberKind Kind, string? Misfit)
{
    /// <summary>The plan has this very number.</summary>
    public bool IsValid => Kind != NumberKind.Unassigned;

    /// <summary>The plan has it as a mobile number.</summary>
    public bool IsMobile => Kind == NumberKind.Mobile;

    /// <summary>The plan may come to have it: a mobile number of the country can be this long.</summary>
    public bool IsPossible => Digits is not null && Misfit is null;
}
