using System.Globalization;

namespace Chatalo.Contacts;

/// <summary>
/// Judges the text in front of and behind the digits: a label or a name (<c>WA:</c>, <c>Tel.</c>, <c>(Budi)</c>, in any script) is read past;
/// what says that digits are missing, or that the number is not a phone number, is not.
/// </summary>
internal static class LabelText
{
    private const string Marks = " .,:;'\"()-/|\\&!=\n\t~>#*\u2022@_";

    // Shorter words that touch the digits may stand for digits; a name does not.
    private const int ShortestName = 3;

    private static readonly HashSet<string> OtherThings = new(StringComparer.OrdinalIgnoreCase)
    {
        "inv", "ord", "sku", "isbn", "awb", "barcode", "bpjs", "nuptk", "kodepos", "postcode", "pincode", "blz", "bsb", "gstin", "steuernummer", "инн", "снилс",
        "fax", "faks", "telefax", "rek", "rekening", "norek", "account", "acct", "acc", "konto", "iban", "invoice", "faktur", "nik", "ktp", "npwp", "nisn",
        "cpf", "cnpj", "rut", "dni", "nit", "curp", "rfc", "cuit", "cuil", "ssn", "aadhaar", "aadhar", "pesel", "passport", "paspor", "harga", "price",
        "thb", "vnd", "ngn", "gbp", "aud", "jpy", "krw", "aed", "rp", "idr", "usd", "eur", "brl", "inr", "myr", "sgd", "tanggal", "tgl", "date", "dob",
    };

    private static readonly HashSet<string> Extensions = new(StringComparer.OrdinalIgnoreCase)
    {
        "x", "ext", "extn", "extension", "ekst", "ekstensi", "pesawat", "ps", "psw", "anexo", "ramal", "interno", "int", "poste", "durchwahl", "dw", "dahili", "wew", "toestel",
        "доб", "внутр", "内線", "内线", "分机", "分機", "내선", "ต่อ",
    };

    private static readonly HashSet<string> Labels = new(StringComparer.OrdinalIgnoreCase)
    {
        "wa", "hp", "tel", "tlp", "telp", "cel", "cell", "mob", "mobile", "phone", "ok", "whatsapp", "tsel", "xl", "telkomsel",
    };

    /// <summary>Why the head or the tail makes the number doubtful: the rest of a sentence after the input; null when it does not.</summary>
    public static string? Judge(ScannedDigits digits) =>
        JudgeMarks(digits.Head) ?? JudgeMarks(digits.Tail) ?? JudgeWords(digits) ?? JudgeHeadEnd(digits) ?? JudgeTailStart(digits.Tail);

    public static bool IsLetter(string text, int at) => CharUnicodeInfo.GetUnicodeCategory(text, at) is UnicodeCategory.UppercaseLetter
        or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter;

    /// <summary>Letters that people type for 0 and 1: O of three alphabets, l and I.</summary>
    public static bool IsLetterForDigit(string word) => word.Length > 0 && word.All(c => c is 'O' or 'o' or '\u041E' or '\u043E' or '\u039F' or '\u03BF' or 'l' or 'I');

    public static bool IsMask(string word) => word.Length > 0 && word.All(c => c is 'x' or 'X' or '\u0445' or '\u0425');

    public static bool IsExtension(string word) => Extensions.Contains(word);

    private static string? JudgeMarks(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (Marks.IndexOf(text[i]) >= 0)
            {
                continue;
            }

            var category = CharUnicodeInfo.GetUnicodeCategory(text, i);
            switch (category)
            {
                case UnicodeCategory.CurrencySymbol:
                    return Refusals.Price;
                case UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber:
                    return Refusals.DigitsBeside;
                case UnicodeCategory.MathSymbol when text[i] is >= '\u2190' and <= '\u21FF':
                case UnicodeCategory.OtherSymbol or UnicodeCategory.ModifierSymbol or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark
                    or UnicodeCategory.InitialQuotePunctuation or UnicodeCategory.FinalQuotePunctuation or UnicodeCategory.OtherPunctuation
                    when text[i] is not ('?' or '%' or '\u2026'):
                    break;
                default:
                    if (!IsLetter(text, i))
                    {
                        return text[i] is '?' or '\u2026' ? Refusals.Masked : Refusals.BadCharacter(text, i);
                    }

                    break;
            }

            i += char.IsHighSurrogate(text[i]) ? 1 : 0;
        }

        return null;
    }

    private static string? JudgeWords(ScannedDigits digits)
    {
        foreach (var word in Words(digits.Head).Concat(Words(digits.Tail)))
        {
            if (IsMask(word))
            {
                return Refusals.Masked;
            }

            if (!digits.IsInternational && OtherThings.Contains(word))
            {
                return Refusals.OtherThing(word);
            }
        }

        return digits.IsInternational && Words(digits.Head).Any(word => word.Equals("fax", StringComparison.OrdinalIgnoreCase)) ? Refusals.OtherThing("Fax") : null;
    }

    private static string? JudgeHeadEnd(ScannedDigits digits)
    {
        var head = digits.Head;
        var word = Words(head).LastOrDefault() ?? string.Empty;
        if (IsLetterForDigit(word) && head.TrimEnd(' ', '.', '-', '(').EndsWith(word, StringComparison.Ordinal))
        {
            return Refusals.LetterForDigit;
        }

        if (head.Length == 0 || digits.IsInternational)
        {
            return null;
        }

        var last = head[head.Length - 1];
        return last switch
        {
            '#' when word.Length > 1 && head.EndsWith(word + "#", StringComparison.Ordinal) => null,
            '*' or '#' or '\u2022' or '_' or '~' => Refusals.Masked,
            '-' when head == "-" => Refusals.Negative,
            _ => word.Length == 1 && word[0] < '\u0250' && char.IsLetter(last) ? Refusals.LettersInside : null,
        };
    }

    private static string? JudgeTailStart(string tail)
    {
        if (tail.Length == 0)
        {
            return null;
        }

        var word = Words(tail).FirstOrDefault() ?? string.Empty;
        if (IsLetterForDigit(word) && tail.TrimStart(' ', '.', '-', ')').StartsWith(word, StringComparison.Ordinal))
        {
            return Refusals.LetterForDigit;
        }

        if (tail.IndexOfAny(['*', '#', '\u2022', '_', '~', '@']) >= 0 || tail.Contains("..") || tail.Contains("--"))
        {
            return Refusals.Masked;
        }

        // 0800-FLOWERS: letters on the keys of a phone.
        var isAttached = tail[0] == '-' ? tail.Length > 1 && char.IsLetter(tail[1]) : char.IsLetter(tail[0]);
        var isName = word.Length >= ShortestName && word.Any(char.IsLower);
        return isAttached && word[0] < '\u0250' && !Labels.Contains(word) && !isName && (word.Length == 1 || word.All(char.IsUpper) || tail[0] != '-')
            ? Refusals.LettersInside
            : null;
    }

    private static IEnumerable<string> Words(string text)
    {
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            // A mark belongs to its letter, as in Thai and Hindi.
            var inWord = i < text.Length && (IsLetter(text, i) || (start >= 0 && char.GetUnicodeCategory(text, i) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark));
            if (inWord)
            {
                start = start < 0 ? i : start;
                i += char.IsHighSurrogate(text[i]) ? 1 : 0;
            }
            else if (start >= 0)
            {
                yield return text.Substring(start, i - start);
                start = -1;
            }
        }
    }
}
