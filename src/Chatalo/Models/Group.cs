using Chatalo.Contacts;
using Chatalo.Text;

namespace Chatalo;

/// <summary>A WhatsApp group that a device is in.</summary>
public sealed class Group : GatewayObject
{
    private readonly string? _owner;
    private readonly IReadOnlyList<GroupMember>? _members;

    /// <summary>The device that is in it.</summary>
    public string DeviceId { get; init; } = "";

    /// <summary>The group's id.</summary>
    public string Id { get; init; } = "";

    /// <summary>The same id, under the name that other cmdlets bind.</summary>
    public string GroupId => Id;

    /// <summary>The group's subject.</summary>
    public string? Name { get; init; }

    /// <summary>How many people are in it.</summary>
    public int? ParticipantCount { get; init; }

    /// <summary>The group's description; only in the detail.</summary>
    public string? Description { get; init; }

    /// <summary>The owner's number, + and digits with country code; only in the detail.</summary>
    public string? Owner { get => _owner; init => _owner = E164.Format(value); }

    /// <summary>When it was made; only in the detail.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>Whether only administrators may change it; only in the detail.</summary>
    public bool? IsRestricted { get; init; }

    /// <summary>Whether only administrators may write; only in the detail.</summary>
    public bool? IsAnnounceOnly { get; init; }

    /// <summary>Who is in it; null in the list, where the gateway only counts.</summary>
    public IReadOnlyList<GroupMember>? Members { get => _members; init => _members = ItemList<GroupMember>.Of(value); }

    private protected override IEnumerable<IExtended> Parts => Members ?? [];

    /// <inheritdoc />
    public override string ToString() => DisplayText.Line(string.IsNullOrEmpty(Name) ? Id : $"{Name} ({Id})");
}
