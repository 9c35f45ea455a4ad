using System.Globalization;

namespace Chatalo.Contacts.Files;

/// <summary>A column's header, understood by its words.</summary>
/// <param name="Kind">What the column holds.</param>
/// <param name="Rank">The smaller, the sooner the column is taken; only of phone numbers and weak headers.</param>
/// <param name="IsOtherPerson">Whether the number is somebody else's: of the sales person, of the parent.</param>
/// <param name="Topic">The words that a number shares with its label and its country code.</param>
internal sealed record Header(HeaderKind Kind, int Rank, bool IsOtherPerson, string Topic)
{
    /// <summary>The rank of a phone of any kind; what has a smaller one is a mobile number or WhatsApp.</summary>
    public const int PhoneRank = 30;

    /// <summary>The rank from which a number is somebody else's.</summary>
    public const int OtherPersonRank = 100;

    private const int PlaceRank = 20;
    private const int WeakRank = 200;
    private const int FirstWords = 4;
    private const int LongestHeader = 300;

    // "Nomor 2" is a header; "Kontak: 081234567890" is not.
    private const int MostWeakDigits = 2;

    private static readonly HashSet<string> CountryFillers = ["region", "iso", "name", "nama", "of", "residence", "address", "alamat", "mailing", "default", "customer", "asal", "tinggal", "domisili"];
    private static readonly HashSet<string> CountryTopics = ["billing", "shipping", "home", "work", "business", "office", "rumah", "kantor", "other"];
    private static readonly HashSet<string> ValueWords = ["value", "nilai", "wert", "valor", "valeur", "valore"];
    private static readonly HashSet<string> WeakFillers = ["yang", "dapat", "bisa", "anda", "kami", "your", "ng"];
    private static readonly HashSet<string> LabelWords = ["label", "type", "tipe", "jenis", "typ", "tipo", "etiqueta", "libelle", "bezeichnung", .. ValueWords];

    /// <summary>Reads a header. Its words decide, wherever they stand in it.</summary>
    public static Header Read(string text)
    {
        if (text.Length > LongestHeader)
        {
            return new Header(HeaderKind.Unknown, 0, false, string.Empty);
        }

        // TEL;TYPE=CELL is how a vCard names a number.
        text = text.Replace("TYPE=", " ").Replace("type=", " ");
        var words = HeaderVocabulary.Read(text);
        var has = new HashSet<HeaderMeaning>(words.SelectMany(word => word.Meanings));
        // What a question of a form says in brackets or behind its first words is an explanation.
        var first = new HashSet<HeaderMeaning>(HeaderVocabulary.Read(WithoutBrackets(text)).Take(FirstWords).SelectMany(word => word.Meanings));
        var topic = string.Join(" ", words.Select(word => word.Text).Where(word => !LabelWords.Contains(word) && HeaderVocabulary.Meaning(word) is not (HeaderMeaning.Code or HeaderMeaning.Country or HeaderMeaning.Area or HeaderMeaning.AreaCode)));
        if (has.Contains(HeaderMeaning.Sender))
        {
            has.Add(HeaderMeaning.OtherPerson);
        }

        var isOther = has.Contains(HeaderMeaning.OtherPerson);
        var strong = Strong(has);
        if (PartOf(has, words) is { } part)
        {
            return new Header(part, 0, isOther, part == HeaderKind.Country ? string.Join(" ", words.Select(word => word.Text).Where(word => CountryTopics.Contains(word))) : topic);
        }

        if (has.Contains(HeaderMeaning.Code) && (has.Contains(HeaderMeaning.Country) || strong > 0) && !has.Contains(HeaderMeaning.Identifier))
        {
            return new Header(HeaderKind.CountryCode, 0, isOther, topic);
        }

        if (strong > 0 && first.Contains(HeaderMeaning.About) && words.Any(word => LabelWords.Contains(word.Text) && !ValueWords.Contains(word.Text)))
        {
            return new Header(HeaderKind.Label, 0, isOther, topic);
        }

        var isNamed = first.Contains(HeaderMeaning.Name) && !has.Contains(HeaderMeaning.Number);
        if (strong > 0 && !first.Contains(HeaderMeaning.About) && !first.Contains(HeaderMeaning.Country) && !isNamed)
        {
            return new Header(HeaderKind.Phone, RankOf(strong, has, words), isOther, topic);
        }

        if (words.Count > 0 && words.All(IsWeakWord) && (has.Contains(HeaderMeaning.Number) || has.Contains(HeaderMeaning.Contact)))
        {
            return new Header(HeaderKind.Weak, RankOf(WeakRank + (has.Contains(HeaderMeaning.Number) ? 0 : 10), has, words), isOther, topic);
        }

        return new Header(IsMaybeCode(has, words) ? HeaderKind.MaybeCode : Rest(has), 0, isOther, topic);
    }

