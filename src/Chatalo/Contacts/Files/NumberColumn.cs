namespace Chatalo.Contacts.Files;

/// <summary>A column that may have the number.</summary>
/// <param name="Index">Its place, from 0.</param>
/// <param name="Header">What its header says.</param>
/// <param name="Label">The column that says what kind of number this is, row by row (<c>Phone 1 - Label</c>); -1 for none.</param>
/// <param name="CountryCode">The column with the country code; -1 for none.</param>
/// <param name="AreaCode">The column with the area code; -1 for none.</param>
/// <param name="Codes">The columns that may have the country code, cell by cell.</param>
/// <param name="Countries">The columns with the country, the first that is not blank in a row counts.</param>
internal sealed record NumberColumn(int Index, Header Header, int Label, int CountryCode, int AreaCode, IReadOnlyList<CodeColumn> Codes, IReadOnlyList<int> Countries)
{
    /// <summary>Whether other columns may have parts of the number.</summary>
    public bool HasParts => Codes.Count > 0 || Parts.Any();

    /// <summary>The columns that have parts of the number.</summary>
    public IEnumerable<int> Parts => new[] { CountryCode, AreaCode }.Where(i => i >= 0).Concat(Countries);
}
