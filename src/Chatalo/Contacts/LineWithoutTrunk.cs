namespace Chatalo.Contacts;

/// <summary>
/// Fixed lines whose trunk prefix is missing, in countries where people write it and where fixed lines have many lengths (Indonesia, Germany,
/// Austria, Finland, Korea, China). 7421 9681 in ID is a line in Jakarta without its area code, not one of area 0742; the plan has both.
/// Such digits are taken only when their area code stands in a group of its own, or, where digits stand alone, when they are too long for a line without area code
/// and not longer than lines are.
/// </summary>
internal static class LineWithoutTrunk
{
    // Lines without area code have up to eight digits; with it, people's lines have up to eleven (BNetzA, Germany).
    private const int Shortest = 9;
    private const int Longest = 11;

    /// <summary>Whether digits that stand alone are too few or too many to be sure.</summary>
    public static bool IsDoubtful(string digits, NumberReading reading, RegionPlan plan) => IsOne(digits, reading, plan) && digits.Length is < Shortest or > Longest;

    /// <summary>Whether the first group is not the area code that the plan has, or the digits are too many.</summary>
    public static bool IsDoubtful(ScannedDigits text, int from, int to, NumberReading reading, RegionPlan plan)
    {
        var digits = text.Run(from, to);
        if (!IsOne(digits, reading, plan))
        {
            return false;
        }

        var usual = PhoneLibrary.GetGroupLengths(reading.Digits!, international: false);
        var area = usual[0] - (usual.Sum() - digits.Length);
        return digits.Length > Longest || text.Groups[from].Length != (area > 0 ? area : usual[1]);
    }

    private static bool IsOne(string digits, NumberReading reading, RegionPlan plan) =>
        plan.HasLinesOfManyLengths && reading.Kind == NumberKind.FixedLine && reading.Digits!.Length - plan.Code.Length == digits.Length && PhoneLibrary.IsTrunkWritten(reading);
}
