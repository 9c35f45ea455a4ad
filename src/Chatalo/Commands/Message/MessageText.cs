using System.Collections.ObjectModel;
using System.Management.Automation;

namespace Chatalo.Commands;

/// <summary>
/// The text of a message for one input: plain, or what a script block makes of it. The engine's own delay-bound script blocks are
/// not used because a row whose block fails would vanish without a result.
/// </summary>
internal static class MessageText
{
    /// <exception cref="ChataloException">The script block failed.</exception>
    public static string? Evaluate(object? given, PSObject? input)
    {
        var value = given is PSObject wrapped ? wrapped.BaseObject : given;
        if (value is not ScriptBlock block)
        {
            return value is null ? null : LanguagePrimitives.ConvertTo<string>(given);
        }

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
