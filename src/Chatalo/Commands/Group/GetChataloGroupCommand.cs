using System.Management.Automation;
using Chatalo.Client;
using Chatalo.Completion;

namespace Chatalo.Commands;

/// <summary>Lists the groups that a device is in, or shows one with its members.</summary>
[Cmdlet(VerbsCommon.Get, "ChataloGroup", DefaultParameterSetName = ListSet, SupportsPaging = true)]
[OutputType(typeof(Group))]
public sealed class GetChataloGroupCommand : DeviceCommand
{
    private const string ListSet = "List";
    private const string IdSet = "Id";

    private NamePattern? _names;
    private int _unanswered;

    /// <summary>Only groups of these names; wildcards are permitted. A name without one that no group has is an error.</summary>
    [Parameter(Position = 0, ParameterSetName = ListSet)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(GroupNameCompleter))]
    [ValidateNotNullOrEmpty]
    public string[]? Name { get; set; }

    /// <summary>The groups with these ids, each in detail. It does not bind from the pipeline: a device piped in has an id too.</summary>
    [Parameter(Mandatory = true, ParameterSetName = IdSet)]
    [Alias("GroupId")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(GroupIdCompleter))]
    public string[]? Id { get; set; }

    /// <inheritdoc />
    protected override void Process()
    {
        var device = ResolveDevice();
        var api = new GroupApi(Client);
        if (ParameterSetName == IdSet)
        {
            WriteEach(Id!, id => WriteObject(Await(api.GetAsync(device, id, Context))));
            return;
        }

        _unanswered++;
        _names ??= NamePattern.Create(Name);
        WritePages((page, context) => api.ListAsync(device, page, context), _names is null ? null : group => _names.Matches(group.Name));
        _unanswered--;
    }

    /// <inheritdoc />
    protected override void End()
    {
        // At the end: with several devices a group need be in one of them only.
        if (_unanswered == 0)
        {
            WriteMissing(_names, "group", "Get-ChataloGroup without a name lists the groups of a device.");
        }
    }
}
