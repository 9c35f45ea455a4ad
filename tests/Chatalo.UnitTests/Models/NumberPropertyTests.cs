using System.Reflection;
using Chatalo.Contacts;
using Chatalo.Emulator;
using Chatalo.Sending;

namespace Chatalo.UnitTests.Models;

/// <summary>No public object gives out a number without its plus, whoever made the object.</summary>
public class NumberPropertyTests
{
    private const string Digits = "6281234567890";

    private static readonly string[] OtherNames = ["Owner", "From", "To", "Recipient", "Phone", "Mobile", "DeliveredTo"];

    // Those that only the module makes.
    private static readonly Dictionary<Type, Func<object>> Makers = new()
    {
        [typeof(ChatLink)] = static () => new ChatLink(Digits),
        [typeof(InterruptedInput)] = static () => new InterruptedInput(1, InterruptedOutcome.Sent, ulong.Parse(Digits)),
        [typeof(EmulatorMessage)] = static () => new EmulatorMessage(new DeliveredMessage { Id = 1, Time = default, DeviceId = "d", Type = "text", Number = Digits }),
    };

    public static TheoryData<string, string> Properties
    {
        get
        {
            var found = new TheoryData<string, string>();
            foreach (var property in PublicTypes().SelectMany(static t => t.GetProperties()).Where(IsNumber))
            {
                found.Add(property.DeclaringType!.Name, property.Name);
            }

            return found;
        }
    }

    [Theory]
    [MemberData(nameof(Properties))]
    public void A_number_has_its_plus(string type, string property)
    {
        var model = typeof(SendResult).Assembly.GetType("Chatalo." + type, throwOnError: true)!;
        var member = model.GetProperty(property)!;
        var made = Makers.TryGetValue(model, out var make) ? make() : Activator.CreateInstance(model)!;
        if (member.SetMethod is { } setter)
        {
            setter.Invoke(made, [Digits]);
        }

        Assert.Equal("+" + Digits, member.GetValue(made));
    }

    [Fact]
    public void The_properties_are_found()
        => Assert.Superset(
            new HashSet<string> { "SendResult.Number", "Delivery.Number", "Contact.Number", "Device.WhatsAppNumber", "Group.Owner", "EmulatorMessage.Number", "ChatLink.Number" },
            Properties.Select(static row => $"{row[0]}.{row[1]}").ToHashSet());

    [Fact]
    public void What_was_refused_stays_as_it_was_given()
    {
        Assert.Equal("1234567890", new SendResult { NumberAsGiven = "1234567890" }.Number);
        Assert.Equal("1234567890", new Delivery { NumberAsGiven = "1234567890" }.Number);
    }

    [Fact]
    public void A_recipient_in_words_has_its_plus_and_the_gateway_gets_digits()
    {
        var person = new Recipient(Digits, IsGroup: false);

        Assert.Equal($"to +{Digits}", $"to {person}");
        Assert.Equal(Digits, person.Id);
        Assert.Equal("to 120363", $"to {new Recipient("120363", IsGroup: true)}");
        Assert.Equal(Digits, E164.ToGateway(person.ToString()));
    }

    // The cmdlets need PowerShell, which is not here; the models do not.
    private static IEnumerable<Type> PublicTypes()
    {
        try
        {
            return typeof(SendResult).Assembly.GetTypes().Where(IsModel);
        }
        catch (ReflectionTypeLoadException e)
        {
            return e.Types.OfType<Type>().Where(IsModel);
        }
    }

    private static bool IsModel(Type type) => type is { IsPublic: true, Namespace: "Chatalo" };

    private static bool IsNumber(PropertyInfo property)
        => property.PropertyType == typeof(string) && (property.Name.Contains("Number", StringComparison.Ordinal) || OtherNames.Contains(property.Name));
}
