namespace Chatalo.Contacts;

/// <summary>
/// What people still write in front of their numbers although nobody has to dial it any more, and the metadata no longer knows it. All numbers of
/// these countries have one length, so one digit too many in front is nothing else.
/// <para>
/// Ukraine dialled 8 in front of its 0 until 2009 (<c>8 (050) 123-45-67</c>); Poland (until 2009), Czechia (until 2002) and Chile (until 2016) a 0
/// (<c>0-501 123 456</c>, <c>(02) 2345 6789</c>).
/// </para>
/// </summary>
internal static class FormerPrefix
{
    private const int WithZero = 10;
    private const int WithEight = 11;

    /// <summary>Whether the first digit is such a prefix.</summary>
    public static bool IsWritten(string digits, RegionPlan plan) => plan.Region switch
    {
        "UA" => digits.Length == WithEight && digits.StartsWith("80", StringComparison.Ordinal),
        "PL" or "CZ" or "CL" => digits.Length == WithZero && digits[0] == '0' && digits[1] != '0',
        _ => false,
    };
}
