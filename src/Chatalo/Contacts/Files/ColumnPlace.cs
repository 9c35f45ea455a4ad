using System.Globalization;

namespace Chatalo.Contacts.Files;

/// <summary>The place that a name of a column without a header stands for.</summary>
internal static class ColumnPlace
{
    /// <summary>The place, counted from 0, of <c>Column3</c>, <c>3</c> or <c>C</c>; -1 for another name.</summary>
    public static int Of(string name)
    {
        var text = name.Trim();
        text = text.StartsWith("Column", StringComparison.OrdinalIgnoreCase) ? text.Substring(6) : text;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var place))
        {
            return place - 1;
        }

        return text.Length is > 0 and < 4 && text.All(c => c is (>= 'A' and <= 'Z') or (>= 'a' and <= 'z'))
            ? text.ToUpperInvariant().Aggregate(0, (sum, c) => (sum * 26) + c - 'A' + 1) - 1
            : -1;
    }
}
