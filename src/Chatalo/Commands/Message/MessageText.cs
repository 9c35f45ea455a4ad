using System.Globalization;
using System.Management.Automation;
using Chatalo.Sending;

namespace Chatalo.Commands;

/// <summary>
/// The text of each message: the same for all, made by a script block, or a template filled from the input. A template comes from
/// -Template only: braces in -Message are literal.
/// </summary>
internal sealed class MessageText
{
    private readonly MessageTemplate? _template;
    private readonly CultureInfo _culture;

    /// <exception cref="ChataloException">The template is wrong, or there is a message too.</exception>
    public MessageText(object? message, string? template, CultureInfo culture)
    {
        _culture = culture;
        if (template is null)
        {
            return;
        }

        if (message is not null)
        {
            throw new ChataloException(ErrorKind.InvalidInput, "Both -Message and -Template are given.", "Give one of them.");
        }

        try
        {
            _template = MessageTemplate.Parse(template);
        }
        catch (FormatException e)
        {
            throw new ChataloException(ErrorKind.InvalidInput, $"The template cannot be read: {e.Message}", "Correct -Template; a brace that is meant as such is written twice.", innerException: e);
        }
    }

    /// <summary>Whether the text comes from a template.</summary>
    public bool IsTemplate => _template is not null;

    /// <summary>The text for one input.</summary>
    /// <exception cref="ChataloException">The script block failed, or the template has a field that the input has not.</exception>
    public string? For(object? message, PSObject? input)
    {
        if (_template is not null)
        {
            return _template.TryRender(name => Field(input, name), () => InputColumn.NamesOf(input), _culture, out var text, out var error)
                ? text
                : throw new ChataloException(ErrorKind.InvalidInput, error, "Correct the template or the list; nothing was sent for this input.");
        }

        return InputValue.LinesOf(message, "Message", input);
    }

    /// <summary>
    /// The first field of a text that looks like a template and that the input has; null where there is none. -Message is sent as it is, so whoever
    /// meant -Template would write {Nama} to everybody.
    /// </summary>
    public static string? FieldLeftIn(string? text, PSObject? input)
    {
        if (input is null || text is null || text.IndexOf('{') < 0)
        {
            return null;
        }

        try
        {
            var names = InputColumn.NamesOf(input);
            return MessageTemplate.Parse(text).Fields.FirstOrDefault(field => names.Contains(field, StringComparer.OrdinalIgnoreCase));
        }
        catch (FormatException)
        {
            // It is no template, and -Template would refuse it.
            return null;
        }
    }

    private static (bool Found, object? Value) Field(PSObject? input, string name)
        => InputColumn.TryRead(input, [name], out var value) ? (true, ImportedContact.CellOf(input!, name) ?? value) : (false, null);
}
