using System.Management.Automation;
using Chatalo.Client;
using Chatalo.Text;

namespace Chatalo.Commands;

/// <summary>Which device an input is for: the command's, the input's own, or the session's.</summary>
internal sealed class DeviceChoice(Session session, CallContext context, Func<Task<string>, string> await)
{
    private static readonly string[] Columns = ["Device", "DeviceId"];

    private (string Given, string Id)? _resolved;

    /// <summary>What is written about the device for an input: an id or a name; null for the session's device.</summary>
    /// <param name="given">The parameter: an id, a name, or a script block that gives one.</param>
    /// <param name="isGiven">Whether the command has the parameter. Then the input's own device does not count.</param>
    /// <param name="input">The input.</param>
    /// <exception cref="ChataloException">It cannot be read.</exception>
    public static string? NameOf(object? given, bool isGiven, PSObject? input)
    {
        object? value;
        if (isGiven)
        {
            value = InputValue.Of(given, "Device", input);
        }
        else if (!InputColumn.TryRead(input, Columns, out value))
        {
            return null;
        }

        var text = InputValue.Text(Binding.DeviceArgumentAttribute.IdOf(value), "device");
        return BlankText.Is(text) ? null : text!.Trim();
    }

    /// <summary>The id of the device that has the name; of the session's for null or an empty one.</summary>
    /// <exception cref="ChataloException">There is none, or more than one has that name.</exception>
    public string Resolve(string? name)
    {
        var given = Or(name) ?? Or(session.Device)
            ?? throw new ChataloException(
                ErrorKind.InvalidInput, "No device is given, and the session has none.", "Give -Device an id, a name or a device, or run Connect-Chatalo -Device.");
        if (_resolved is not { } known || known.Given != given)
        {
            known = (given, await(session.Devices.ResolveAsync(given, session.Client, context)));
            _resolved = known;
        }

        return known.Id;
    }

    private static string? Or(string? name) => BlankText.Is(name) ? null : name;
}
