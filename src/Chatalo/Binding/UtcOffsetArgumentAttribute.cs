using System.Globalization;
using System.Management.Automation;
using System.Text.RegularExpressions;
using Chatalo.Text;

namespace Chatalo.Binding;

/// <summary>Lets a zone's offset be given as people write it: +08:00, -03:30, 07:00, +0530 or 8, with or without UTC or GMT before it; Z is zero.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class UtcOffsetArgumentAttribute : ArgumentTransformationAttribute
{
    private static readonly Regex Offset = new(
        @"^(?:(?:UTC|GMT)\s*)?(?:(?<sign>[+\-\u2212]?)(?<hours>[0-9]{1,2})(?::?(?<minutes>[0-9]{2})(?::00)?)?)?$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture);

    /// <inheritdoc />
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
        => (inputData is PSObject wrapped ? wrapped.BaseObject : inputData) switch
        {
            string text => Read(text.Trim()),
            // The engine would make ticks of it.
            int hours => TimeSpan.FromHours(hours),
            double hours => TimeSpan.FromHours(hours),
            var other => other,
        };

    private static TimeSpan Read(string text)
    {
        var match = Offset.Match(text is "Z" or "z" ? "0" : text);
        if (!match.Success || text.Length == 0)
        {
            // Whether a zone has such an offset is decided with all others.
            if (text.Contains(":") && TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var span))
            {
                return span;
            }

            throw new ArgumentTransformationMetadataException($"{DisplayText.Quote(text)} is not the offset of a zone. Give hours and minutes, such as +07:00.");
        }

        var size = new TimeSpan(Number(match.Groups["hours"]), Number(match.Groups["minutes"]), 0);
        return match.Groups["sign"].Value is "-" or "\u2212" ? -size : size;
    }

    private static int Number(Capture digits) => digits.Length > 0 ? int.Parse(digits.Value, NumberStyles.None, CultureInfo.InvariantCulture) : 0;
}
