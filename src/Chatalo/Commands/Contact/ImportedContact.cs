using System.Management.Automation;
using Chatalo.Contacts;
using Chatalo.Contacts.Files;

namespace Chatalo.Commands;

/// <summary>Makes the object of a row: the columns as they stand in the file, then what was made of them; a column of that name gives way.</summary>
internal static class ImportedContact
{
    private const string NumberName = "Number";
    private const string LineName = "Line";

    public static PSObject Of(ContactRow row)
    {
        var contact = new PSObject();
        contact.TypeNames.Insert(0, "Chatalo.ImportedContact");
        var properties = contact.Properties;
        var number = E164.Format(row.Number);
        var (hasNumber, hasLine) = (false, false);
        foreach (var field in row.Fields)
        {
            var isNumber = field.Key.Equals(NumberName, StringComparison.OrdinalIgnoreCase);
            var isLine = field.Key.Equals(LineName, StringComparison.OrdinalIgnoreCase);
            hasNumber |= isNumber;
            hasLine |= isLine;
            properties.Add(new PSNoteProperty(field.Key, isNumber ? number : isLine ? row.Line : ToValue(field.Value)), preValidated: true);
        }

        if (!hasNumber)
        {
            properties.Add(new PSNoteProperty(NumberName, number), preValidated: true);
        }

        if (!hasLine)
        {
            properties.Add(new PSNoteProperty(LineName, row.Line), preValidated: true);
        }

        return contact;
    }

    /// <summary>The cell that a column's value came from, where the sheet shows it in a format of its own.</summary>
    public static SheetValue? CellOf(PSObject row, string column)
        => row.Properties[column]?.Value is PSObject { BaseObject: not PSCustomObject } value && value.Methods["ToString"] is ShownText text ? text.Cell : null;

    /// <summary>
    /// The typed value of a cell; as text it is what the sheet shows. The engine asks a wrapped object for its own ToString wherever it makes a
    /// text of it, and Send-ChataloMessage does so too where a field of a template has no format.
    /// </summary>
    private static object? ToValue(object? cell)
    {
        if (cell is not SheetValue sheet)
        {
            return cell;
        }

        var value = new PSObject(sheet.Value);
        value.Methods.Add(new ShownText(sheet));
        return value;
    }
}
