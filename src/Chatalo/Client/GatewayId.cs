using Chatalo.Text;

namespace Chatalo.Client;

/// <summary>Checks an id before it becomes part of a path or a body: an id is a word, not a way to another address.</summary>
internal static class GatewayId
{
    private const int LongestId = 128;

    /// <returns>The id, when it begins with a letter or digit and goes on with those, <c>-</c>, <c>_</c>, <c>.</c>, <c>@</c> or <c>:</c>.</returns>
    /// <exception cref="ChataloException">It is empty, too long, or holds anything else.</exception>
    public static string Check(string? id, string what)
    {
        if (string.IsNullOrWhiteSpace(id))
        {
            throw new ChataloException(ErrorKind.InvalidInput, $"The {what} is empty.");
        }

        var text = id!.Trim();
        return text.Length <= LongestId && IsLetterOrDigit(text[0]) && text.IndexOf("..", StringComparison.Ordinal) < 0 && text.All(IsIdCharacter)
            ? text
            : throw new ChataloException(
                ErrorKind.InvalidInput, $"{DisplayText.Quote(text)} is no {what}: an id has letters, digits and dashes only.");
    }

    /// <summary>Whether the text could be an id: the gateway's are UUIDs, in its documentation with x for hidden digits.</summary>
    public static bool LooksLikeUuid(string text)
        => text.Length == 36 && text.Select((c, i) => i is 8 or 13 or 18 or 23 ? c == '-' : IsLetterOrDigit(c)).All(ok => ok);

    private static bool IsIdCharacter(char c) => IsLetterOrDigit(c) || c is '-' or '_' or '.' or '@' or ':';

    private static bool IsLetterOrDigit(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9');
}
