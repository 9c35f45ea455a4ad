namespace Chatalo.Contacts.Files;

/// <summary>What a column holds, as far as its header tells.</summary>
internal enum HeaderKind
{
    /// <summary>The header has no word that says anything.</summary>
    Unknown,

    /// <summary>A phone number.</summary>
    Phone,

    /// <summary>A number or a recipient: a phone number only where the cells are.</summary>
    Weak,

    /// <summary>The country calling code of the number in another column.</summary>
    CountryCode,

    /// <summary>The area code of the number in another column.</summary>
    AreaCode,

    /// <summary>A code of some kind: that of the country where a cell is written as one (<c>Kode</c>, <c>Prefix</c>, <c>CC</c>).</summary>
    MaybeCode,

    /// <summary>The country of the number in another column, by name or ISO code.</summary>
    Country,

    /// <summary>What kind of number stands in another column (<c>Phone 1 - Label</c>).</summary>
    Label,

    /// <summary>A name.</summary>
    Name,

    /// <summary>Something else that is known and is not a phone number.</summary>
    Other,
}
