namespace Chatalo.Emulator.State;

/// <summary>A group that all devices are in.</summary>
internal sealed record Group(string Id, string Name, string? Description, long CreatedAt, bool IsAnnounce, IReadOnlyList<string> Members)
{
    /// <summary>The first member made the group.</summary>
    public string Owner => Members[0];
}
