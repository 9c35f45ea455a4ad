namespace Chatalo.Contacts;

/// <summary>What a number is for, as far as it matters here.</summary>
internal enum NumberKind
{
    /// <summary>No range of the numbering plan holds it.</summary>
    Unassigned,

    /// <summary>A mobile number, or one of a country where mobile and fixed numbers look the same.</summary>
    Mobile,

    /// <summary>A fixed line.</summary>
    FixedLine,

    /// <summary>Toll-free, shared cost, internet telephony and the like.</summary>
    Service,
}
