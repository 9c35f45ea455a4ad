using System.Globalization;

namespace Chatalo.Emulator;

/// <summary>The options of the program.</summary>
internal static class CommandLine
{
    public const string Usage = """

        dotnet run --project src/Chatalo.Emulator [-- OPTIONS]

          --port N               listen on this port of 127.0.0.1 (0: a free one)
          --limit N              calls in a rate window (60; 0: no limit)
          --window SECONDS       length of a rate window (60)
          --public-key KEY       the key to let in (EMULATOR-PUBLIC-KEY)
          --secret-key KEY       the secret to let in (EMULATOR-SECRET-KEY)
          --auto-scan SECONDS    a QR code is scanned by itself after this time (never)
          --qr-lifetime SECONDS  a QR code expires after this time (60)
          --max-page-size N      the most items on a page (100)
          --keep-messages N      delivered messages kept in memory (100000)
          --allow-external-webhooks
                                 post incoming messages to other machines too
        """;

    /// <exception cref="ArgumentException">An option is unknown, or its value is missing or no number.</exception>
    public static EmulatorOptions Read(string[] args)
    {
        var values = Pair(args);
        var defaults = new EmulatorOptions();
        var options = new EmulatorOptions
        {
            Port = Take("--port", Integer, defaults.Port),
            RateLimit = Take("--limit", Integer, defaults.RateLimit),
            RateLimitWindow = Take("--window", Seconds, defaults.RateLimitWindow),
            PublicKey = Take("--public-key", text => text, defaults.PublicKey),
            SecretKey = Take("--secret-key", text => text, defaults.SecretKey),
            AutoScanAfter = Take<TimeSpan?>("--auto-scan", text => Seconds(text), defaults.AutoScanAfter),
            QrLifetime = Take("--qr-lifetime", Seconds, defaults.QrLifetime),
            MaxPageSize = Take("--max-page-size", Integer, defaults.MaxPageSize),
            KeepMessages = Take("--keep-messages", Integer, defaults.KeepMessages),
            AllowExternalWebhooks = Take("--allow-external-webhooks", _ => true, defaults.AllowExternalWebhooks),
        };
        return values.Count == 0 ? options : throw new ArgumentException($"There is no option {values.Keys.First()}.");

        T Take<T>(string name, Func<string, T> read, T otherwise) => values.Remove(name, out var text) ? read(text) : otherwise;
    }

    private static Dictionary<string, string> Pair(string[] args)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < args.Length; i++)
        {
            var name = args[i];
            var isSwitch = name == "--allow-external-webhooks";
            if (!isSwitch && i + 1 == args.Length)
            {
                throw new ArgumentException($"{name} needs a value.");
            }

            values[name] = isSwitch ? "" : args[++i];
        }

        return values;
    }

    private static int Integer(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw new ArgumentException($"{text} is not a number.");

    private static TimeSpan Seconds(string text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds)
            ? TimeSpan.FromSeconds(seconds)
            : throw new ArgumentException($"{text} is not a number of seconds.");
}
