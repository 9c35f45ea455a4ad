namespace Chatalo.Contacts;

/// <summary>Judges groups of digits by their form alone: dates, identity numbers, the numbers of lists, and forms of one country that the plan cannot tell.</summary>
internal static class WrittenForm
{
    private const int ShortestBehindSlash = 3;
    private const int ShortestFraction = 6;

    /// <summary>Why groups without plus are no phone number: the rest of a sentence after the input; null when they may be.</summary>
    public static string? Judge(ScannedDigits text)
    {
        var groups = text.Groups;
        if (groups.Count >= 3 && groups[1].Before is Separator.Slash or Separator.Dash or Separator.Dot or Separator.Space && groups[2].Before == groups[1].Before
            && (groups.Count == 3 || groups[3].Before is Separator.Space or Separator.Break)
            && DummyDigits.IsDate(text.Group(0), text.Group(1), text.Group(2)))
        {
            return Refusals.Date;
        }

        if (groups.Count == 3 && groups[1].Before is Separator.Slash or Separator.Dash or Separator.Dot && groups[2].Before == groups[1].Before
            && DummyDigits.IsShortDate(text.Group(0), text.Group(1), text.Group(2)))
        {
            return Refusals.Date;
        }

        if (groups.Count == 4 && groups[1].Gap == "." && groups[2].Before == Separator.Dash && groups[3].Gap == "." && DummyDigits.IsHours(text.Group(0), text.Group(1), text.Group(2), text.Group(3)))
        {
            return Refusals.Hours;
        }

        if (IsListMark(text, groups))
        {
            return Refusals.DigitsInFront;
        }

        if (IsAddress(text) && (text.Groups[0].Length == 3 && text.Groups.Any(group => group.Length < 3) || text.Groups.Any(group => group.Length == 1)))
        {
            return Refusals.NetworkAddress;
        }

        return groups.Count is >= 2 and <= 5 && IdentityNumbers.IsWritten(Join(text)) ? Refusals.NationalId
            : groups.Count > 1 && (DummyDigits.EndsInZeros(text.Digits) || DummyDigits.IsRepeated(text.Digits)) ? Refusals.Dummy
            : null;
    }

    /// <summary>Slashes and commas within one number: an area code and the rest, or all groups alike.</summary>
    public static string? JudgeSlashes(ScannedDigits text, int from, int to)
    {
        var marks = Enumerable.Range(from + 1, to - from - 1).Select(i => text.Groups[i]).ToList();
        var alike = marks.Count > 1 && marks.All(group => group.Before == marks[0].Before);
        foreach (var mark in marks)
        {
            if (mark.Before == Separator.Comma && (!alike || mark.Gap != ","))
            {
                return Refusals.DigitsBehind;
            }
        }

        var last = marks.FindLastIndex(group => group.Before == Separator.Slash);
        var behind = last < 0 ? 0 : text.Groups[to - 1].End - marks[last].Start;
        return last < 0 || behind >= ShortestBehindSlash || (alike && marks.Count > 2) ? null : Refusals.DigitsBehind;
    }

    /// <summary>Argentina's mobile prefix 15 stands between the area code and the rest, which have ten digits together.</summary>
    public static bool FitsNational(ScannedDigits text, int from, int to, RegionPlan plan) =>
        plan.Region != "AR" || FitsMobilePrefix(text, from + 1, to, text.Group(from).TrimStart('0').Length);

    /// <summary>
    /// The same behind a country code; and in Brazil, that a number without the ninth digit is written as such: 8888-8888, not 98888-888, which lost a digit.
    /// </summary>
    public static bool FitsInternational(ScannedDigits text, int from, int to, string digits)
    {
        if (text.Group(from) == "54" && to - from >= 4)
        {
            return FitsMobilePrefix(text, from + 2, to, text.Group(from + 1).TrimStart('0').Length);
        }

        return digits.Length != 12 || !digits.StartsWith("55", StringComparison.Ordinal) || to - from < 2 || text.Groups[to - 1].Length != 3;
    }

    private static bool FitsMobilePrefix(ScannedDigits text, int at, int to, int areaLength) =>
        at >= to - 1 || text.Group(at) != "15" || areaLength + text.Groups[to - 1].End - text.Groups[at].End == 10;

    private static bool IsListMark(ScannedDigits text, IReadOnlyList<DigitGroup> groups) =>
        groups.Count > 1 && groups[0].Length <= 3 && !groups[0].Opens
        && ((groups[1].Gap.StartsWith(")", StringComparison.Ordinal) && !IsAreaCode(text))
            || (groups[1].Gap.TrimEnd('(') == ". " && (groups.Count < 3 || groups[2].Gap != ". ")));

    // 02) 123-4567 is a Korean habit; 01) 0812… is the number of a list.
    private static bool IsAreaCode(ScannedDigits text) => text.Groups[0].Length > 1 && text.Digits[0] == '0' && text.Digits[1] != '0' && text.Digits[text.Groups[1].Start] != '0';

    /// <summary>Whether two groups are an amount with cents (12345678.90), or digits and one more behind a mark (12345678-9): a check digit, or a second line.</summary>
    public static bool HasShortEnd(ScannedDigits text, int from, int to) =>
        to - from == 2 && (text.Groups[from + 1].Length == 1 || (text.Groups[from + 1].Length == 2 && text.Groups[from + 1].Gap == "." && text.Groups[from].Length > 4));

    /// <summary>Whether a few digits, one dot and many follow each other as in 3.14159265 or 106.8271528 (a longitude). Some countries write numbers so.</summary>
    public static bool IsFraction(ScannedDigits text, RegionPlan? plan)
    {
        var groups = text.Groups;
        return groups.Count == 2 && groups[1].Gap == "." && groups[0].Length <= 3 && groups[1].Length >= ShortestFraction && text.Group(0) is var whole
            && (whole == "0" || whole[0] != '0') && whole != plan?.Code && (whole.Length < 3 || groups[1].Length != ShortestFraction + 1);
    }

    /// <summary>Whether four parts with dots can be an address of a machine: 192.168.10.25. Some countries write numbers so.</summary>
    public static bool IsAddress(ScannedDigits text)
    {
        var groups = text.Groups;
        return groups.Count == 4 && groups.Skip(1).All(group => group.Gap == ".") && groups.All(group => group.Length == 1 || text.Digits[group.Start] != '0')
            && Enumerable.Range(0, 4).All(i => text.Group(i) is { Length: <= 3 } part && int.Parse(part, System.Globalization.CultureInfo.InvariantCulture) < 256);
    }

    private static string Join(ScannedDigits text) =>
        string.Concat(Enumerable.Range(0, text.Groups.Count).Select(i => text.Groups[i].Gap + text.Group(i)));
}
