using System.Text;

namespace Chatalo.Contacts;

/// <summary>
/// Takes a text apart into groups of digits and what stands between and around them. It decides nothing about numbers; it refuses what no
/// reading can be made of: no digits, letters and masks within digits, characters that cannot be read.
/// </summary>
internal static class DigitScanner
{
    /// <summary>Reads the text of a number, taken out of its link.</summary>
    /// <param name="text">The text.</param>
    /// <param name="isInternational">Whether the link says that a country code comes first.</param>
    /// <param name="refusal">Why no number can be read: the rest of a sentence after the input; null when the result is not.</param>
    public static ScannedDigits? Scan(string text, bool isInternational, out string? refusal)
    {
        refusal = null;
        return ScanCompact(text, isInternational) ?? ScanWritten(DropDialled(WrittenText.Clean(text)), isInternational, out refusal);
    }

    private static ScannedDigits? ScanCompact(string text, bool isInternational)
    {
        var start = text.Length > 0 && text[0] == '+' ? 1 : 0;
        if (text.Length == start)
        {
            return null;
        }

        for (var i = start; i < text.Length; i++)
        {
            if (text[i] is < '0' or > '9')
            {
                return null;
            }
        }

        return new ScannedDigits
        {
            Digits = start == 0 ? text : text.Substring(1),
            Groups = [new DigitGroup(0, text.Length - start, Separator.None, string.Empty, Opens: false, Closes: false)],
            IsInternational = start == 1 || isInternational,
            IsCompact = true,
        };
    }

    private static ScannedDigits? ScanWritten(string clean, bool isInternational, out string? refusal)
    {
        var first = IndexOfDigit(clean, 0);
        if (first < 0)
        {
            refusal = string.IsNullOrWhiteSpace(clean)
                ? "is empty; give a phone number, or leave the row out."
                : "has no digits; give a phone number, or leave the row out.";
            return null;
        }

        if (clean.IndexOf(WrittenText.Unreadable) >= 0)
        {
            refusal = "has a control character in it; the file was damaged or read in the wrong encoding. Give the number in digits.";
            return null;
        }

        var digits = new StringBuilder(clean.Length);
        var groups = new List<DigitGroup>();
        var opens = false;
        var gap = string.Empty;
        var before = Separator.None;
        var at = first;
        var end = first;
        while (at >= 0)
        {
            end = EndOfDigits(clean, at);
            var next = IndexOfDigit(clean, end);
            var behind = next < 0 ? clean.Substring(end) : clean.Substring(end, next - end);
            refusal = next < 0 ? null : GapText.Judge(clean, end, next);
            if (refusal is not null)
            {
                return null;
            }

            groups.Add(new DigitGroup(digits.Length, end - at, before, gap, opens || (at == first && OpensAtEnd(clean, first)), behind.TrimStart().StartsWith(")", StringComparison.Ordinal)));
            digits.Append(clean, at, end - at);
            gap = behind;
            before = GapText.Classify(behind);
            opens = behind.TrimEnd().EndsWith("(", StringComparison.Ordinal);
            at = next;
        }

        var head = SplitPlus(clean.Substring(0, first), out var plus, out refusal);
        return refusal is not null
            ? null
            : new ScannedDigits
            {
                Digits = digits.ToString(),
                Groups = groups,
                IsInternational = plus || isInternational,
                IsCompact = groups.Count == 1 && head.Length == 0 && end == clean.Length,
                Head = head,
                Tail = clean.Substring(end),
            };
    }

    // 00+62 …: the zeros say what the plus says.
    private static string DropDialled(string clean) => clean.IndexOf('+') is var plus and > 0 && clean.Substring(0, plus).Trim(' ', '(', ')') == "00" ? clean.Substring(plus) : clean;

    private static bool OpensAtEnd(string clean, int first) => clean.Substring(0, first).TrimEnd().EndsWith("(", StringComparison.Ordinal);

    private static string SplitPlus(string head, out bool plus, out string? refusal)
    {
        refusal = null;
        var at = head.IndexOf('+');
        plus = at >= 0;
        if (!plus)
        {
            return head;
        }

        for (var i = at + 1; i < head.Length; i++)
        {
            if (head[i] is not (' ' or '(' or '+' or '-' or '.' or '\''))
            {
                refusal = "has a plus that does not stand in front of the number; write + and the country code first.";
                return head;
            }
        }

        return head.Substring(0, at);
    }

    private static int IndexOfDigit(string text, int from)
    {
        while (from < text.Length && text[from] is < '0' or > '9')
        {
            from++;
        }

        return from < text.Length ? from : -1;
    }

    private static int EndOfDigits(string text, int from)
    {
        while (from < text.Length && text[from] is >= '0' and <= '9')
        {
            from++;
        }

        return from;
    }
}
