using System.Management.Automation;
using System.Management.Automation.Language;
using System.Text.RegularExpressions;

namespace Chatalo.Commands;

/// <summary>
/// Keeps what stands on a command line out of errors: the engine shows the line of the command beside its error, in $Error and in transcripts, and the
/// line may hold a key, a token, or a connection string with its password.
/// </summary>
internal static class CommandLine
{
    private static readonly Regex Secret = new(
        @"Connect-Chatalo\b(?!Device)|-Secret|SecretKey|-Tok|-Pass|\b(?:Password|Pwd|AccountKey|SharedAccessSignature)\s*=|://[^/\s@]*@",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);

    /// <summary>Has errors of this command show its name alone, where its line may hold a secret.</summary>
    public static void Hide(InvocationInfo invocation)
    {
        if (invocation.Line is not { Length: > 0 } line || !Secret.IsMatch(line))
        {
            return;
        }

        var name = invocation.InvocationName is { Length: > 0 } called ? called : invocation.MyCommand.Name;
        var shown = name + " \u2026";
        var number = invocation.ScriptLineNumber;
        var file = invocation.ScriptName;
        invocation.DisplayScriptPosition = new ScriptExtent(
            new ScriptPosition(file, number, 1, shown), new ScriptPosition(file, number, shown.Length + 1, shown));
    }

    /// <summary>An address for an error's target: without a user, a password, a path or a query, any of which may be a secret.</summary>
    public static string? Address(Uri? uri)
        => uri is null ? null : uri.IsAbsoluteUri ? uri.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped) : WithoutUser(uri.OriginalString.Split('?', '#')[0]);

    /// <summary>A text that may be an address, without its user and password.</summary>
    public static string WithoutUser(string text)
    {
        var at = text.LastIndexOf('@');
        var slashes = text.IndexOf("//", StringComparison.Ordinal);
        return at < 0 ? text : (slashes < 0 || slashes > at ? "" : text.Substring(0, slashes + 2)) + "\u2026" + text.Substring(at);
    }
}