    // A column with a part of the number; null for others, and for the code of a phone.
    private static HeaderKind? PartOf(HashSet<HeaderMeaning> has, IReadOnlyList<HeaderVocabulary.Word> words)
    {
        if (has.Contains(HeaderMeaning.Identifier) && !has.Contains(HeaderMeaning.Country))
        {
            return null;
        }

        var hasCode = has.Contains(HeaderMeaning.Code) || has.Contains(HeaderMeaning.AreaCode);
        return has.Contains(HeaderMeaning.Country) && hasCode && !has.Contains(HeaderMeaning.Identifier) ? HeaderKind.CountryCode
            : has.Contains(HeaderMeaning.AreaCode) || (has.Contains(HeaderMeaning.Area) && hasCode) ? HeaderKind.AreaCode
            : has.Contains(HeaderMeaning.Country) && words.All(IsCountryWord) ? HeaderKind.Country
            : null;
    }

    // "Country Manager" and "Land Area" are not countries.
    private static bool IsCountryWord(HeaderVocabulary.Word word) => CountryFillers.Contains(word.Text) || CountryTopics.Contains(word.Text) || word.Text.All(char.IsDigit)
        || (word.Meanings.Count > 0 && word.Meanings.All(meaning => meaning is HeaderMeaning.Country or HeaderMeaning.Place or HeaderMeaning.Second));

    private static int Strong(HashSet<HeaderMeaning> has) => has.Contains(HeaderMeaning.WhatsApp) ? 10
        : has.Contains(HeaderMeaning.Mobile) ? 20
        : has.Contains(HeaderMeaning.Phone) ? PhoneRank
        : 0;

    private static bool IsMaybeCode(HashSet<HeaderMeaning> has, IReadOnlyList<HeaderVocabulary.Word> words) =>
        (has.Contains(HeaderMeaning.Code) && !has.Contains(HeaderMeaning.Identifier)) || (words.Count == 1 && words[0].Text == CodeColumn.ShortName);

    private static HeaderKind Rest(HashSet<HeaderMeaning> has) => has.Contains(HeaderMeaning.Name) && !has.Contains(HeaderMeaning.About) ? HeaderKind.Name
        : has.Any(meaning => meaning is not (HeaderMeaning.OtherPerson or HeaderMeaning.Sender or HeaderMeaning.Place or HeaderMeaning.Second or HeaderMeaning.Own or HeaderMeaning.International)) ? HeaderKind.Other
        : HeaderKind.Unknown;

    // phone1 stands before phone2; a work mobile stands before any phone that is not said to be a mobile.
    private static int RankOf(int rank, HashSet<HeaderMeaning> has, IReadOnlyList<HeaderVocabulary.Word> words)
    {
        rank += has.Contains(HeaderMeaning.Place) ? (rank == PhoneRank ? PlaceRank : 5) : 0;
        rank += has.Contains(HeaderMeaning.Second) ? 3 : 0;
        rank -= has.Contains(HeaderMeaning.International) ? 4 : 0;
        rank += has.Contains(HeaderMeaning.OtherPerson) ? OtherPersonRank : 0;
        var number = words.Where(word => word.Text.Length == 1 && word.Text[0] is >= '2' and <= '9').Select(word => word.Text[0] - '1').FirstOrDefault();
        return rank + Math.Min(number, 3);
    }

    private static bool IsWeakWord(HeaderVocabulary.Word word) => WeakFillers.Contains(word.Text) || (word.Text.Length <= MostWeakDigits && word.Text.All(c => c is >= '0' and <= '9'))
        || (word.Meanings.Count > 0 && word.Meanings.All(meaning => meaning is HeaderMeaning.Number or HeaderMeaning.Contact or HeaderMeaning.Own or HeaderMeaning.Place or HeaderMeaning.Second or HeaderMeaning.International));

    private static string WithoutBrackets(string text)
    {
        var open = text.IndexOfAny(['(', '[', '\uFF08']);
        return open > 0 && CharUnicodeInfo.GetUnicodeCategory(text[open]) == UnicodeCategory.OpenPunctuation ? text.Substring(0, open) : text;
    }
}
