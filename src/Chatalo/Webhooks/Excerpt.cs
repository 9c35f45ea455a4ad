namespace Chatalo.Webhooks;

/// <summary>The beginning of a text that came from outside, fit for an error message.</summary>
internal static class Excerpt
{
    private const int ShownCharacters = 80;

    public static string Of(string text)
    {
        var start = text.Length <= ShownCharacters ? text : text.Substring(0, ShownCharacters) + "…";
        return "'" + View.Line(start) + "'";
    }
}
