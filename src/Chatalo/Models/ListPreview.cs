namespace Chatalo;

/// <summary>What Import-ChataloContact would read of a list: for a look before anybody is written to.</summary>
public sealed class ListPreview
{
    private readonly IReadOnlyList<string> _first = ItemList<string>.None;
    private readonly IReadOnlyList<string> _reasons = ItemList<string>.None;
    private readonly IReadOnlyList<string> _columns = ItemList<string>.None;
    private readonly IReadOnlyList<string> _numberColumn = ItemList<string>.None;

    /// <summary>The file's full path.</summary>
    public string Path { get; internal init; } = string.Empty;

    /// <summary>The sheet that was read; null for a text file.</summary>
    public string? WorksheetName { get; internal init; }

    /// <summary>The line of the header, from 1; null when the list has none.</summary>
    public int? HeaderLine { get; internal init; }

    /// <summary>The columns that the number is read from: the first that is not blank in a row.</summary>
    public IReadOnlyList<string> NumberColumn { get => _numberColumn; internal init => _numberColumn = ItemList<string>.Of(value)!; }

    /// <summary>All columns.</summary>
    public IReadOnlyList<string> Columns { get => _columns; internal init => _columns = ItemList<string>.Of(value)!; }

    /// <summary>How many people would be imported.</summary>
    public int People { get; internal init; }

    /// <summary>How many rows have a number that came before, also in another file of the call.</summary>
    public int Duplicates { get; internal init; }

    /// <summary>How many rows would be refused.</summary>
    public int Refused { get; internal init; }

    /// <summary>How many rows are hidden, and would be left out.</summary>
    public int Hidden { get; internal init; }

    /// <summary>The first 20 reasons with their lines.</summary>
    public IReadOnlyList<string> Reasons { get => _reasons; internal init => _reasons = ItemList<string>.Of(value)!; }

    /// <summary>The first three people, as they would be imported: number and name.</summary>
    public IReadOnlyList<string> First { get => _first; internal init => _first = ItemList<string>.Of(value)!; }
}
