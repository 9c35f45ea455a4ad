using System.Globalization;

namespace Chatalo.Contacts.Files;

/// <summary>
/// The columns of a list that may have the number, the surest first: WhatsApp, mobile, phone, then those of home and work. Found by the words of
/// their headers alone; Import-ChataloContact also looks at the cells. Which one counts is decided for each row, because the surest may be empty there.
/// </summary>
internal sealed class NumberColumns
{
    private NumberColumns(IReadOnlyList<Header> headers, IReadOnlyList<NumberColumn> phones, IReadOnlyList<NumberColumn> weak)
    {
        Headers = headers;
        Phones = phones;
        Weak = weak;
    }

    /// <summary>All headers in the order of the columns.</summary>
    public IReadOnlyList<Header> Headers { get; }

    /// <summary>The columns whose headers say that they have phone numbers, the surest first.</summary>
    public IReadOnlyList<NumberColumn> Phones { get; }

    /// <summary>The columns whose headers say that they have a number or a recipient (Nomor, To, No): phone numbers only where the cells are.</summary>
    public IReadOnlyList<NumberColumn> Weak { get; }

    /// <summary>Phones, or the weak ones where there are none.</summary>
    public IReadOnlyList<NumberColumn> Candidates => Phones.Count > 0 ? Phones : Weak;

    /// <summary>Reads the headers of a list, or the names of an object's properties.</summary>
    public static NumberColumns Of(IReadOnlyList<string> names)
    {
        var headers = names.Select(Header.Read).ToArray();
        return new NumberColumns(headers, Find(headers, HeaderKind.Phone), Find(headers, HeaderKind.Weak));
    }

    /// <summary>A column by its place, whatever its header says.</summary>
    public NumberColumn Column(int index)
    {
        var known = Phones.Concat(Weak).FirstOrDefault(column => column.Index == index);
        return known ?? new NumberColumn(index, Headers[index], -1, FirstOf(HeaderKind.CountryCode), FirstOf(HeaderKind.AreaCode), Codes(Headers), Countries(Headers, index));
    }

    /// <summary>The column that has the number in a row: the surest one whose cell is not blank. -1 when there is no candidate; the surest when all are blank.</summary>
    /// <param name="cell">Gives the cell of a column.</param>
    public int Pick(Func<int, object?> cell) => Pick(Candidates, cell);

    /// <summary>The same among these columns, which are in order; a fixed line gives way to a mobile number in another column of the person's own.</summary>
    /// <param name="columns">The columns.</param>
    /// <param name="cell">Gives the cell of a column.</param>
    /// <param name="read">Reads the number of a column; null where only the headers count.</param>
    public static int Pick(IReadOnlyList<NumberColumn> columns, Func<int, object?> cell, Func<NumberColumn, NumberResult>? read = null)
    {
        NumberColumn? best = null;
        var bestRank = int.MaxValue;
        foreach (var column in columns)
        {
            // The number of somebody else never takes the place of the person's own.
            if ((columns.Count == 1 || !column.Header.IsOtherPerson || columns[0].Header.IsOtherPerson) && !IsBlank(cell(column.Index)))
            {
                var rank = RankIn(column, cell);
                if (rank < bestRank)
                {
                    (best, bestRank) = (column, rank);
                }
            }
        }

        return best is null ? (columns.Count > 0 ? columns[0].Index : -1)
            : read is null || bestRank < Header.PhoneRank || IsMobile(read(best)) is not false ? best.Index
            : columns.FirstOrDefault(column => column != best && !column.Header.IsOtherPerson && !IsBlank(cell(column.Index)) && RankIn(column, cell) < Header.OtherPersonRank && IsMobile(read(column)) is true)?.Index ?? best.Index;
    }

    /// <summary>Whether a cell has nothing that could be a number: it is empty, yes or no, a dash, zero.</summary>
    public static bool IsBlank(object? cell) => cell switch
    {
        null or bool => true,
        SheetValue sheet => IsBlank(sheet.Value),
        string text => !text.Any(c => CharUnicodeInfo.GetDecimalDigitValue(c) >= 0) || text.Trim() == "0",
        double number => number == 0,
        int or long or decimal => Convert.ToDecimal(cell, CultureInfo.InvariantCulture) == 0,
        _ => false,
    };

    private static bool? IsMobile(NumberResult number) => number.IsAccepted ? PhoneLibrary.ReadInternational(number.Digits).IsMobile : null;

    // Google's "Phone 1 - Label" says for each row whether it is a mobile number.
    private static int RankIn(NumberColumn column, Func<int, object?> cell)
    {
        if (column.Label < 0 || cell(column.Label) is not string { Length: > 0 } label)
        {
            return column.Header.Rank;
        }

        var labelled = Header.Read(label + " phone");
        return labelled.Kind == HeaderKind.Phone ? labelled.Rank : column.Header.Rank;
    }

    private static NumberColumn[] Find(Header[] headers, HeaderKind kind) =>
        Enumerable.Range(0, headers.Length).Where(i => headers[i].Kind == kind).OrderBy(i => headers[i].Rank)
            .Select(i => new NumberColumn(i, headers[i], Companion(headers, i, HeaderKind.Label), Part(headers, i, HeaderKind.CountryCode), Part(headers, i, HeaderKind.AreaCode), Codes(headers), Countries(headers, i))).ToArray();

    private static int Companion(Header[] headers, int of, HeaderKind kind) =>
        Array.FindIndex(headers, header => header.Kind == kind && header.Topic == headers[of].Topic);

    private int FirstOf(HeaderKind kind) => Array.FindIndex(Headers.ToArray(), header => header.Kind == kind);

    // One that names the same kind of number, or else one that names none.
    private static int Part(Header[] headers, int of, HeaderKind kind)
    {
        var same = Companion(headers, of, kind);
        return same >= 0 ? same : Array.FindIndex(headers, header => header.Kind == kind && (header.Topic.Length == 0 || Phoneless(headers, header)));
    }

    private static CodeColumn[] Codes(IReadOnlyList<Header> headers) => Enumerable.Range(0, headers.Count)
        .Where(i => headers[i].Kind is HeaderKind.MaybeCode or HeaderKind.AreaCode).Select(i => new CodeColumn(i, headers[i].Topic == CodeColumn.ShortName)).ToArray();

    // "Billing Country" goes with "Billing Phone"; where none goes with the number, all may: that of the address at home and that of the one at work.
    private static int[] Countries(IReadOnlyList<Header> headers, int of)
    {
        var all = Enumerable.Range(0, headers.Count).Where(i => headers[i].Kind == HeaderKind.Country).ToArray();
        var words = headers[of].Topic.Split(' ');
        var own = all.Where(i => headers[i].Topic.Length > 0 && headers[i].Topic.Split(' ').All(words.Contains)).ToArray();
        return own.Length > 0 ? own : all.OrderBy(i => headers[i].Topic.Length > 0).ToArray();
    }

    // "Phone Code" belongs to Phone where there is one, and to whatever there is where there is none.
    private static bool Phoneless(Header[] headers, Header code) => !headers.Any(header => header.Kind == HeaderKind.Phone && header.Topic == code.Topic);
}
