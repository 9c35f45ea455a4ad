using System.Globalization;

namespace Chatalo.Contacts.Files;

/// <summary>Counts what comes of a list, for a look at it.</summary>
internal sealed class ListSummary
{
    private const int MostReasons = 20;
    private const int MostFirst = 3;

    private readonly List<string> _reasons = [];
    private readonly List<string> _first = [];
    private int _people;
    private int _duplicates;
    private int _refused;

    /// <summary>Counts a row.</summary>
    public void Add(ContactRow row)
    {
        if (row.IsContact)
        {
            _people++;
            if (_first.Count < MostFirst)
            {
                _first.Add($"{E164.Format(row.Number)} {row.Name}".TrimEnd());
            }

            return;
        }

        _duplicates += row.DuplicateOf is null ? 0 : 1;
        _refused += row.DuplicateOf is null ? 1 : 0;
        if (_reasons.Count < MostReasons)
        {
            _reasons.Add($"line {row.Line.ToString(CultureInfo.InvariantCulture)}: {row.Problem}");
        }
    }

    /// <summary>The whole of it.</summary>
    public ListPreview ToPreview(string path, ContactFileReader reader) => new()
    {
        Path = path,
        WorksheetName = reader.Table?.Name,
        HeaderLine = reader.Plan is { HeaderLine: > 0 and var line } ? line : null,
        NumberColumn = reader.Plan?.Numbers.Select(column => reader.Plan.Names[column.Index]).ToArray() ?? [],
        Columns = reader.Plan?.Names.ToArray() ?? [],
        People = _people,
        Duplicates = _duplicates,
        Refused = _refused,
        Hidden = reader.HiddenRows,
        Reasons = _reasons,
        First = _first,
    };
}
