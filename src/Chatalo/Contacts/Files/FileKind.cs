namespace Chatalo.Contacts.Files;

/// <summary>What a file is, by its first bytes and not by its name.</summary>
internal enum FileKind
{
    Text,
    OpenXmlWorkbook,
    BinaryWorkbook,
    Spreadsheet2003,
    Html,
}
