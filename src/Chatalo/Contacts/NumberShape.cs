namespace Chatalo.Contacts;

/// <summary>
/// Tells groups of one number from a number with something behind it, in countries whose numbers are of many lengths: 0812 34 56 78 90 is one
/// number although 0812 34 56 78 is another, 021-5551234-5 is a number and a second line.
/// </summary>
internal static class NumberShape
{
    // Nobody who writes a number in groups writes six digits together and two apart.
    private const int LongestGroup = 5;

    private const int ShortestFreeTail = 3;

    // German lines have eleven digits with their area code (BNetzA); the plan's longer ones are those of exchanges, with an extension.
    private const int LongestLine = 11;

    /// <param name="text">The text.</param>
    /// <param name="from">The first group of the number.</param>
    /// <param name="cut">Where a shorter number ends.</param>
    /// <param name="to">Behind the last group.</param>
    /// <param name="whole">The number that all groups are.</param>
    public static bool IsOneNumber(ScannedDigits text, int from, int cut, int to, NumberReading whole)
    {
        var groups = text.Groups;
        if (groups[cut].Before >= Separator.Bracket || groups[cut].Opens)
        {
            return false;
        }

        if (IsWrittenAsUsual(text, from, to, whole) || IsEven(groups, from, to, whole))
        {
            return true;
        }

        var isTooLong = !whole.IsMobile && whole.Digits!.Length - PhoneLibrary.GetCallingCodeLength(whole.Digits!) > LongestLine;
        if (isTooLong || Enumerable.Range(from, to - from).Any(i => groups[i].Length > LongestGroup) || !IsSameMark(groups, from, cut))
        {
            return false;
        }

        for (var i = cut; i < to; i++)
        {
            if (groups[i].Length < 2 || (groups[i].Length < ShortestFreeTail && groups[i].Length != groups[i - 1].Length))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether the groups are those that the number's country writes.</summary>
    public static bool IsWrittenAsUsual(ScannedDigits text, int from, int to, NumberReading whole)
    {
        var lengths = Enumerable.Range(from, to - from).Select(i => text.Groups[i].Length).ToList();
        return lengths.SequenceEqual(PhoneLibrary.GetGroupLengths(whole.Digits!, international: false))
            || lengths.SequenceEqual(PhoneLibrary.GetGroupLengths(whole.Digits!, international: true));
    }

    /// <summary>Whether the groups are a mobile number by their shape, although the last of them alone are a number too: the usual groups without the zero, or equal ones.</summary>
    public static bool IsWhole(ScannedDigits text, int from, int to, NumberReading whole)
    {
        if (IsWrittenAsUsual(text, from, to, whole))
        {
            return true;
        }

        if (!whole.IsMobile)
        {
            return false;
        }

        var usual = PhoneLibrary.GetGroupLengths(whole.Digits!, international: false).ToList();
        usual[0] -= usual.Sum() - (whole.Digits!.Length - PhoneLibrary.GetCallingCodeLength(whole.Digits!));
        var lengths = Enumerable.Range(from, to - from).Select(i => text.Groups[i].Length).ToList();
        return lengths.SequenceEqual(usual) || (lengths.All(length => length == lengths[0]) && IsEven(text.Groups, from, to, whole));
    }

    // 0412 3456 78: a mobile number cut into equal groups, and what was left.
    private static bool IsEven(IReadOnlyList<DigitGroup> groups, int from, int to, NumberReading whole)
    {
        var inner = Enumerable.Range(from, to - from - 1).ToList();
        return whole.IsMobile && inner.Count > 1 && groups[from].Length is 2 or 4
            && inner.All(i => groups[i].Length == groups[from].Length && groups[i + 1].Before == groups[from + 1].Before && groups[i + 1].Gap == groups[from + 1].Gap)
            && groups[from + 1].Before <= Separator.Dash && groups[to - 1].Length > 1 && groups[to - 1].Length <= groups[from].Length;
    }

    // The marks behind the area code are all the same in one number; a blank follows any mark behind the area code.
    private static bool IsSameMark(IReadOnlyList<DigitGroup> groups, int from, int cut)
    {
        var mark = groups[cut].Before;
        var others = Enumerable.Range(from + 1, cut - from - 1).Select(i => groups[i].Before).ToList();
        return others.Skip(1).Contains(mark)
            || (others.Count == 1 && (others[0] == mark || mark == Separator.Space || others[0] >= Separator.Bracket))
            || (others.Count > 1 && others.Skip(1).All(other => other == others[0]) && mark == Separator.Space);
    }
}
