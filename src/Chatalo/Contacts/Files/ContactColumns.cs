using System.Globalization;

namespace Chatalo.Contacts.Files;

/// <summary>Which column of a file is what.</summary>
internal sealed class ContactColumns
{
    private ContactColumns(IReadOnlyList<string> names, int number, int name, bool hasHeader)
    {
        Names = names;
        Number = number;
        Name = name;
        HasHeader = hasHeader;
    }

    /// <summary>A name for each column, all different.</summary>
    public IReadOnlyList<string> Names { get; }

    public int Number { get; }

    /// <summary>-1 when there is none.</summary>
    public int Name { get; }

    /// <summary>Whether the row they were found in was a header, and no contact itself.</summary>
    public bool HasHeader { get; }

    /// <summary>Finds the columns in the first row, which is a header or, where it has a phone number, the first contact.</summary>
    /// <exception cref="InvalidDataException">No column has the number; the message names the headers there are and those that are known.</exception>
    public static ContactColumns Find(TableRow first, Func<object?, bool> isNumber)
    {
        var headers = first.Cells.Select(cell => (Convert.ToString(cell, CultureInfo.InvariantCulture) ?? string.Empty).Trim().Trim('\uFEFF')).ToList();
        var number = HeaderAliases.Find(headers, HeaderAliases.Number);
        if (number >= 0)
        {
            while (headers.Count > number + 1 && headers[headers.Count - 1].Length == 0)
            {
                // Delimiters at the end of a line, or formatted cells beside a table, are no columns.
                headers.RemoveAt(headers.Count - 1);
            }

            return new ContactColumns(MakeUnique(headers), number, HeaderAliases.Find(headers, HeaderAliases.Name), hasHeader: true);
        }

        number = first.Cells.ToList().FindIndex(cell => isNumber(cell));
        if (number >= 0)
        {
            var unnamed = headers.Select((_, i) => i == number ? "Number" : string.Empty).ToList();
            return new ContactColumns(MakeUnique(unnamed), number, name: -1, hasHeader: false);
        }

        var seen = string.Join(", ", headers.Where(header => header.Length > 0).Take(20).Select(InputQuote.Of));
        throw new InvalidDataException(
            $"No column has the phone number: the file's columns are {seen}. Name one of them {string.Join(", ", HeaderAliases.Number.Take(12))}, …");
    }

    private static List<string> MakeUnique(IReadOnlyList<string> headers)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var names = new List<string>(headers.Count);
        foreach (var header in headers)
        {
            var stem = header.Length > 0 ? header : "Column" + (names.Count + 1).ToString(CultureInfo.InvariantCulture);
            var name = stem;
            for (var i = 2; !taken.Add(name); i++)
            {
                name = stem + "_" + i.ToString(CultureInfo.InvariantCulture);
            }

            names.Add(name);
        }

        return names;
    }
}
