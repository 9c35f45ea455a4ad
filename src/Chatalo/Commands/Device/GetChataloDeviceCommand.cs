using System.Management.Automation;
using Chatalo.Client;
using Chatalo.Completion;

namespace Chatalo.Commands;

/// <summary>Lists the account's devices, or shows one.</summary>
[Cmdlet(VerbsCommon.Get, "ChataloDevice", DefaultParameterSetName = ListSet, SupportsPaging = true)]
[OutputType(typeof(Device))]
public sealed class GetChataloDeviceCommand : SessionCommand
{
    private const string ListSet = "List";
    private const string IdSet = "Id";

    private bool _isGiven;

    /// <summary>Only devices of these names; wildcards are permitted. A name without one that no device has is an error.</summary>
    [Parameter(Position = 0, ParameterSetName = ListSet)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(DeviceCompleter))]
    [ValidateNotNullOrEmpty]
    public string[]? Name { get; set; }

    /// <summary>
    /// The devices with these ids, each asked for by itself. From the pipeline come ids and names as text, and objects of this module, whose device is meant.
    /// </summary>
    [Parameter(Mandatory = true, ParameterSetName = IdSet, ValueFromPipeline = true)]
    [Alias("Id")]
    [AllowNull]
    [AllowEmptyString]
    [AllowEmptyCollection]
    public object? DeviceId { get; set; }

    /// <summary>Only devices with these statuses.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(DeviceStatusCompleter))]
    public string[]? Status { get; set; }

    /// <summary>Only devices that can be used: <c>AUTHENTICATED</c> and enabled for the API.</summary>
    [Parameter(ParameterSetName = ListSet)]
    public SwitchParameter Ready { get; set; }

    /// <inheritdoc />
    protected override object? ErrorTarget => DeviceId;

    /// <inheritdoc />
    protected override void Begin()
    {
        base.Begin();
        _isGiven = MyInvocation.BoundParameters.ContainsKey(nameof(DeviceId));
    }

    /// <inheritdoc />
    protected override void Process()
    {
        var api = new DeviceApi(Client);
        if (ParameterSetName == IdSet)
        {
            WriteEach(Ids().ToArray(), id => WriteObject(Await(api.GetAsync(id, Context))));
            return;
        }

        var names = NamePattern.Create(Name);
        WritePages(api.ListAsync, Filter(names));
        WriteMissing(names, "device", "Get-ChataloDevice without a name lists the devices.");
    }

    private IEnumerable<string> Ids()
    {
        if (!_isGiven)
        {
            var name = DeviceCommand.NameOf(DeviceId, DeviceCommand.WithDevice, "Pipe in objects of this module or ids, or give -Id.");
            yield return Await(ActiveSession.Devices.ResolveAsync(NotEmpty(name), Client, Context));
            yield break;
        }

        foreach (var id in LanguagePrimitives.GetEnumerable(DeviceId) ?? new[] { DeviceId })
        {
            yield return NotEmpty(InputValue.Text(Binding.DeviceArgumentAttribute.IdOf(id), "id"));
        }
    }

    private static string NotEmpty(string? id)
        => string.IsNullOrWhiteSpace(id) ? throw new ChataloException(ErrorKind.InvalidInput, "The id of the device is empty.", "Give an id; Get-ChataloDevice lists them.") : id!;

    private Func<Device, bool>? Filter(NamePattern? names)
    {
        // The name first: a device that has it, but not the status, is not missing.
        return names is null && Status is null && !Ready
            ? null
            : device => names?.Matches(device.Name) != false
                && (Status is null || Status.Contains(device.Status, StringComparer.OrdinalIgnoreCase))
                && (!Ready || device.IsReady != false);
    }
}
