using System.Collections;
using System.Collections.ObjectModel;
using System.Management.Automation;

namespace Chatalo.Commands;

/// <summary>
/// A parameter's value for one input: as it was given, or what a script block makes of the input. The engine's own delay-bound script blocks are not
/// used: an input whose block fails would vanish without a result.
/// </summary>
internal static class InputValue
{
    /// <summary>What a script block wrote, or the value as it was given.</summary>
    /// <exception cref="ChataloException">The script block failed, or wrote several values.</exception>
    public static object? Of(object? given, string parameter, PSObject? input)
    {
        if (Plain(given) is not ScriptBlock block)
        {
            return Plain(given);
        }

        var output = Run(block, parameter, input);
        return output.Count <= 1
            ? output.Select(static o => InputColumn.Unwrap(o)).FirstOrDefault()
            : throw new ChataloException(
                ErrorKind.InvalidInput, $"The script block of -{parameter} gave {output.Count} values for this input.", "Have it give one, such as { $_.Column }.");
    }

    /// <summary>The same as text; what a script block wrote, and a list as Get-Content gives it, is joined line by line.</summary>
    /// <exception cref="ChataloException">The script block failed.</exception>
    public static string? LinesOf(object? given, string parameter, PSObject? input)
        => Plain(given) is ScriptBlock block
            ? Lines(Run(block, parameter, input), parameter)
            : InputColumn.Unwrap(given) is IEnumerable several and not (string or IDictionary) ? Lines(several, parameter) : Text(given, parameter);

    /// <summary>A value as text; a table or a list has none.</summary>
    /// <exception cref="ChataloException">It is a list or a table, or cannot be made a text.</exception>
    public static string? Text(object? value, string what)
    {
        var plain = InputColumn.Unwrap(value);
        try
        {
            return plain switch
            {
                null => null,
                string text => text,
                IEnumerable => throw NotText(what, plain, null),
                _ => LanguagePrimitives.ConvertTo<string>(plain),
            };
        }
        catch (Exception e) when (e is not (ChataloException or PipelineStoppedException or OutOfMemoryException))
        {
            throw NotText(what, plain!, e);
        }
    }

    private static string Lines(IEnumerable values, string parameter)
        => string.Join("\n", values.Cast<object?>().Where(static o => o is not null).Select(o => Text(o, parameter)));

    private static object? Plain(object? value) => value is PSObject { BaseObject: ScriptBlock } wrapped ? wrapped.BaseObject : value;

    private static Collection<PSObject> Run(ScriptBlock block, string parameter, PSObject? input)
    {
        try
        {
            return block.InvokeWithContext(null, [new PSVariable("_", input)], input);
        }
        catch (Exception e) when (e is RuntimeException and not PipelineStoppedException)
        {
            throw new ChataloException(
                ErrorKind.InvalidInput, $"The script block of -{parameter} failed for this input: {e.Message}", "Correct the script block or the input.", innerException: e);
        }
    }

    private static ChataloException NotText(string what, object value, Exception? e)
        => new(ErrorKind.InvalidInput, $"The {what} of this input is of type {value.GetType().Name}, and not a text.", "Give one text.", innerException: e);
}
