namespace Chatalo.UnitTests.Qr;

/// <summary>A test that needs programs of the system; it is skipped, and says so, where one is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ToolFactAttribute : FactAttribute
{
    public ToolFactAttribute(params string[] programs)
    {
        if (programs.FirstOrDefault(p => Tool.Find(p) is null) is { } missing)
        {
            Skip = $"{missing} is not on the PATH.";
        }
    }
}
