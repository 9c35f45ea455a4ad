namespace Chatalo.Contacts.Files;

/// <summary>What a word of a column's header says about the column.</summary>
internal enum HeaderMeaning
{
    /// <summary>A number that WhatsApp has.</summary>
    WhatsApp,

    /// <summary>A mobile number.</summary>
    Mobile,

    /// <summary>A phone number of any kind.</summary>
    Phone,

    /// <summary>A number of any kind: only with one of the above, or when the cells themselves are phone numbers.</summary>
    Number,

    /// <summary>Whom to write to; says as little as <see cref="Number"/>.</summary>
    Contact,

    /// <summary>The number with its country code, where another column has it without.</summary>
    International,

    /// <summary>The person's number at another place: taken last.</summary>
    Place,

    /// <summary>One more number of the same person.</summary>
    Second,

    /// <summary>The number of somebody else: never taken in place of the person's own.</summary>
    OtherPerson,

    /// <summary>The number of the sender of the messages, or of somebody in its service: as <see cref="OtherPerson"/>, and at the top of a list its letterhead.</summary>
    Sender,

    /// <summary>Something about a number, but not the number.</summary>
    About,

    /// <summary>A number that is not a phone number.</summary>
    Identifier,

    /// <summary>With <see cref="Code"/>: the country calling code, which is put before the number.</summary>
    Country,

    /// <summary>With <see cref="Country"/>, or with a word for phone: the country calling code.</summary>
    Code,

    /// <summary>With <see cref="Code"/>: the area code, which is put before the number.</summary>
    Area,

    /// <summary>The area code; with <see cref="Country"/> the country calling code.</summary>
    AreaCode,

    /// <summary>A word that says that a number is the person's own, and nothing else.</summary>
    Own,

    /// <summary>A name.</summary>
    Name,

    /// <summary>A column that lists of people have; it tells a header row from a row of data.</summary>
    Other,
}
