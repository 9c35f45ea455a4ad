using System.Collections.ObjectModel;
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

    /// <summary>The text for one input.</summary>
    /// <exception cref="ChataloException">The script block failed, or the template has a field that the input has not.</exception>
    public string? For(object? message, PSObject? input)
    {
        if (_template is not null)
        {
            return _template.TryRender(name => Field(input, name), () => FieldNames(input), _culture, out var text, out var error)
                ? text
                : throw new ChataloException(ErrorKind.InvalidInput, error, "Correct the template or the list; nothing was sent for this input.");
        }

        return (message is PSObject wrapped ? wrapped.BaseObject : message) switch
        {
            null => null,
            string text => text,
            ScriptBlock block => Run(block, input),
            _ => LanguagePrimitives.ConvertTo<string>(message),
        };
    }

    private static (bool Found, object? Value) Field(PSObject? input, string name)
        => input?.Properties[name] is { } property ? (true, Unwrap(property.Value)) : (false, null);

    private static object? Unwrap(object? value) => value is PSObject { BaseObject: not PSCustomObject } wrapped ? wrapped.BaseObject : value;

    private static IEnumerable<string> FieldNames(PSObject? input) => input?.Properties.Select(p => p.Name) ?? [];

    // The engine's own delay-bound script blocks are not used: a row whose block fails would vanish without a result.
    private static string Run(ScriptBlock block, PSObject? input)
    {
        Collection<PSObject> output;
        try
        {
            output = block.InvokeWithContext(null, [new PSVariable("_", input)], input);
        }
        catch (RuntimeException e) when (e is not PipelineStoppedException)
        {
            throw new ChataloException(
                ErrorKind.InvalidInput, $"The script block of -Message failed for this input: {e.Message}", "Correct the script block or the input.", innerException: e);
        }

        return string.Join("\n", output.Where(o => o is not null).Select(o => LanguagePrimitives.ConvertTo<string>(o)));
    }
}
