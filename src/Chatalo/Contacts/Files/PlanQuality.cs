namespace Chatalo.Contacts.Files;

/// <summary>How sure it is which column has the number; the surest last.</summary>
internal enum PlanQuality
{
    /// <summary>No header: the one column that reads as phone numbers.</summary>
    NoHeader,

    /// <summary>A header that does not say phone, above the one column that reads as phone numbers.</summary>
    Cells,

    /// <summary>A header that says phone, above no number that can be read.</summary>
    HeaderOnly,

    /// <summary>A header that says phone, above phone numbers; or the column was given.</summary>
    Header,
}
