namespace Chatalo;

/// <summary>The kinds of message that the gateway documents.</summary>
/// <remarks>A <c>long</c>, because ConvertTo-Json writes the names of such an enumeration, and the numbers of every other.</remarks>
public enum MessageType : long
{
    /// <summary>Text only.</summary>
    Text,

    /// <summary>A file with a text.</summary>
    Caption,

    /// <summary>A file only.</summary>
    File,
}
