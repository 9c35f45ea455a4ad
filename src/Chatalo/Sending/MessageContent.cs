using Chatalo.Text;

namespace Chatalo.Sending;

/// <summary>What is sent. The text and the file's address choose the type, as the vendor documents: text, caption, file.</summary>
internal sealed record MessageContent
{
    private MessageContent(MessageType type, string? text, string? url) => (Type, Text, Url) = (type, text, url);

    public MessageType Type { get; }

    public string? Text { get; }

    public string? Url { get; }

    /// <summary>The type's name in the API.</summary>
    public string TypeName => Type switch
    {
        MessageType.Text => "text",
        MessageType.Caption => "caption",
        _ => "file",
    };

    /// <exception cref="ChataloException">There is neither text nor file, or the file's address is not http(s).</exception>
    public static MessageContent Create(string? text, string? url)
    {
        var hasText = !BlankText.Is(text);
        if (BlankText.Is(url))
        {
            return hasText
                ? new MessageContent(MessageType.Text, text, null)
                : throw new ChataloException(ErrorKind.InvalidInput, "There is nothing to send: the message is empty.", "Give -Message, -Template or -Url.");
        }

        if (!Uri.TryCreate(url!.Trim(), UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https") || uri.Host.Length == 0)
        {
            throw new ChataloException(
                ErrorKind.InvalidInput, $"{DisplayText.Quote(url.Trim())} is not an address that the gateway can fetch a file from.", "Give -Url an http or https address.");
        }

        return new MessageContent(hasText ? MessageType.Caption : MessageType.File, hasText ? text : null, uri.AbsoluteUri);
    }
}
