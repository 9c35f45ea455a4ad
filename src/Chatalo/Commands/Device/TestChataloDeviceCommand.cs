using System.Management.Automation;
using Chatalo.Client;

namespace Chatalo.Commands;

/// <summary>Tells whether a device is linked with WhatsApp.</summary>
[Cmdlet(VerbsDiagnostic.Test, "ChataloDevice")]
[OutputType(typeof(bool))]
public sealed class TestChataloDeviceCommand : DeviceStateCommand
{
    /// <inheritdoc />
    protected override void Process() => WriteObject(Await(new DeviceApi(Client).IsAuthenticatedAsync(ResolveDevice(), Context)));
}
