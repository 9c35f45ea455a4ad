using System.Management.Automation;

namespace Chatalo.Commands;

/// <summary>
/// The numbers of an input for a cmdlet without a session: those of the command, else the input itself or its column, found by the same words as
/// everywhere.
/// </summary>
internal sealed class InputNumbers(InvocationInfo invocation)
{
    private readonly InputNumber _column = new([invocation.MyCommand.Parameters["Number"].Name, .. invocation.MyCommand.Parameters["Number"].Aliases], () => OptOutNumber.Region);

    /// <summary>The numbers as they were given.</summary>
    /// <param name="given">The parameter; null where it is not given.</param>
    /// <param name="input">The input.</param>
    /// <exception cref="ChataloException">The input has no number, or it cannot be read.</exception>
    public IReadOnlyList<object?> Of(object?[]? given, PSObject? input)
    {
        if (given is not null)
        {
            return given;
        }

        if (input?.BaseObject is string or double or float or decimal or long or int or uint or ulong or short or ushort or byte or sbyte)
        {
            return [input.BaseObject];
        }

        if (input is null || !_column.TryRead(input, out var cell))
        {
            throw new ChataloException(
                ErrorKind.InvalidInput,
                input is null ? "No number is given." : InputColumn.NoNumberIn(input),
                "Give -Number, or pipe in numbers or rows with a column WhatsApp, Mobile, Phone or No HP (about_Chatalo_Lists has the words that are known).");
        }

        return [cell is string or ValueType ? cell : InputValue.Text(cell, "number")];
    }
}
