using System.Collections.ObjectModel;
using System.Globalization;
using System.Management.Automation;
using System.Net;
using System.Security;
using System.Text;
using Chatalo.Binding;
using Chatalo.Completion;
using Chatalo.Contacts;
using Chatalo.Contacts.Files;

namespace Chatalo.Commands;

/// <summary>
/// Reads a contact list, CSV or Excel, into recipients for Send-ChataloMessage: clean numbers, all other columns kept for templates.
/// A bad row is an error with its line and reason, a duplicate a warning; the others go on.
/// </summary>
[Cmdlet(VerbsData.Import, "ChataloContact", DefaultParameterSetName = PathSet)]
[OutputType(typeof(PSObject), typeof(ListPreview))]
public sealed class ImportChataloContactCommand : ChataloCommand
{
    private const string PathSet = "Path";
    private const string LiteralSet = "LiteralPath";

    private readonly SeenNumbers _seen = new();
    private readonly NumberDoubts _doubts = new();

    /// <summary>The files: text (comma, semicolon, tab or pipe between the columns), Excel workbooks old and new, or tables of web pages. Wildcards are permitted.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = PathSet, ValueFromPipeline = true)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ListPathArgument]
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

    /// <summary>The column of the number, by its header, its letter or its place; of several the first that is not blank in a row. By default it is found by the headers and the cells.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(NumberColumnCompleter))]
    public string[]? NumberColumn { get; set; }

    /// <summary>The sheet of a workbook; by default the active one, or the first visible one with people.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(WorksheetNameCompleter))]
    public string? WorksheetName { get; set; }

    /// <summary>The encoding of a text file, as for Import-Csv; by default it is found, and what is not UTF-8 or UTF-16 is read as Windows-1252 with a warning.</summary>
    [Parameter]
    [ValidateNotNull]
    [EncodingArgument]
    [ArgumentCompleter(typeof(EncodingCompleter))]
    public Encoding? Encoding { get; set; }

    /// <summary>The password of a protected workbook.</summary>
    [Parameter]
    [ValidateNotNull]
    public SecureString? Password { get; set; }

    /// <summary>Only tells which sheet, header and columns would be read, and how many people, duplicates and refused rows there are.</summary>
    [Parameter]
    public SwitchParameter Preview { get; set; }

    /// <inheritdoc />
    protected override void Process()
    {
        foreach (var path in Path ?? LiteralPath!)
        {
            foreach (var file in Resolve(path))
            {
                Import(file);
            }
        }
    }

    /// <inheritdoc />
    protected override void End() => WarnOf(_doubts);

    // A path that cannot be resolved is an error of its own; the others are read.
    private IReadOnlyList<string> Resolve(string path)
    {
        try
        {
            return Path is null || IsLiteral(path) ? [ResolvePath(path)] : ResolveWildcards(path);
        }
        catch (ItemNotFoundException e)
        {
            return Report(new ChataloException(ErrorKind.NotFound, $"There is no file '{path}'.", "Check the path, and the folder that this prompt is in.", innerException: e), path);
        }
        catch (Exception e) when (e is System.Management.Automation.DriveNotFoundException or ProviderNotFoundException or WildcardPatternException or NotSupportedException or PSArgumentException)
        {
            return Report(new ChataloException(ErrorKind.NotFound, $"'{path}' is not a path that can be read: {e.Message}", e is WildcardPatternException ? "Give a path that has [ or ] in it with -LiteralPath." : "Check the path.", innerException: e), path);
        }
        catch (ChataloException e)
        {
            return Report(e, path);
        }
    }

    private string[] Report(ChataloException error, string path)
    {
        WriteError(error, path);
        return [];
    }

    // list[1].csv is a file as well as a pattern; where there is such a file, it is meant.
    private bool IsLiteral(string path) => WildcardPattern.ContainsWildcardCharacters(path)
        && path.IndexOfAny(['*', '?']) < 0 && File.Exists(ResolvePath(path));

    private Collection<string> ResolveWildcards(string path)
    {
        var files = GetResolvedProviderPathFromPSPath(path, out var provider);
        if (provider.Name != "FileSystem")
        {
            throw new ChataloException(ErrorKind.InvalidInput, $"'{path}' is not on a file system, but on {provider.Name}.");
        }

        return files.Count > 0 ? files : throw new ChataloException(ErrorKind.NotFound, $"No file matches '{path}'.", "Check the pattern, and the folder that this prompt is in.");
    }

    private void Import(string file)
    {
        var name = System.IO.Path.GetFileName(file);
        var reader = new ContactFileReader(OptionsFor(name), _seen);
        var summary = new ListSummary();
        try
        {
            if (Directory.Exists(file))
            {
                throw new InvalidDataException("It is a folder; give the files in it, such as folder/*.csv.");
            }

            foreach (var row in reader.Read(file))
            {
                StopToken.ThrowIfCancellationRequested();
                summary.Add(row);
                if (!Preview)
                {
                    Write(row, name);
                }
            }

            if (Preview)
            {
                WriteObject(summary.ToPreview(file, reader));
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            WriteError(new ChataloException(
                e is FileNotFoundException or DirectoryNotFoundException ? ErrorKind.NotFound : ErrorKind.InvalidInput,
                $"'{name}' cannot be read as a contact list: {e.Message}", e is InvalidDataException ? "about_Chatalo_Lists tells which lists are read, and how." : "Check the file, and who may read it.", innerException: e), file);
        }
    }

    private ListOptions OptionsFor(string file) => new()
    {
        DefaultRegion = DefaultRegion ?? CurrentSession.Value?.DefaultRegion ?? "ID",
        Encoding = Encoding,
        WorksheetName = WorksheetName,
        NumberColumn = NumberColumn ?? [],
        Password = Password is null ? null : new NetworkCredential(string.Empty, Password).Password,
        Culture = CultureInfo.CurrentCulture,
        Stop = StopToken,
        Warn = text => WriteWarning($"{file}: {text}"),
        Tell = text => WriteVerbose($"{file}: {text}"),
    };

    private void Write(ContactRow row, string file)
    {
        if (row.IsContact)
        {
            _doubts.Add(SheetValue.NumberOf(row.Given), row.Reading!);
            WriteObject(ImportedContact.Of(row));
        }
        else if (row.DuplicateOf is not null)
        {
            WriteWarning($"{file} line {row.Line}: {row.Problem}");
        }
        else
        {
            WriteError(new ChataloException(ErrorKind.InvalidInput, $"{file} line {row.Line}: {row.Problem}", "Correct the row and import it again."), ImportedContact.Of(row));
        }
    }
}
