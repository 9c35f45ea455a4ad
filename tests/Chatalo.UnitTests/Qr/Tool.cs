using System.Diagnostics;

namespace Chatalo.UnitTests.Qr;

/// <summary>Programs of others that judge what we draw: zbarimg reads codes, rsvg-convert draws SVG.</summary>
internal static class Tool
{
    public const string Zbar = "zbarimg";
    public const string Rsvg = "rsvg-convert";

    public static string? Find(string program)
        => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Select(folder => Path.Combine(folder, program + (OperatingSystem.IsWindows() ? ".exe" : "")))
            .FirstOrDefault(File.Exists);

    /// <summary>The text of the QR code in a picture, or nothing.</summary>
    public static async Task<string> ReadQrAsync(byte[] png)
        => (await WithFileAsync(png, ".png", path => RunAsync(Zbar, "--quiet", "--raw", "--nodbus", "-Sdisable", "-Sqrcode.enable", path))).TrimEnd('\n');

    public static async Task<byte[]> DrawSvgAsync(string svg)
    {
        var drawn = Path.GetTempFileName();
        try
        {
            await WithFileAsync(System.Text.Encoding.UTF8.GetBytes(svg), ".svg", path => RunAsync(Rsvg, "--output", drawn, path));
            return await File.ReadAllBytesAsync(drawn);
        }
        finally
        {
            File.Delete(drawn);
        }
    }

    private static async Task<string> WithFileAsync(byte[] bytes, string extension, Func<string, Task<string>> use)
    {
        var path = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N") + extension);
        try
        {
            await File.WriteAllBytesAsync(path, bytes);
            return await use(path);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static async Task<string> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(Find(program)!, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await errors;
        await process.WaitForExitAsync();
        return output;
    }
}
