namespace Chatalo.Contacts;

/// <summary>Chooses between the numbers that digits behind an international prefix can be (<c>001 65 …</c>: 001 and Singapore, or 00 and North America).</summary>
internal static class DialledNumber
{
    public static ReadOutcome Choose(ScannedDigits text, int from, int to, List<(string Prefix, NumberReading Reading)> found)
    {
        if (found.Count == 1)
        {
            return ReadOutcome.Accept(found[0].Reading);
        }

        // The groups tell: one reading alone has its prefix and its country code in groups of their own, or is grouped as its country does.
        var fitting = found.Where(one => HasGroups(text, from, to, one.Prefix, one.Reading)).ToList();
        return fitting.Count == 1 ? ReadOutcome.Accept(fitting[0].Reading) : ReadOutcome.Refuse(Refusals.TwoReadings);
    }

    /// <summary>
    /// Whether the prefix ends within the first group or with it, and the country code is not torn apart: (0) 0151 … in DE is not 00 and North
    /// America. Only Russia writes its prefix in two, 8~10.
    /// </summary>
    public static bool IsWritten(ScannedDigits text, int from, string prefix, NumberReading reading)
    {
        var left = text.Groups[from].Length - prefix.Length;
        return left < 0 ? text.Group(from) == "8" && prefix == "810" : left == 0 || left >= PhoneLibrary.GetCallingCodeLength(reading.Digits!);
    }

    private static bool HasGroups(ScannedDigits text, int from, int to, string prefix, NumberReading reading)
    {
        var code = reading.CountryCode.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var joined = text.Group(from);
        if (joined == prefix && from + 1 < to && (text.Group(from + 1) == code || from + 2 == to))
        {
            return true;
        }

        if (joined != prefix + code)
        {
            return false;
        }

        var lengths = PhoneLibrary.GetGroupLengths(reading.Digits!, international: true);
        return Enumerable.Range(from + 1, to - from - 1).Select(i => text.Groups[i].Length).SequenceEqual(lengths.Skip(1));
    }
}
