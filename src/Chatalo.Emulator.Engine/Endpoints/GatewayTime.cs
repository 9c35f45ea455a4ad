using System.Globalization;

namespace Chatalo.Emulator.Endpoints;

/// <summary>Times as the gateway writes them: its own clock, no zone, English.</summary>
internal static class GatewayTime
{
    /// <summary>What the filters of the log are given in: PHP's <c>Y-m-d H:i</c>.</summary>
    public const string Minute = "yyyy-MM-dd HH:mm";

    /// <summary>Such as <c>2025-02-26 16:20:53</c>.</summary>
    public static string Sortable(DateTime local) => local.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>Such as <c>20 Jul 2023, 11:35:04 am</c>.</summary>
    public static string Long(DateTime local) => WithHalfOfDay(local, "dd MMM yyyy, hh:mm:ss");

    /// <summary>Such as <c>20 Jul 2023, 09:50 am</c>.</summary>
    public static string Short(DateTime local) => WithHalfOfDay(local, "dd MMM yyyy, hh:mm");

    private static string WithHalfOfDay(DateTime local, string format) =>
        local.ToString(format, CultureInfo.InvariantCulture) + (local.Hour < 12 ? " am" : " pm");
}
