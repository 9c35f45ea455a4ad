using System.Text;
using Chatalo.Contacts.Files;

namespace Chatalo.UnitTests.Contacts.Files;

/// <summary>What came of reading a list.</summary>
internal sealed record ListRun(IReadOnlyList<ContactRow> Rows, IReadOnlyList<string> Warnings, IReadOnlyList<string> Told, string? Error)
{
    public IEnumerable<string> Numbers => Rows.Where(row => row.IsContact).Select(row => row.Number!);

    public static ListRun Of(string path, Func<ListOptions, ListOptions>? change = null)
    {
        using var stream = File.OpenRead(path);
        return Of(stream, change);
    }

    public static ListRun OfText(string text, Func<ListOptions, ListOptions>? change = null) => Of(new MemoryStream(Encoding.UTF8.GetBytes(text)), change);

    public static ListRun Of(Stream stream, Func<ListOptions, ListOptions>? change = null)
    {
        var warnings = new List<string>();
        var told = new List<string>();
        var options = new ListOptions { DefaultRegion = "ID", Warn = warnings.Add, Tell = told.Add };
        var rows = new List<ContactRow>();
        try
        {
            rows.AddRange(new ContactFileReader(change?.Invoke(options) ?? options).Read(stream, "list"));
            return new ListRun(rows, warnings, told, null);
        }
        catch (InvalidDataException e)
        {
            return new ListRun(rows, warnings, told, e.Message);
        }
    }
}
