using Chatalo.Contacts.Files;

namespace Chatalo.Completion;

/// <summary>Completes the columns of the list that the command line names, those first that say phone.</summary>
public sealed class NumberColumnCompleter : ListCompleter
{
    private protected override IEnumerable<string> Values(ContactFile file, ListOptions options) => TableChooser.Columns(file.Tables, options);
}
