using System.Globalization;

namespace Chatalo.Contacts.Files;

/// <summary>
/// Reads contacts out of text files (comma, semicolon, tab or pipe; UTF-8, UTF-16 or Windows-1252) and Excel workbooks, told apart by their
/// first bytes and not by their name. Row by row: memory grows only by the numbers seen, about 25 bytes each.
/// </summary>
internal static class ContactFileReader
{
    /// <summary>Reads a file; nothing is opened before the first row is asked for.</summary>
    /// <param name="path">The file's path in the file system.</param>
    /// <param name="defaultRegion">The region of numbers without country code, ISO 3166-1 alpha-2.</param>
    /// <returns>A row for each of the file's but the header and empty ones.</returns>
    /// <exception cref="IOException">The file is missing or cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    /// <exception cref="InvalidDataException">The file is no contact list: neither text nor workbook, damaged, or without a column for the number.</exception>
    public static IEnumerable<ContactRow> Read(string path, string? defaultRegion)
    {
        // Shared with writers too: the list is often still open in Excel.
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 65536);
        foreach (var row in Read(stream, defaultRegion))
        {
            yield return row;
        }
    }

    /// <summary>The same from a stream that can seek.</summary>
    public static IEnumerable<ContactRow> Read(Stream stream, string? defaultRegion)
    {
        ContactColumns? columns = null;
        var seen = new SeenNumbers();
        foreach (var row in ReadTable(stream))
        {
            if (row.IsEmpty)
            {
                continue;
            }

            if (columns is null)
            {
                columns = ContactColumns.Find(row, cell => PhoneNumberNormalizer.Shared.Normalize(cell, defaultRegion).IsAccepted);
                if (columns.HasHeader)
                {
                    continue;
                }
            }

            yield return ToContact(row, columns, seen, defaultRegion);
        }
    }

    private static IEnumerable<TableRow> ReadTable(Stream stream)
    {
        var head = new byte[4];
        var length = stream.Read(head, 0, head.Length);
        stream.Position = 0;
        return (length < 4 ? 0 : ((uint)head[0] << 24) | ((uint)head[1] << 16) | ((uint)head[2] << 8) | head[3]) switch
        {
            0x504B0304 => ExcelFile.Read(stream),
            0xD0CF11E0 => throw new InvalidDataException("The file is in Excel's old or encrypted format; save it as .xlsx without a password, or as CSV UTF-8."),
            _ => CsvFile.Read(stream),
        };
    }

    private static ContactRow ToContact(TableRow row, ContactColumns columns, SeenNumbers seen, string? defaultRegion)
    {
        var fields = new List<KeyValuePair<string, object?>>(columns.Names.Count);
        for (var i = 0; i < Math.Max(columns.Names.Count, row.Cells.Count); i++)
        {
            var cell = i < row.Cells.Count ? row.Cells[i] : null;
            if (i < columns.Names.Count)
            {
                fields.Add(new(columns.Names[i], cell));
            }
            else if (cell is not null)
            {
                fields.Add(new("Column" + (i + 1).ToString(CultureInfo.InvariantCulture), cell));
            }
        }

        var name = columns.Name >= 0 ? Convert.ToString(fields[columns.Name].Value, CultureInfo.InvariantCulture) : null;
        var problem = row.Problem ?? DescribeWidth(row, columns);
        if (problem is not null)
        {
            return new ContactRow { Line = row.Line, Name = name, Fields = fields, Problem = problem };
        }

        var number = PhoneNumberNormalizer.Shared.Normalize(fields[columns.Number].Value, defaultRegion);
        if (!number.IsAccepted)
        {
            return new ContactRow { Line = row.Line, Name = name, Fields = fields, Problem = number.Refusal };
        }

        return seen.Add(number.Digits, row.Line, out var first)
            ? new ContactRow { Line = row.Line, Number = number.Digits, Name = name, Fields = fields }
            : new ContactRow
            {
                Line = row.Line,
                Number = number.Digits,
                Name = name,
                Fields = fields,
                DuplicateOf = first,
                Problem = $"{E164.Format(number.Digits)} is a duplicate of line {first}.",
            };
    }

    // A row of another width has its values under the wrong headers: a message made of it could say anything.
    private static string? DescribeWidth(TableRow row, ContactColumns columns)
    {
        var width = row.Cells.Count;
        while (width > columns.Names.Count && row.Cells[width - 1] is null)
        {
            width--;
        }

        return row.IsSheet || width == columns.Names.Count
            ? null
            : $"The row has {width} fields, the first row has {columns.Names.Count}; put values that hold the delimiter in quotes.";
    }
}
