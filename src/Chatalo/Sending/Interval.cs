using System.Globalization;

namespace Chatalo.Sending;

/// <summary>The gap between two messages of a device, in seconds: one number, or a range from which each gap is drawn.</summary>
internal readonly record struct Interval(double Minimum, double Maximum)
{
    private const double Longest = 86_400;

    /// <summary>A gap; a random one, because a steady beat looks like a machine.</summary>
    public TimeSpan Draw(Random random) => TimeSpan.FromSeconds(Minimum + (random.NextDouble() * (Maximum - Minimum)));

    /// <summary>Reads <c>5</c>, <c>0.5</c> or <c>5-10</c>, with a point whatever the culture.</summary>
    public static bool TryParse(string? text, out Interval interval)
    {
        interval = default;
        var parts = (text ?? "").Split('-');
        if (parts.Length > 2 || !TrySeconds(parts[0], out var minimum) || !TrySeconds(parts[parts.Length - 1], out var maximum) || maximum < minimum)
        {
            return false;
        }

        interval = new Interval(minimum, maximum);
        return true;
    }

    public override string ToString() => Minimum == Maximum
        ? Minimum.ToString("0.###", CultureInfo.InvariantCulture)
        : string.Format(CultureInfo.InvariantCulture, "{0:0.###}-{1:0.###}", Minimum, Maximum);

    private static bool TrySeconds(string text, out double seconds)
        => double.TryParse(text.Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out seconds) && seconds is >= 0 and <= Longest;
}
