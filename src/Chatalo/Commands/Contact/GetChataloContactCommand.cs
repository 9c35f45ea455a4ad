using System.Management.Automation;
using Chatalo.Client;

namespace Chatalo.Commands;

/// <summary>Lists a device's contacts.</summary>
[Cmdlet(VerbsCommon.Get, "ChataloContact", SupportsPaging = true)]
[OutputType(typeof(Contact))]
public sealed class GetChataloContactCommand : DeviceCommand
{
    /// <summary>Only contacts of these names; wildcards are permitted.</summary>
    [Parameter(Position = 0)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? Name { get; set; }

    /// <inheritdoc />
    protected override void Process()
    {
        var device = ResolveDevice();
        var name = NamePattern.Create(Name);
        WritePages(
            (page, context) => new ContactApi(Client).ListAsync(device, page, context),
            name is null ? null : contact => name(contact.Name));
    }
}
