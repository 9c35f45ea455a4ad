using System.Management.Automation.Host;

namespace Chatalo.Host;

/// <summary>A choice with its key: the letter behind <c>&amp;</c>, else the whole label.</summary>
internal sealed record ChoiceOption(string Key, string Label, string Help)
{
    /// <summary>Reads the key out of a label such as <c>Yes to &amp;All</c>.</summary>
    public static ChoiceOption From(ChoiceDescription choice)
    {
        var mark = choice.Label.IndexOf('&');
        var label = choice.Label.Replace("&", "", StringComparison.Ordinal);
        var key = mark >= 0 && mark + 1 < choice.Label.Length ? choice.Label[mark + 1].ToString().ToUpperInvariant() : label;
        return new(key, label, choice.HelpMessage);
    }

    /// <summary>Whether <paramref name="answer"/> names this choice, by key or by label.</summary>
    public bool Matches(string answer) =>
        answer.Equals(Key, StringComparison.OrdinalIgnoreCase) || answer.Equals(Label, StringComparison.OrdinalIgnoreCase);
}
