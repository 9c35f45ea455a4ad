namespace Chatalo.Contacts;

/// <summary>What stands between two groups of digits. Where several marks stand together, the one that is last in this list counts.</summary>
internal enum Separator
{
    /// <summary>Nothing: the first group.</summary>
    None,

    /// <summary>Blanks.</summary>
    Space,

    /// <summary>An apostrophe, as the Swiss write it, or another quotation mark.</summary>
    Quote,

    /// <summary>A dot, on the line or in the middle.</summary>
    Dot,

    /// <summary>A dash of any length.</summary>
    Dash,

    /// <summary>A bracket that opens or closes.</summary>
    Bracket,

    /// <summary>A comma.</summary>
    Comma,

    /// <summary>A slash, or the backslash that somebody typed for it: within one number in some countries, between two elsewhere.</summary>
    Slash,

    /// <summary>A mark that is never within a number: a line break, a tab, <c>; | &amp; : = !</c>.</summary>
    Break,

    /// <summary>A plus, which begins another number.</summary>
    Plus,
}
