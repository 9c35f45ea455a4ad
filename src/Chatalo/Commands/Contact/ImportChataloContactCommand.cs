using System.Collections.ObjectModel;
using System.Management.Automation;
using Chatalo.Completion;
using Chatalo.Contacts;
using Chatalo.Contacts.Files;

namespace Chatalo.Commands;

/// <summary>
/// Reads a contact list, CSV or Excel, into recipients for Send-ChataloMessage: clean numbers, all other columns kept for templates.
/// A bad row is an error with its line and reason, a duplicate a warning; the others go on.
/// </summary>
[Cmdlet(VerbsData.Import, "ChataloContact", DefaultParameterSetName = PathSet)]
[OutputType(typeof(PSObject))]
public sealed class ImportChataloContactCommand : ChataloCommand
{
    private const string PathSet = "Path";
    private const string LiteralSet = "LiteralPath";

    /// <summary>The file: text (comma, semicolon, tab or pipe between the columns; UTF-8, UTF-16 or Windows-1252) or an Excel workbook. Wildcards are permitted.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = PathSet, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? Path { get; set; }

    /// <summary>The same, taken as it is.</summary>
    [Parameter(Mandatory = true, ParameterSetName = LiteralSet, ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath", "LP")]
    [ValidateNotNullOrEmpty]
    public string[]? LiteralPath { get; set; }

    /// <summary>The region of numbers without a country code; by default the session's, or ID.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(RegionCompleter))]
    public string? DefaultRegion { get; set; }

    /// <inheritdoc />
    protected override void Process()
    {
        foreach (var file in Path?.SelectMany(Resolve) ?? LiteralPath!.Select(ResolvePath))
        {
            Import(file);
        }
    }

    private Collection<string> Resolve(string path)
    {
        Collection<string> files;
        ProviderInfo provider;
        try
        {
            files = GetResolvedProviderPathFromPSPath(path, out provider);
        }
        catch (ItemNotFoundException e)
        {
            // One of several that is not there leaves the others.
            WriteError(new ChataloException(ErrorKind.NotFound, $"There is no file '{path}'.", "Check the path, and the folder that this prompt is in.", innerException: e), path);
            return [];
        }

        return provider.Name == "FileSystem"
            ? files
            : throw new ChataloException(ErrorKind.InvalidInput, $"'{path}' is not on a file system, but on {provider.Name}.");
    }

    private void Import(string file)
    {
        var name = System.IO.Path.GetFileName(file);
        try
        {
            foreach (var row in ContactFileReader.Read(file, DefaultRegion ?? CurrentSession.Value?.DefaultRegion ?? "ID"))
            {
                StopToken.ThrowIfCancellationRequested();
                Write(row, name);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            WriteError(new ChataloException(
                e is FileNotFoundException or DirectoryNotFoundException ? ErrorKind.NotFound : ErrorKind.InvalidInput,
                $"'{name}' cannot be read as a contact list: {e.Message}", "Give a CSV file or an Excel workbook with a column for the number.", innerException: e), file);
        }
    }

    private void Write(ContactRow row, string file)
    {
        if (row.IsContact)
        {
            WriteObject(ToObject(row));
        }
        else if (row.DuplicateOf is not null)
        {
            WriteWarning($"{file} line {row.Line}: {row.Problem}");
        }
        else
        {
            WriteError(new ChataloException(ErrorKind.InvalidInput, $"{file} line {row.Line}: {row.Problem}", "Correct the row and import it again."), ToObject(row));
        }
    }

    // The columns as they stand in the file, then what was made of them; a column of that name gives way.
    private static PSObject ToObject(ContactRow row)
    {
        var contact = new PSObject();
        contact.TypeNames.Insert(0, "Chatalo.ImportedContact");
        foreach (var field in row.Fields)
        {
            Set(contact, field.Key, field.Value);
        }

        Set(contact, "Number", E164.Format(row.Number));
        Set(contact, "Line", row.Line);
        return contact;
    }

    private static void Set(PSObject contact, string name, object? value)
    {
        if (contact.Properties[name] is { } known)
        {
            known.Value = value;
        }
        else
        {
            contact.Properties.Add(new PSNoteProperty(name, value));
        }
    }
}
