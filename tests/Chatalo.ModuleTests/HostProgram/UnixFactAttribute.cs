namespace Chatalo.ModuleTests.HostProgram;

/// <summary>A test that sends signals, which Windows does not have.</summary>
public sealed class UnixFactAttribute : FactAttribute
{
    public UnixFactAttribute()
    {
        if (OperatingSystem.IsWindows())
        {
            Skip = "Windows has no signals to send to another process.";
        }
    }
}
