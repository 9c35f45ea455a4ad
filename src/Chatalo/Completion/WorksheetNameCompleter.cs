using Chatalo.Contacts.Files;

namespace Chatalo.Completion;

/// <summary>Completes the sheets of the workbook that the command line names.</summary>
public sealed class WorksheetNameCompleter : ListCompleter
{
    private protected override IEnumerable<string> Values(ContactFile file, ListOptions options) => file.Tables.Where(table => table.Name is not null).Select(table => table.Name!);
}
