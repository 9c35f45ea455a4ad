namespace Chatalo.Emulator.Protocol;

/// <summary>Where the API is.</summary>
internal static class ApiPath
{
    public const string Base = "/api/v1";

    public static string BelowBase(string path) =>
        path.StartsWith(Base + "/", StringComparison.Ordinal) ? path.Substring(Base.Length) : path;
}
