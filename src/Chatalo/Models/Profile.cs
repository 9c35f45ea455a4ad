using Chatalo.Text;

namespace Chatalo;

/// <summary>The account behind the keys.</summary>
public sealed class Profile : GatewayObject
{
    private readonly IReadOnlyList<Device> _assignedDevices = ItemList<Device>.None;

    /// <summary>The owner's first name.</summary>
    public string? FirstName { get; init; }

    /// <summary>The owner's last name.</summary>
    public string? LastName { get; init; }

    /// <summary>The owner's address.</summary>
    public string? Email { get; init; }

    /// <summary>The plan, such as <c>Premium</c>.</summary>
    public string? Plan { get; init; }

    /// <summary>When the plan ends; null when the gateway's text could not be read as a time.</summary>
    public DateTimeOffset? ExpiresOn { get; init; }

    /// <summary>The gateway's own words for it, such as "20 Jul 2023, 09:50 am (10 days remaining)".</summary>
    public string? ExpiresOnText { get; init; }

    /// <summary>The devices that the keys may use. The gateway does not say here whether the API may use them.</summary>
    public IReadOnlyList<Device> AssignedDevices { get => _assignedDevices; init => _assignedDevices = ItemList<Device>.Of(value) ?? ItemList<Device>.None; }

    private protected override IEnumerable<IExtended> Parts => AssignedDevices;

    /// <inheritdoc />
    public override string ToString() => DisplayText.Line($"{FirstName} {LastName}");
}
