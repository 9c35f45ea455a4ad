namespace Chatalo.UnitTests.Campaigns;

/// <summary>A test of what Windows does not permit, such as deleting a file that is open.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class UnixFactAttribute : FactAttribute
{
    public UnixFactAttribute() => Skip = OperatingSystem.IsWindows() ? "Skipped: Windows does not let an open file be deleted." : null;
}
