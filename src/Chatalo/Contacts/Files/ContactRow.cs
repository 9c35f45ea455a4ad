namespace Chatalo.Contacts.Files;

/// <summary>One row of a contact file: somebody to write to, or the reason why not. No row is left out but empty ones.</summary>
internal sealed class ContactRow
{
    /// <summary>The line of a text file on which the row begins, or the row number of a worksheet; both count from 1.</summary>
    public required int Line { get; init; }

    /// <summary>The digits with country code; set for a contact and for a duplicate, null for a number that was refused.</summary>
    public string? Number { get; init; }

    /// <summary>The cell that the number was read from; set for a contact.</summary>
    public object? Given { get; init; }

    /// <summary>How the number was read; set for a contact.</summary>
    public NumberResult? Reading { get; init; }

    /// <summary>The name, where the file has a column for it.</summary>
    public string? Name { get; init; }

    /// <summary>All columns in the file's order under the file's own headers, the number's as written.</summary>
    public required IReadOnlyList<KeyValuePair<string, object?>> Fields { get; init; }

    /// <summary>Why the row is not used, as a sentence; null for a contact.</summary>
    public string? Problem { get; init; }

    /// <summary>The line that has the same number first; null when this is not a duplicate.</summary>
    public int? DuplicateOf { get; init; }

    /// <summary>Whether the row can be written to.</summary>
    public bool IsContact => Problem is null;
}
