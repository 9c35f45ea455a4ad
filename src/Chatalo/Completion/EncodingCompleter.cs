using System.Collections;
using Chatalo.Binding;

namespace Chatalo.Completion;

/// <summary>Completes an encoding: PowerShell's names, then those of the code pages that lists come in.</summary>
public sealed class EncodingCompleter : Completer
{
    private static readonly (string Name, string What)[] CodePages =
    [
        ("windows-1250", "Central Europe"), ("windows-1251", "Cyrillic"), ("windows-1252", "Western Europe"), ("windows-1253", "Greek"), ("windows-1254", "Turkish"),
        ("windows-1255", "Hebrew"), ("windows-1256", "Arabic"), ("windows-1257", "Baltic"), ("windows-1258", "Vietnamese"), ("windows-874", "Thai"),
        ("shift_jis", "Japanese"), ("gb2312", "Chinese, simplified"), ("gb18030", "Chinese"), ("big5", "Chinese, traditional"), ("ks_c_5601-1987", "Korean"), ("koi8-r", "Cyrillic"),
    ];

    private protected override IEnumerable<Candidate> Candidates(IDictionary boundParameters) => EncodingArgumentAttribute.Names.Select(name => new Candidate(name, name, name))
        .Concat(CodePages.Select(page => new Candidate(page.Name, page.Name, page.What)));
}
