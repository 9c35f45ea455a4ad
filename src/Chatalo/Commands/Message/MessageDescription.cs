using System.Globalization;
using Chatalo.Sending;

namespace Chatalo.Commands;

/// <summary>
/// Says what a message would do, before it does it. A question and -WhatIf show the text, because somebody looks at it; -Verbose, which goes to
/// transcripts and logs, does not.
/// </summary>
internal static class MessageDescription
{
    /// <summary>What the engine shows with -WhatIf, and with -Verbose.</summary>
    public static string Of(OutgoingMessage message, bool withText)
        => $"Performing the operation \"{(withText ? WithText(message.Content) : WithLength(message.Content))}\" on target \"{message.Recipient}\".";

    /// <summary>What the engine asks with -Confirm.</summary>
    public static string Question(OutgoingMessage message) => $"{WithText(message.Content)} to {message.Recipient}?";

    private static string WithText(MessageContent content)
        => string.Concat("Send ", content.TypeName, content.Text is null ? null : $" '{content.Text}'", content.Url is null ? null : $" {content.Url}");

    private static string WithLength(MessageContent content)
        => content.Text is null ? $"Send {content.TypeName}" : string.Format(CultureInfo.InvariantCulture, "Send {0} of {1:N0} characters", content.TypeName, content.Text.Length);
}
