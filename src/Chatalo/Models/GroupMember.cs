using Chatalo.Contacts;
using Chatalo.Text;

namespace Chatalo;

/// <summary>Somebody in a group. Its number binds to a send; the group's id is not named so that the group itself never is.</summary>
public sealed class GroupMember : GatewayObject
{
    private readonly string? _number;

    /// <summary>The device that is in the group.</summary>
    public string DeviceId { get; init; } = "";

    /// <summary>The group.</summary>
    public string? MemberOf { get; init; }

    /// <summary>The number: + and digits with country code.</summary>
    public string? Number { get => _number; init => _number = E164.Format(value); }

    /// <summary><c>admin</c>, <c>superadmin</c>, or null for everybody else.</summary>
    public string? Role { get; init; }

    /// <summary>Whether they may administer the group.</summary>
    public bool IsAdmin => !string.IsNullOrEmpty(Role);

    /// <inheritdoc />
    public override string ToString() => DisplayText.Line(Number);
}
