using System.Globalization;
using Chatalo.Text;

namespace Chatalo.Contacts;

/// <summary>
/// What a run says, once, of the numbers that it read and that may mean somebody else: bare digits that are a national number of the region and
/// an international one too, and digits that a spreadsheet may have lost. Not thread-safe: inputs are read one after the other.
/// </summary>
internal sealed class NumberDoubts
{
    private const int LongestShown = 40;

    private int _ambiguous;
    private string? _firstAmbiguous;
    private int _doubtful;
    private string? _firstDoubtful;

    /// <summary>Counts a number that was read.</summary>
    /// <param name="given">The number as it was given.</param>
    /// <param name="result">What it was read as.</param>
    public void Add(object? given, NumberResult result)
    {
        if (result is { IsAccepted: true, Alternative: { } alternative })
        {
            _ambiguous++;
            _firstAmbiguous ??= $"{Show(given)} was read as {E164.Format(result.Digits)}, and could be {E164.Format(alternative)}";
        }

        if (result is { IsAccepted: true, Doubt: { } doubt })
        {
            _doubtful++;
            _firstDoubtful ??= doubt;
        }
    }

    /// <summary>The sentences to warn with at the end of the run, in which the numbers were read; none where nothing is in doubt. Starts afresh.</summary>
    public IReadOnlyList<string> Take()
    {
        var warnings = new List<string>();
        if (_firstAmbiguous is not null)
        {
            warnings.Add(
                $"{Count(_ambiguous)} can be read in two ways{First(_ambiguous)}: {_firstAmbiguous}. Put + and the country code in front of the digits where the other person is meant.");
        }

        if (_firstDoubtful is not null)
        {
            warnings.Add($"{Count(_doubtful)} may not be what somebody wrote{First(_doubtful)}: {_firstDoubtful}");
        }

        (_ambiguous, _firstAmbiguous, _doubtful, _firstDoubtful) = (0, null, 0, null);
        return warnings;
    }

    private static string Count(int count) => count == 1 ? "1 number" : string.Format(CultureInfo.InvariantCulture, "{0:N0} numbers", count);

    private static string First(int count) => count == 1 ? "" : "; the first";

    private static string Show(object? given) => DisplayText.Quote(Convert.ToString(given, CultureInfo.InvariantCulture), LongestShown);
}
