using System.Globalization;
using Chatalo.Sending;
using CsCheck;

namespace Chatalo.UnitTests.Sending;

public class MessageTemplateTests
{
    private static readonly CultureInfo Indonesian = CultureInfo.GetCultureInfo("id-ID");

    private static readonly Dictionary<string, object?> Row = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Nama"] = "Budi",
        ["Jumlah"] = "1500000",
        ["Pecahan"] = "1500.5",
        ["Total"] = 2500000.25,
        ["Tanggal"] = "2025-02-26",
        ["Waktu"] = "2025-02-26T16:20:53+07:00",
        ["Jatuh Tempo"] = new DateTime(2025, 3, 1),
        ["No. HP"] = "0812",
        ["Grup"] = "1.500.000",
        ["Kode"] = "0042",
        ["Kosong"] = null,
        ["Hampa"] = "",
        ["Spasi"] = " \t\u00a0\u200b\ufeff",
        ["Basis data"] = DBNull.Value,
        ["Nol"] = 0,
    };

    [Theory]
    [InlineData("Halo {Nama}, tagihan {Jumlah:N0}", "Halo Budi, tagihan 1.500.000")]
    [InlineData("{nama}", "Budi")]
    [InlineData("{ Nama }", "Budi")]
    [InlineData("{Nama,6}|{Nama,-6}|", "  Budi|Budi  |")]
    [InlineData("{Jumlah,12:N0}|", "   1.500.000|")]
    [InlineData("{Total:N2}", "2.500.000,25")]
    [InlineData("{Pecahan:N2}", "1.500,50")]
    [InlineData("{Jumlah}", "1500000")]
    [InlineData("{Kode}", "0042")]
    [InlineData("{Kode:yyyy}", "0042")]
    [InlineData("{Grup:N0}", "1.500.000")]
    [InlineData("{Nama:N0}", "Budi")]
    [InlineData("{Tanggal:dd MMMM yyyy}", "26 Februari 2025")]
    [InlineData("{Waktu:HH:mm}", "16.20")]
    [InlineData("{Waktu:dd/MM HH:mm zzz}", "26/02 16.20 +07:00")]
    [InlineData("{Jatuh Tempo:dd MMM yyyy}", "01 Mar 2025")]
    [InlineData("{No. HP}", "0812")]
    [InlineData("Halo {Kosong|Pelanggan}, {Hampa|teman}", "Halo Pelanggan, teman")]
    [InlineData("Halo {Nama|Pelanggan}", "Halo Budi")]
    [InlineData("[{Kosong|}{Kosong:N0|}{Hampa:dd|}{Spasi|}]", "[]")]
    [InlineData("{Kosong,12|Pelanggan}|", "   Pelanggan|")]
    [InlineData("{Jumlah:N0|belum ada} {Kosong:N0|belum ada, tanya: kami}", "1.500.000 belum ada, tanya: kami")]
    [InlineData("{{Nama|x}}", "{Nama|x}")]
    [InlineData("a|b {Nol}", "a|b 0")]
    [InlineData("{{Nama}} {{{Nama}}}", "{Nama} {Budi}")]
    [InlineData("tanpa isian", "tanpa isian")]
    [InlineData("", "")]
    public void A_template_is_filled(string template, string expected)
    {
        Assert.True(Render(template, out var text, out var error), error);
        Assert.Equal(expected, text);
    }

    [Theory]
    [InlineData("Halo {Nama", 6)]
    [InlineData("Halo Nama}", 10)]
    [InlineData("{a{b}", 1)]
    [InlineData("ab {}", 4)]
    [InlineData("{:N0}", 1)]
    [InlineData("{ ,3}", 1)]
    [InlineData("{|Pelanggan}", 1)]
    [InlineData("{Nama,x}", 1)]
    [InlineData("{Nama,99999999}", 1)]
    [InlineData("{{Nama}", 7)]
    public void A_wrong_template_says_where(string template, int position)
    {
        var error = Assert.Throws<FormatException>(() => MessageTemplate.Parse(template));

        Assert.Contains($"at character {position}:", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Halo {Kosong}", "Kosong")]
    [InlineData("Halo {Nama}, tagihan Rp {Hampa:N0}", "Hampa")]
    [InlineData("{Spasi}", "Spasi")]
    [InlineData("{Basis data,10}", "Basis data")]
    public void A_field_that_is_empty_and_has_no_fallback_is_refused_with_its_name(string template, string field)
    {
        Assert.False(Render(template, out var text, out var error));
        Assert.Empty(text);
        Assert.Contains($"'{field}' is empty", error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_fallback_does_not_hide_a_field_that_is_misspelt()
    {
        Assert.False(Render("{Nmaa|Pelanggan}", out _, out var error));
        Assert.Contains("'Nmaa' is unknown", error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_date_outside_the_calendar_of_the_culture_is_refused_with_the_field()
    {
        var rendered = MessageTemplate.Parse("{a:g}").TryRender(
            static _ => (true, new DateTime(645, 2, 24)), static () => ["a"], CultureInfo.GetCultureInfo("ar-SA"), out _, out var error);

        Assert.False(rendered);
        Assert.Contains("'a'", error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_field_is_named_with_those_there_are_and_the_nearest()
    {
        Assert.False(Render("Halo {Jumalh:N0}", out var text, out var error));

        Assert.Empty(text);
        Assert.Contains("'Jumalh'", error, StringComparison.Ordinal);
        Assert.Contains("Nama, Jumlah", error, StringComparison.Ordinal);
        Assert.Contains("Did you mean 'Jumlah'?", error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_field_unlike_all_others_gets_no_suggestion()
    {
        Assert.False(Render("{Xyzzy}", out _, out var error));
        Assert.DoesNotContain("Did you mean", error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_format_that_does_not_fit_is_an_error_of_the_row()
    {
        Assert.False(Render("{Total:Z9}{Jatuh Tempo:Q}", out _, out var error));
        Assert.Contains("'Z9'", error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_fields_are_listed_once() => Assert.Equal(["Nama", "Jumlah"], MessageTemplate.Parse("{Nama} {Jumlah:N0} {nama}").Fields);

    [Fact]
    public void What_a_field_holds_is_never_read_as_a_template()
    {
        Assert.True(MessageTemplate.Parse("{a}").TryRender(_ => (true, "{b}"), () => ["a"], Indonesian, out var text, out _));
        Assert.Equal("{b}", text);
    }

    [Fact]
    public void Escaped_text_comes_back_whole() => Gen.String.Sample(text =>
    {
        var template = MessageTemplate.Parse(text.Replace("{", "{{").Replace("}", "}}"));
        return template.TryRender(_ => (false, null), () => [], Indonesian, out var rendered, out _) && rendered == text;
    });

    [Fact]
    public void Hostile_templates_and_values_fail_only_as_documented() => Gen.Select(Gen.String[Gen.Char["{}ab:,0N#dMy-9 %;'\\"], 0, 20], Gen.String).Sample(
        (template, value) =>
        {
            try
            {
                var rendered = MessageTemplate.Parse(template).TryRender(_ => (true, value), () => ["a"], Indonesian, out _, out var error);
                return rendered == (error is null);
            }
            catch (FormatException error)
            {
                return error.Message.StartsWith("The template is wrong at character", StringComparison.Ordinal);
            }
        },
        iter: 5000);

    private static bool Render(string template, out string text, out string? error) =>
        MessageTemplate.Parse(template).TryRender(
            name => (Row.TryGetValue(name, out var value), value), () => Row.Keys, Indonesian, out text, out error);
}
