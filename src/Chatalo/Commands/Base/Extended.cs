using System.Management.Automation;

namespace Chatalo.Commands;

/// <summary>Adds to an object what PowerShell is to see of it besides its own properties.</summary>
internal static class Extended
{
    /// <summary>The object to write: the same, and where it has extensions with these on it.</summary>
    public static object? Of(object? value)
    {
        if (value is not IExtended extended)
        {
            return value;
        }

        foreach (var part in extended.Parts)
        {
            Of(part);
        }

        PSObject? seen = null;
        foreach (var extension in extended.Extensions)
        {
            seen ??= PSObject.AsPSObject(value);
            if (seen.Properties[extension.Key] is PSNoteProperty note)
            {
                note.Value = extension.Value;
            }
            else
            {
                seen.Properties.Add(new PSNoteProperty(extension.Key, extension.Value), preValidated: true);
            }
        }

        return seen ?? value;
    }
}
