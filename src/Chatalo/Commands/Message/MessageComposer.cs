using System.Management.Automation;
using Chatalo.Sending;
using Chatalo.Text;

namespace Chatalo.Commands;

/// <summary>
/// What is sent for each input, and to which group. The columns GroupId and Url of a list are somebody else's: they count on objects of this module
/// only, and where the command names them, as in <c>-Url { $_.Url }</c>.
/// </summary>
/// <param name="text">Makes the text.</param>
/// <param name="groupId">The parameter; null where it is not given.</param>
/// <param name="message">The parameter; null where it is not given.</param>
/// <param name="url">The parameter; null where it is not given.</param>
internal sealed class MessageComposer(MessageText text, object? groupId, object? message, object? url)
{
    private static readonly Type[] WithGroup = [typeof(Group), typeof(IncomingMessage), typeof(SendResult), typeof(Delivery), typeof(InterruptedInput)];

    // What is sent again; the text of an incoming message is never repeated.
    private static readonly Type[] WithContent = [typeof(SendResult), typeof(Delivery)];

    /// <summary>The group that an input is for; null for a person.</summary>
    /// <exception cref="ChataloException">It cannot be read.</exception>
    public string? GroupOf(PSObject? input)
    {
        var group = groupId is not null ? InputValue.Of(groupId, "GroupId", input) : Own(input, WithGroup, "GroupId");
        var id = InputValue.Text(group, "group id");
        return BlankText.Is(id) ? null : id;
    }

    /// <summary>What is sent for an input.</summary>
    /// <exception cref="ChataloException">It cannot be made of the input, or there is nothing to send.</exception>
    public MessageContent ContentOf(PSObject? input)
    {
        var words = text.IsTemplate || message is not null ? text.For(message, input) : InputValue.Text(TextIn(input), "message");
        var address = InputValue.Text(url is not null ? InputValue.Of(url, "Url", input) : Own(input, WithContent, "Url"), "address of the file");
        return BlankText.Is(words) && BlankText.Is(address) && message is null && url is null ? throw Nothing(input) : MessageContent.Create(words, address);
    }

    // A column Message is the text where the command has no other content: there it can replace nothing.
    private object? TextIn(PSObject? input)
        => url is null ? InputColumn.TryRead(input, ["Message"], out var cell) && !IsPlain(input!) && IsText(input!) ? cell : null : Own(input, WithContent, "Message");

    private static object? Own(PSObject? input, Type[] types, string column)
        => input is not null && !IsPlain(input) && OwnObject.IsOne(input, types) && InputColumn.TryRead(input, [column], out var cell) ? cell : null;

    private static bool IsPlain(PSObject input) => input.BaseObject is string or ValueType;

    // Objects that are not rows may have a Message that is not meant for anybody, such as an exception's.
    private static bool IsText(PSObject input) => InputColumn.IsRow(input) || OwnObject.IsOne(input, WithContent);

    private static ChataloException Nothing(PSObject? input)
    {
        var column = new[] { "Url", "Text", "Pesan" }.FirstOrDefault(name => input is not null && InputColumn.IsRow(input) && !BlankText.Is(InputColumn.TextOf(input, name)));
        return column switch
        {
            null => new ChataloException(ErrorKind.InvalidInput, "There is nothing to send: the message is empty.", "Give -Message, -Template or -Url."),
            "Url" => new ChataloException(
                ErrorKind.InvalidInput, "There is nothing to send: no message is given. The input's column Url counts only where the command names it.",
                "Give -Message, or send the file of each row with -Url { $_.Url }."),
            _ => new ChataloException(ErrorKind.InvalidInput, "There is nothing to send: no message is given.", $"Give -Message; the text of each row with -Message {{ $_.{column} }}."),
        };
    }
}
