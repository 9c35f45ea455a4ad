using System.Globalization;
using System.Text;

namespace Chatalo.Contacts.Files;

/// <summary>How a list is to be read, where somebody knows better than the file says.</summary>
internal sealed record ListOptions
{
    /// <summary>The region of numbers without country code, ISO 3166-1 alpha-2.</summary>
    public string? DefaultRegion { get; init; }

    /// <summary>The encoding of a text file; null to find it.</summary>
    public Encoding? Encoding { get; init; }

    /// <summary>The sheet to read; null to find it.</summary>
    public string? WorksheetName { get; init; }

    /// <summary>The columns of the number, the first that is not blank in a row counts; empty to find them.</summary>
    public IReadOnlyList<string> NumberColumn { get; init; } = [];

    /// <summary>What opens a protected workbook.</summary>
    public string? Password { get; init; }

    /// <summary>In which culture what a sheet shows is written.</summary>
    public CultureInfo Culture { get; init; } = CultureInfo.InvariantCulture;

    /// <summary>Ends reading.</summary>
    public CancellationToken Stop { get; init; }

    /// <summary>Takes what must be said of the list, as sentences.</summary>
    public Action<string> Warn { get; init; } = _ => { };

    /// <summary>Takes what was found out about the list, as sentences.</summary>
    public Action<string> Tell { get; init; } = _ => { };
}
