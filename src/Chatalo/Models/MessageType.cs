namespace Chatalo;

/// <summary>The kinds of message that the gateway documents.</summary>
public enum MessageType
{
    /// <summary>Text only.</summary>
    Text,

    /// <summary>A file with a text.</summary>
    Caption,

    /// <summary>A file only.</summary>
    File,
}
