namespace Chatalo.Contacts.Files;

/// <summary>Whether a person who opens the workbook sees a sheet.</summary>
internal enum SheetVisibility
{
    Visible,

    /// <summary>Hidden, or so hidden that only a program shows it again.</summary>
    Hidden,
}
