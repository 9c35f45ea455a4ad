namespace Chatalo.Contacts.Files;

/// <summary>Looks up the words of a header in <see cref="HeaderWords"/>, also where they are written in one (<c>nohp</c>, <c>Handynummer</c>, 手机号码).</summary>
internal static class HeaderVocabulary
{
    private const int ShortestGlued = 2;
    private const int LongestGlued = 30;

    private static readonly Dictionary<string, HeaderMeaning> Known = Index();

    // Chinese, Japanese, Korean and Thai write without spaces.
    private static readonly KeyValuePair<string, HeaderMeaning>[] Unspaced = Known.Where(word => IsUnspaced(word.Key)).OrderByDescending(word => word.Key.Length).ToArray();

    /// <summary>A word of a header and what it says; nothing when it is unknown.</summary>
    internal readonly record struct Word(string Text, IReadOnlyList<HeaderMeaning> Meanings);

    /// <summary>The words of a header in order.</summary>
    public static IReadOnlyList<Word> Read(string header)
    {
        var words = HeaderText.Words(header);
        var read = new List<Word>(words.Count);
        for (var i = 0; i < words.Count; i++)
        {
            if (i + 1 < words.Count && Known.TryGetValue(words[i] + " " + words[i + 1], out var phrase))
            {
                read.Add(new Word(words[i] + " " + words[i + 1], [phrase]));
                i++;
            }
            else
            {
                read.Add(new Word(words[i], MeaningsOf(words[i])));
            }
        }

        return read;
    }

    /// <summary>What one folded word says; null when it is unknown.</summary>
    public static HeaderMeaning? Meaning(string word) => Known.TryGetValue(word, out var meaning) ? meaning : null;

    private static IReadOnlyList<HeaderMeaning> MeaningsOf(string word)
    {
        // The Arabic article is written with its word.
        var bare = word.StartsWith("ال", StringComparison.Ordinal) ? word.Substring(2) : word;
        if (Known.TryGetValue(word, out var meaning) || Known.TryGetValue(bare, out meaning))
        {
            return [meaning];
        }

        return IsUnspaced(word) ? InUnspaced(word) : InGlued(word);
    }

    private static HeaderMeaning[] InUnspaced(string word)
    {
        var found = new List<HeaderMeaning>();
        foreach (var known in Unspaced)
        {
            if (word.Contains(known.Key))
            {
                found.Add(known.Value);
                word = word.Replace(known.Key, "\n");
            }
        }

        return [.. found];
    }

    // A word for a kind of phone and one for number, or two kinds of phone; a word for country or area and one for code.
    private static HeaderMeaning[] InGlued(string word)
    {
        for (var cut = ShortestGlued; word.Length <= LongestGlued && cut <= word.Length - ShortestGlued; cut++)
        {
            if (Known.TryGetValue(word.Substring(0, cut), out var left) && Known.TryGetValue(word.Substring(cut), out var right)
                && (IsNumber(left, right) || IsCode(left, right) || IsCode(right, left)))
            {
                return [left, right];
            }
        }

        return [];
    }

    private static bool IsNumber(HeaderMeaning left, HeaderMeaning right) => (IsPhone(left) || IsPhone(right)) && left <= HeaderMeaning.Contact && right <= HeaderMeaning.Contact;

    // countrycode, Ländervorwahl, kodearea
    private static bool IsCode(HeaderMeaning of, HeaderMeaning code) => code is HeaderMeaning.Code or HeaderMeaning.AreaCode && of is HeaderMeaning.Country or HeaderMeaning.Area;

    private static bool IsPhone(HeaderMeaning meaning) => meaning <= HeaderMeaning.Phone;

    private static bool IsUnspaced(string word) => word.Any(c => c is (>= '\u0E00' and <= '\u0EFF') or (>= '\u3040' and <= '\uD7AF'));

    private static Dictionary<string, HeaderMeaning> Index()
    {
        var index = new Dictionary<string, HeaderMeaning>(StringComparer.Ordinal);
        foreach (var group in HeaderWords.Groups)
        {
            foreach (var word in group.Words)
            {
                var folded = HeaderText.Fold(word);
                if (!index.ContainsKey(folded))
                {
                    index.Add(folded, group.Meaning);
                }
            }
        }

        return index;
    }
}
