using System.Management.Automation;
using Chatalo.Client;

namespace Chatalo.Commands;

/// <summary>Registers a device. Connect it to WhatsApp afterwards with Connect-ChataloDevice.</summary>
[Cmdlet(VerbsCommon.New, "ChataloDevice", SupportsShouldProcess = true)]
[OutputType(typeof(Device))]
public sealed class NewChataloDeviceCommand : SessionCommand
{
    /// <summary>The display name.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string? Name { get; set; }

    /// <summary>The account's number: international, or in the session's region, or national with -CountryCode.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string? Number { get; set; }

    /// <summary>The country code, such as 62; then -Number is without it.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidatePattern(@"^\+?[1-9]\d{0,2}$")]
    public string? CountryCode { get; set; }

    /// <summary>What to note about it.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? Description { get; set; }

    /// <summary>Whether the API may use it.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public bool ApiEnabled { get; set; } = true;

    /// <inheritdoc />
    protected override object? ErrorTarget => Name;

    /// <inheritdoc />
    protected override void Process()
    {
        var number = DeviceNumber.Split(Number!, CountryCode, ActiveSession);
        if (ShouldProcess($"{Name} (+{number.CountryCode} {number.Number})", "Register device"))
        {
            var details = new DeviceDetails(Name!, Description, number.CountryCode, number.Number, ApiEnabled);
            var device = Await(new DeviceApi(Client).AddAsync(details, Context));
            ActiveSession.Devices.Forget();
            WriteObject(device);
        }
    }
}
