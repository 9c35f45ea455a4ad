using System.Management.Automation.Language;
using System.Text.RegularExpressions;

namespace Chatalo.Host;

/// <summary>Turns a script and words of a command line into the text of a call, by the rules of <c>pwsh -File</c>.</summary>
internal static partial class ScriptCall
{
    /// <summary>
    /// A word with a dash is a parameter, <c>-Name:value</c> one with its value; everything else is a value, taken literally.
    /// </summary>
    /// <param name="path">The script.</param>
    /// <param name="words">Its arguments.</param>
    /// <returns>The text of the call.</returns>
    public static string Text(string path, IEnumerable<string> words) => string.Join(' ', ["&", Quote(path), .. words.Select(Argument)]);

    private static string Argument(string word)
    {
        var parameter = Parameter().Match(word);
        if (!parameter.Success)
        {
            return Quote(word);
        }

        var value = parameter.Groups["value"];
        return parameter.Groups["name"].Value + value.Value.ToLowerInvariant() switch
        {
            "" => "",
            // So that a switch can be switched off: -Force:$false.
            "$true" or "$false" => ":" + value.Value,
            _ => ":" + Quote(value.Value),
        };
    }

    private static string Quote(string text) => $"'{CodeGeneration.EscapeSingleQuotedStringContent(text)}'";

    // A dash before a digit is a negative number.
    [GeneratedRegex(@"^(?<name>-[\p{L}_]\w*)(:(?<value>.+))?$", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Parameter();
}
