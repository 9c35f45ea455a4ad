namespace Chatalo.Contacts;

/// <summary>Recognises digits that stand for a date, or that somebody made up to fill a field.</summary>
internal static class DummyDigits
{
    private const string CountedUp = "1234567890";
    private const int ShortestCount = 5;
    private const int LongestCount = 9;
    private const int MadeUpZeros = 8;

    /// <summary>Whether the digits are a day (ddMMyyyy, MMddyyyy, yyyyMMdd) or a time of a day (yyyyMMddHHmm, yyyyMMddHHmmss) of this or the last century.</summary>
    public static bool IsDate(string digits) => digits.Length switch
    {
        8 => IsDay(digits.Substring(4), digits.Substring(2, 2), digits.Substring(0, 2)) || IsDay(digits.Substring(0, 4), digits.Substring(4, 2), digits.Substring(6)),
        12 or 14 when digits[0] is '1' or '2' => IsDay(digits.Substring(0, 4), digits.Substring(4, 2), digits.Substring(6, 2)) && Number(digits.Substring(8, 2)) < 24 && Number(digits.Substring(10, 2)) < 60,
        _ => false,
    };

    /// <summary>Whether three groups are a day, in the order that one of the world's cultures has.</summary>
    public static bool IsDate(string first, string second, string third) =>
        (first.Length <= 2 && second.Length <= 2 && third.Length == 4 && IsDay(third, second, first))
        || (first.Length == 4 && second.Length <= 2 && third.Length <= 2 && IsDay(first, second, third));

    /// <summary>Whether three groups of two digits are a day whose century is left out: 25.08.23, 08/25/23, 23-08-25.</summary>
    public static bool IsShortDate(string first, string second, string third) =>
        first.Length == 2 && second.Length == 2 && third.Length == 2 && (IsDay("20" + third, second, first) || IsDay("20" + first, second, third));

    /// <summary>Whether four groups of two digits are two times of a day.</summary>
    public static bool IsHours(params string[] groups) =>
        groups.All(group => group.Length == 2) && Number(groups[0]) < 25 && Number(groups[2]) < 25 && Number(groups[1]) < 60 && Number(groups[3]) < 60;

    /// <summary>Whether all digits are the same.</summary>
    public static bool IsRepeated(string digits)
    {
        for (var i = 1; i < digits.Length; i++)
        {
            if (digits[i] != digits[0])
            {
                return false;
            }
        }

        return digits.Length > 4;
    }

    /// <summary>Whether the digits count up from 1, to 0 and on: 1234567890 and what begins like it. With a trunk prefix or fewer digits they are somebody's number in some countries.</summary>
    public static bool IsCountedUp(string digits) => digits.Length > LongestCount && digits.StartsWith(CountedUp, StringComparison.Ordinal);

    /// <summary>The same for 12345 to 123456789, which is a mobile number without its zero in Malaysia. With a zero, 0123456789, it is left to the plan.</summary>
    public static bool LooksMadeUp(string digits) => digits.Length is >= ShortestCount and <= LongestCount && CountedUp.StartsWith(digits, StringComparison.Ordinal);

    /// <summary>How many zeros end the digits.</summary>
    public static int CountEndZeros(string digits)
    {
        var count = 0;
        while (count < digits.Length && digits[digits.Length - 1 - count] == '0')
        {
            count++;
        }

        return count;
    }

    /// <summary>Whether a number that is written in groups, or with a plus, ends in zeros that no subscriber has.</summary>
    public static bool EndsInZeros(string digits) => CountEndZeros(digits) >= MadeUpZeros;

    private static bool IsDay(string year, string month, string day)
    {
        var (y, m, d) = (Number(year), Number(month), Number(day));
        return y is >= 1900 and < 2100 && m > 0 && d > 0 && ((m <= 12 && d <= 31) || (d <= 12 && m <= 31));
    }

    private static int Number(string digits)
    {
        var value = 0;
        foreach (var c in digits)
        {
            value = (10 * value) + (c - '0');
        }

        return value;
    }
}
