using System.Globalization;
using System.Text;
using Chatalo.Text;

namespace Chatalo.Sending;

/// <summary>
/// A message with fields: <c>Halo {Nama}, tagihan {Jumlah:N0}</c>. Parsed once, filled for each recipient, thread-safe.
/// <para>
/// A field is written as in .NET's composite formatting, with a name for the index: <c>{name[,alignment][:format][|fallback]}</c>; <c>{{</c> and
/// <c>}}</c> are literal braces. Names may hold spaces and dots (<c>{No. HP}</c>). A value that is null, empty or blank is replaced by the
/// fallback, which may be empty; without one the template cannot be filled for that recipient.
/// </para>
/// </summary>
internal sealed class MessageTemplate
{
    private readonly IReadOnlyList<TemplatePart> _parts;

    private MessageTemplate(IReadOnlyList<TemplatePart> parts)
    {
        _parts = parts;
        Fields = parts.Where(part => part.Field is not null).Select(part => part.Field!).Distinct(StringComparer.OrdinalIgnoreCase).ToArray();
    }

    /// <summary>The names of the fields, in order, each once.</summary>
    public IReadOnlyList<string> Fields { get; }

    /// <summary>Reads a template.</summary>
    /// <exception cref="FormatException">A brace is not closed or not opened, or a field has no name or a bad alignment; the message says where.</exception>
    public static MessageTemplate Parse(string template) => new(TemplateParser.Parse(template));

    /// <summary>Fills the template for one recipient. Throws nothing for bad data: false comes with a sentence that names the field.</summary>
    /// <param name="lookup">Gives the value of a field; names are as written in the template, without spaces around them.</param>
    /// <param name="fieldNames">The fields the input has; asked only to explain an unknown one.</param>
    /// <param name="culture">How numbers and dates are written.</param>
    /// <param name="text">The message.</param>
    /// <param name="error">Why there is none.</param>
    public bool TryRender(
        Func<string, (bool Found, object? Value)> lookup,
        Func<IEnumerable<string>> fieldNames,
        CultureInfo culture,
        out string text,
        [System.Diagnostics.CodeAnalysis.NotNullWhen(false)] out string? error)
    {
        var builder = new StringBuilder();
        text = string.Empty;
        error = null;
        foreach (var part in _parts)
        {
            if (part.Field is null)
            {
                builder.Append(part.Text);
                continue;
            }

            var (found, value) = lookup(part.Field);
            if (!found)
            {
                error = UnknownField.Explain(part.Field, fieldNames());
                return false;
            }

            string? written;
            try
            {
                written = TemplateValue.Write(value, part.Format, culture);
                written = BlankText.Is(written) ? part.Fallback : written;
            }
            catch (Exception e) when (e is FormatException or ArgumentException or OverflowException)
            {
                // A date may be outside the calendar of the culture too.
                error = $"The format '{part.Format}' of the template's field '{part.Field}' does not fit its value; check the format or the value.";
                return false;
            }

            if (written is null)
            {
                error = $"The template's field '{part.Field}' is empty for this input; fill it, or say in the template what to write instead, such as {{{part.Field}|…}}.";
                return false;
            }

            builder.Append(part.Alignment < 0 ? written.PadRight(-part.Alignment) : written.PadLeft(part.Alignment));
        }

        text = builder.ToString();
        return true;
    }
}
