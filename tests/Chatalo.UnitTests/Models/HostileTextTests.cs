using Chatalo.Text;

namespace Chatalo.UnitTests.Models;

/// <summary>An object in words, and an error, hold nothing that a terminal acts on, whatever strangers wrote.</summary>
public class HostileTextTests
{
    public const string Hostile = "\u001b]0;owned\u0007A\u001b[2J\u009b1A\u202eb\u2066\r\n\b\u0000";

    private static readonly Type[] Models =
    [
        typeof(Campaign), typeof(Contact), typeof(ContactPicture), typeof(Delivery), typeof(Device), typeof(Group), typeof(GroupMember), typeof(IncomingMessage), typeof(LogEntry),
        typeof(NumberCheck), typeof(OptOut), typeof(OtpConfirmation), typeof(OtpRequest), typeof(Profile), typeof(SendResult), typeof(Webhook), typeof(WebhookDelivery),
    ];

    public static TheoryData<string> Names => new([.. Models.Select(static m => m.Name)]);

    [Theory]
    [MemberData(nameof(Names))]
    public void An_object_in_words(string name)
    {
        var model = Models.Single(m => m.Name == name);
        var made = Activator.CreateInstance(model)!;
        foreach (var property in model.GetProperties().Where(static p => p.PropertyType == typeof(string) && p.SetMethod is not null))
        {
            property.SetValue(made, Hostile);
        }

        // The words of a record without its own would be all its properties.
        AssertHarmless(made.ToString());
    }

    [Fact]
    public void A_code() => AssertHarmless(new QrCode(Hostile, Hostile, null, $"data:image/{Hostile};base64,AAAA"), static code => [code.ToString(), code.Reason, code.ToTerminalString(), .. View.Drawing(code, null)]);

    [Fact]
    public void An_error() => AssertHarmless(new ChataloException(ErrorKind.NotFound, "There is no device named " + Hostile, "Ask " + Hostile), static e => [e.Message, e.RecommendedAction, e.ToString()]);

    [Fact]
    public void An_excerpt() => AssertHarmless(DisplayText.Quote(Hostile));

    [Fact]
    public void The_gateways_words()
    {
        using var body = Chatalo.Json.ResponseEnvelope.Parse(System.Text.Encoding.UTF8.GetBytes(
            System.Text.Json.JsonSerializer.Serialize(new { message = Hostile, errors = new Dictionary<string, string[]> { ["name"] = [Hostile] } })));

        AssertHarmless(body, static b => [b.Message, b.Describe(), .. b.FieldErrors.Values.SelectMany(static e => e)]);
    }

    [Fact]
    public void A_status_and_a_value_of_any_kind()
        => AssertHarmless("", static _ => [View.Status(Hostile, null), View.Text(Hostile), View.Text(new Device { Name = Hostile }), View.Line(Hostile), View.Plain(Hostile)]);

    private static void AssertHarmless<T>(T value, Func<T, IEnumerable<string?>> read) => Assert.All(read(value), AssertHarmless);

    private static void AssertHarmless(string? text)
    {
        Assert.NotNull(text);
        Assert.DoesNotContain(text, static c => (char.IsControl(c) && c is not ('\n' or '\t')) || c is (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069'));
    }
}
