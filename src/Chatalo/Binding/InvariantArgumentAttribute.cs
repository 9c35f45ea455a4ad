using System.Globalization;
using System.Management.Automation;
using Chatalo.Text;

namespace Chatalo.Binding;

/// <summary>
/// Reads a date, a time, a length of time or a number that is given as text in one way on every machine. The engine binds the parameters of a binary
/// cmdlet with the user's culture: 2026-11-20 would be a day of another calendar under th-TH, fa-IR and ar-SA, and 1.5 would be 15 under de-DE.
/// </summary>
/// <param name="type">The parameter's type, without its nullable.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class InvariantArgumentAttribute(Type type) : ArgumentTransformationAttribute
{
    /// <summary>The type that texts are read as.</summary>
    public Type Type { get; } = type;

    /// <inheritdoc />
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        var value = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        return value is string text ? Read(text.Trim()) : value;
    }

    private object Read(string text)
    {
        if (Type == typeof(DateTimeOffset))
        {
            // Without a zone it is the time of this machine, as for every other cmdlet.
            return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeLocal, out var time) ? time : throw Refused(text, "a date", "2026-11-20, or 2026-11-20 14:30");
        }

        if (Type == typeof(double))
        {
            // Without a mark between thousands: 1,5 would be 15.
            return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : throw Refused(text, "a number", "2, or 0.5 with a point");
        }

        if (Type == typeof(int))
        {
            return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) ? whole : throw Refused(text, "a whole number", "60");
        }

        throw new NotSupportedException($"No text is read as {Type}.");
    }

    private static ArgumentTransformationMetadataException Refused(string text, string what, string example)
        => new($"{DisplayText.Quote(text)} is not {what}. Give it such as {example}.");
}
