using System.Management.Automation;
using Chatalo.Client;

namespace Chatalo.Commands;

/// <summary>Changes a device. The gateway wants every field, so what is not given is read first and kept.</summary>
[Cmdlet(VerbsCommon.Set, "ChataloDevice", SupportsShouldProcess = true)]
[OutputType(typeof(Device))]
public sealed class SetChataloDeviceCommand : DeviceActionCommand
{
    /// <summary>The new display name.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Name { get; set; }

    /// <summary>The new number: international, or in the session's region, or national with -CountryCode.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Number { get; set; }

    /// <summary>The country code, such as 62; then -Number is without it.</summary>
    [Parameter]
    [ValidatePattern(@"^\+?[1-9]\d{0,2}$")]
    public string? CountryCode { get; set; }

    /// <summary>The new note; an empty one removes it.</summary>
    [Parameter]
    [AllowEmptyString]
    public string? Description { get; set; }

    /// <summary>Whether the API may use it.</summary>
    [Parameter]
    public bool ApiEnabled { get; set; }

    /// <summary>Writes the changed device; without it nothing is written.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override void Act(DeviceApi api, string id)
    {
        var now = Await(api.GetAsync(id, Context));
        var number = Number is null && CountryCode is null
            ? DeviceNumber.SplitJoined(now.WhatsAppNumber, now.ToString())
            : DeviceNumber.Split(Number ?? throw new ChataloException(ErrorKind.InvalidInput, "-CountryCode is given without -Number."), CountryCode, ActiveSession);
        var details = new DeviceDetails(
            Name ?? now.Name ?? "",
            MyInvocation.BoundParameters.ContainsKey(nameof(Description)) ? Description : now.Description,
            number.CountryCode,
            number.Number,
            MyInvocation.BoundParameters.ContainsKey(nameof(ApiEnabled)) ? ApiEnabled : now.IsApiEnabled ?? true);
        if (ShouldProcess(now.ToString(), "Change device"))
        {
            var changed = Await(api.EditAsync(id, details, Context));
            ActiveSession.Devices.Forget();
            if (PassThru)
            {
                WriteObject(changed);
            }
        }
    }
}
