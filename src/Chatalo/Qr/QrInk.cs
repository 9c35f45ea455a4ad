namespace Chatalo.Qr;

/// <summary>What a terminal draws a code with.</summary>
internal enum QrInk
{
    /// <summary>Black on white by colour sequences: the same on each background.</summary>
    Colours,

    /// <summary>No colours, on a dark background: the light modules are drawn, in the terminal's own light ink.</summary>
    LightOnDark,

    /// <summary>No colours, on a light background: the dark modules are drawn.</summary>
    DarkOnLight,
}
