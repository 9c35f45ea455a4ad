namespace Chatalo.Contacts;

/// <summary>Reads what stands between two groups of digits.</summary>
internal static class GapText
{
    // Three dots or dashes between two groups are a mask, or something that was cut out.
    private const int LongestRepeat = 2;

    private const int ShortestNumber = 7;

    /// <summary>The weightiest mark of the gap.</summary>
    public static Separator Classify(string gap)
    {
        var found = Separator.None;
        foreach (var c in gap)
        {
            var kind = Classify(c);
            found = kind > found ? kind : found;
        }

        return found;
    }

    /// <summary>Why the gap makes the text unreadable: the rest of a sentence after the input; null when it does not.</summary>
    /// <param name="clean">The whole text, cleaned.</param>
    /// <param name="from">Where the gap begins.</param>
    /// <param name="to">Where the next group begins.</param>
    public static string? Judge(string clean, int from, int to)
    {
        var letters = false;
        for (var i = from; i < to; i++)
        {
            var c = clean[i];
            if (c is '*' or '?' or '\u2026' or '\u2022' or '#' or '_' && (c != '_' || to - from > 1))
            {
                return c == '#' && i > from ? Refusals.Extension : Refusals.Masked;
            }

            if (i >= from + LongestRepeat && c is '.' or '-' && clean[i - 1] == c && clean[i - 2] == c)
            {
                return Refusals.Masked;
            }

            letters |= LabelText.IsLetter(clean, i);
        }

        return letters ? JudgeLetters(clean.Substring(from, to - from), isBehindNumber: from >= ShortestNumber) : JudgeMarks(clean, from, to);
    }

    private static string? JudgeLetters(string gap, bool isBehindNumber)
    {
        var word = gap.Trim(' ', '.', '-', '(', ')', ':', ',', ';', '=', '/', '|');
        if (LabelText.IsLetterForDigit(word))
        {
            return Refusals.LetterForDigit;
        }

        if (LabelText.IsMask(word) && (word.Length > 1 || !isBehindNumber))
        {
            return Refusals.Masked;
        }

        return LabelText.IsExtension(word) ? Refusals.Extension
            : char.IsLetter(gap[0]) || char.IsLetter(gap[gap.Length - 1]) && !gap.Contains(' ') ? Refusals.LettersInside
            : Refusals.WordsInside;
    }

    private static string? JudgeMarks(string clean, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (Classify(clean[i]) == Separator.None)
            {
                return Refusals.BadCharacter(clean, i);
            }
        }

        return null;
    }

    private static Separator Classify(char c) => c switch
    {
        ' ' => Separator.Space,
        '\'' or '"' => Separator.Quote,
        '.' => Separator.Dot,
        '-' or '_' => Separator.Dash,
        '(' or ')' => Separator.Bracket,
        ',' => Separator.Comma,
        '/' or '~' or '\\' => Separator.Slash,
        '\n' or '\t' or ';' or '|' or '&' or ':' or '=' or '!' => Separator.Break,
        '+' => Separator.Plus,
        _ => Separator.None,
    };
}
