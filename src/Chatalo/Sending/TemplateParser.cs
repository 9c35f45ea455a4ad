using System.Globalization;
using System.Text;

namespace Chatalo.Sending;

/// <summary>Takes a template apart into text and fields.</summary>
internal static class TemplateParser
{
    // A wider field than this is a slip of the pen, and a message has an end.
    private const int WidestField = 1000;

    public static IReadOnlyList<TemplatePart> Parse(string template)
    {
        var parts = new List<TemplatePart>();
        var literal = new StringBuilder();
        for (var i = 0; i < template.Length; i++)
        {
            var c = template[i];
            if (c is not ('{' or '}'))
            {
                literal.Append(c);
            }
            else if (i + 1 < template.Length && template[i + 1] == c)
            {
                literal.Append(c);
                i++;
            }
            else if (c == '}')
            {
                throw Error(i, "this '}' closes no field; write }} for a brace");
            }
            else
            {
                var close = template.IndexOfAny(['{', '}'], i + 1);
                if (close < 0 || template[close] == '{')
                {
                    throw Error(i, "this '{' is not closed; write {{ for a brace");
                }

                Flush(literal, parts);
                parts.Add(ParseField(template.Substring(i + 1, close - i - 1), i));
                i = close;
            }
        }

        Flush(literal, parts);
        return parts;
    }

    private static TemplatePart ParseField(string field, int position)
    {
        string? fallback = null;
        var bar = field.IndexOf('|');
        if (bar >= 0)
        {
            fallback = field.Substring(bar + 1);
            field = field.Substring(0, bar);
        }

        string? format = null;
        var colon = field.IndexOf(':');
        if (colon >= 0)
        {
            format = field.Substring(colon + 1);
            field = field.Substring(0, colon);
        }

        var alignment = 0;
        var comma = field.LastIndexOf(',');
        if (comma >= 0)
        {
            var width = field.Substring(comma + 1).Trim();
            if (!int.TryParse(width, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out alignment)
                || alignment is > WidestField or < -WidestField)
            {
                throw Error(position, $"'{width}' is not an alignment: a whole number from -{WidestField} to {WidestField} belongs behind the comma");
            }

            field = field.Substring(0, comma);
        }

        var name = field.Trim();
        return name.Length == 0
            ? throw Error(position, "this field has no name")
            : new TemplatePart(string.Empty, name, alignment, string.IsNullOrEmpty(format) ? null : format, fallback);
    }

    private static void Flush(StringBuilder literal, List<TemplatePart> parts)
    {
        if (literal.Length > 0)
        {
            parts.Add(TemplatePart.Literal(literal.ToString()));
            literal.Clear();
        }
    }

    private static FormatException Error(int position, string what) => new($"The template is wrong at character {position + 1}: {what}.");
}
