namespace Chatalo.UnitTests.Desktop;

/// <summary>A test that needs Mono: skipped, with the reason, where there is none, unless it is required.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class MonoFactAttribute : FactAttribute
{
    public MonoFactAttribute()
    {
        if (Program is null && Environment.GetEnvironmentVariable("CHATALO_REQUIRE_MONO") != "1")
        {
            Skip = "mono is not on the PATH.";
        }
    }

    public static string? Program { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Select(static folder => Path.Combine(folder, OperatingSystem.IsWindows() ? "mono.exe" : "mono")).FirstOrDefault(File.Exists);
}
