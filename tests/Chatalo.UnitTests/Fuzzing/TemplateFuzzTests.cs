using System.Globalization;
using System.Text;
using Chatalo.Sending;
using CsCheck;

namespace Chatalo.UnitTests.Fuzzing;

/// <summary>Whatever template meets whatever value, it is a text or a sentence why not.</summary>
public class TemplateFuzzTests
{
    private static readonly CultureInfo[] Cultures = [.. new[] { "id-ID", "en-US", "ar-SA", "" }.Select(CultureInfo.GetCultureInfo)];

    private static readonly Gen<string> Template = Gen.OneOf(
        Gen.String,
        Gen.String[Gen.Char["{}:,.-+#0N%'\"\\yMdHhmstfFzgKxXcCdDeEgGnNpPrR aNm"], 0, 30],
        Gen.String[Gen.Char["0#,.%\u2030eE+-'\"\\;yMdHhmstfFzgKNCXRP "], 0, 12].Select(static format => "{a:" + format + "}"),
        Damage.To("Halo {Nama}, tagihan {Jumlah,12:N0} jatuh tempo {Jatuh Tempo:d MMMM yyyy} {{x}}").Select(static b => Encoding.UTF8.GetString(b)));

    private static readonly Gen<object?> Value = Gen.OneOf<object?>(
        Gen.Const((object?)null), Gen.String.Select(static s => (object?)s), Gen.Double.Select(static d => (object?)d), Gen.Long.Select(static n => (object?)n),
        Gen.DateTime.Select(static t => (object?)t), Gen.Bool.Select(static b => (object?)b), Gen.Decimal.Select(static d => (object?)d), Gen.Guid.Select(static g => (object?)g),
        Gen.OneOf<object?>("1500000", "1e999", "-0", "2025-02-26", "0001-01-01T00:00:00-14:00", "9999-12-31", "NaN", "∞"));

    [Fact]
    public void Any_template_is_filled_or_refused() => Gen.Select(Template, Value, Gen.OneOf(Cultures)).Inputs(
        static input =>
        {
            var (template, value, culture) = input;
            MessageTemplate parsed;
            try
            {
                parsed = MessageTemplate.Parse(template);
            }
            catch (FormatException e)
            {
                Assert.StartsWith("The template is wrong at character", e.Message, StringComparison.Ordinal);
                return;
            }

            var filled = parsed.TryRender(name => (name.Length < 8, value), static () => ["Nama", "No. HP"], culture, out var text, out var error);
            Assert.True(filled ? text is not null : error is { Length: > 10 });
        });
}
