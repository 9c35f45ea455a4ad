using System.Globalization;

namespace Chatalo.Emulator.State;

/// <summary>What every emulator begins with: always the same, so that tests can name it.</summary>
internal static class SampleData
{
    public const string ReadyDeviceId = "c7276ae0-c306-4896-8fda-000000000001";
    public const string DisconnectedDeviceId = "5333e99a-ed4e-40ab-8dfc-000000000002";
    public const string NoApiDeviceId = "716a5251-276b-4d3f-b882-000000000003";
    public const string FileEncoded = "eyJpdiI6ImNoYXRhbG8tc2FtcGxlIiwidmFsdWUiOiJwaWN0dXJlIn0=";

    private const int ContactCount = 42;
    private const int GroupCount = 17;
    private const int LogCount = 50;

    private static readonly string[] FirstNames =
        ["Arik", "Angga", "Bagus", "Citra", "Dewi", "Eka", "Farhan", "Gita", "Hendra", "Indah", "Joko", "Kartika", "Lestari", "Made"];

    private static readonly string[] LastNames = ["Pratama", "Wijaya", "Sari"];

    private static readonly string[] GroupNames =
        ["Ops Jakarta", "Ops Surabaya", "Ops Bandung", "Sales", "Finance", "On call", "Warga RT 05", "Alumni '98", "Release notes"];

    private static readonly string[] Actions = ["Update API Key", "Login", "Add Device", "Update Webhook", "Change Password"];

    private static readonly string[] Addresses = ["172.20.0.1", "103.28.12.7", "36.72.210.14"];

    public static IReadOnlyList<EmulatedDevice> Devices { get; } =
    [
        new()
        {
            Id = ReadyDeviceId,
            Name = "Andi - CS",
            WhatsAppNumber = "6285176630001",
            IsApi = true,
            Status = DeviceStatus.Authenticated,
        },
        new()
        {
            Id = DisconnectedDeviceId,
            Name = "Dita - CS",
            WhatsAppNumber = "6288979090002",
            IsApi = true,
            Status = DeviceStatus.Disconnected,
        },
        new()
        {
            Id = NoApiDeviceId,
            Name = "Sela - CS",
            Description = "Connected, but not for the API",
            WhatsAppNumber = "6285171630003",
            IsApi = false,
            Status = DeviceStatus.Authenticated,
        },
    ];

    public static IReadOnlyList<Contact> Contacts { get; } = [.. Enumerable.Range(0, ContactCount).Select(NewContact)];

    public static IReadOnlyList<Group> Groups { get; } = [.. Enumerable.Range(0, GroupCount).Select(NewGroup)];

    private static readonly Dictionary<string, Group> GroupsById = Groups.ToDictionary(group => group.Id, StringComparer.Ordinal);

    /// <summary>The newest first, as the gateway lists them.</summary>
    public static IReadOnlyList<LogEntry> Logs { get; } = [.. Enumerable.Range(0, LogCount).Select(NewLog)];

    public static Group? FindGroup(string id) => GroupsById.TryGetValue(id, out var group) ? group : null;

    private static Contact NewContact(int i)
    {
        // WhatsApp lists people who were written to but never saved: they have no name.
        var name = i == 17 ? null : $"{FirstNames[i % FirstNames.Length]} {LastNames[i / FirstNames.Length]}";
        return new Contact((6287858270101 + (i * 37)).ToString(CultureInfo.InvariantCulture), name);
    }

    private static Group NewGroup(int i)
    {
        // Older groups are named by their maker's number and the second of making, newer ones by a number of their own.
        var created = 1503000000L + (i * 8_640_000L);
        var members = Contacts.Take(2 + (i * 5 % 26)).Select(contact => contact.Number).ToList();
        var id = i < 2 ? $"{members[0]}-{created}" : (120363028887000000 + i).ToString(CultureInfo.InvariantCulture);
        var name = i < GroupNames.Length ? GroupNames[i] : $"GROUP {i + 1}";
        return new Group(id, name, i % 3 == 0 ? $"About {name}" : null, created, i == 8, members);
    }

    private static LogEntry NewLog(int i)
    {
        var date = new DateTime(2023, 7, 20, 11, 35, 4).AddMinutes(-i * 217);
        return new LogEntry(
            $"b99bc973-95ce-4a55-868f-{i:d12}",
            date,
            Actions[i % Actions.Length],
            Addresses[i % Addresses.Length],
            "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/114.0.0.0 Safari/537.36");
    }
}
