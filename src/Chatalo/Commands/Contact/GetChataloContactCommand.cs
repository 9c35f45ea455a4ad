using System.Management.Automation;
using Chatalo.Client;

namespace Chatalo.Commands;

/// <summary>Lists a device's contacts.</summary>
[Cmdlet(VerbsCommon.Get, "ChataloContact", SupportsPaging = true)]
[OutputType(typeof(Contact))]
public sealed class GetChataloContactCommand : DeviceCommand
{
    private NamePattern? _names;
    private int _unanswered;

    /// <summary>Only contacts of these names; wildcards are permitted. A name without one that no contact has is an error.</summary>
    [Parameter(Position = 0)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? Name { get; set; }

    /// <inheritdoc />
    protected override void Process()
    {
        var device = ResolveDevice();
        _unanswered++;
        _names ??= NamePattern.Create(Name);
        WritePages(
            (page, context) => new ContactApi(Client).ListAsync(device, page, context),
            _names is null ? null : contact => _names.Matches(contact.Name));
        _unanswered--;
    }

    /// <inheritdoc />
    protected override void End()
    {
        // At the end: with several devices a contact need be in one of them only.
        if (_unanswered == 0)
        {
            WriteMissing(_names, "contact", "Get-ChataloContact without a name lists the contacts of a device.");
        }
    }
}
