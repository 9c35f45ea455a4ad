using System.Management.Automation;

namespace Chatalo.Commands;

/// <summary>The numbers of an input for a cmdlet without a session: those of the command, else the input itself or its column.</summary>
internal sealed class InputNumbers(InvocationInfo invocation)
{
    private readonly string[] _columns = [invocation.MyCommand.Parameters["Number"].Name, .. invocation.MyCommand.Parameters["Number"].Aliases];

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

        if (!InputColumn.TryRead(input, _columns, out var cell))
        {
            throw new ChataloException(
                ErrorKind.InvalidInput, input is null ? "No number is given." : $"The input has no column for the number; it has {string.Join(", ", InputColumn.NamesOf(input).Take(12))}.",
                "Give -Number, or pipe in numbers or rows with a column Number, Phone, Mobile, WhatsApp or Nomor.");
        }

        return [cell is string or ValueType ? cell : InputValue.Text(cell, "number")];
    }
}
