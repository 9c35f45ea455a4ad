namespace Chatalo.Json;

/// <summary>Reads the models from the gateway's fields, by the names that the vendor documents.</summary>
internal static class ModelReaders
{
    public static Device Device(JsonFields f) => new()
    {
        Id = f.Text("id") ?? "",
        Name = f.Text("name"),
        WhatsAppNumber = f.Text("whatsapp_number"),
        Description = f.Text("description"),
        IsApiEnabled = f.Bool("is_api"),
        Status = f.Text("status"),
        Rest = f.Except("id", "name", "whatsapp_number", "description", "is_api", "status"),
    };

    public static Func<JsonFields, Profile> Profile(TimeSpan offset) => f => new Profile
    {
        FirstName = f.Text("first_name"),
        LastName = f.Text("last_name"),
        Email = f.Text("email"),
        Plan = f.Text("plan"),
        ExpiresOn = GatewayTime.Parse(f.Text("expires_on"), offset),
        ExpiresOnText = f.Text("expires_on"),
        AssignedDevices = f.Objects("assigned_devices", Device) ?? [],
        Rest = f.Except("first_name", "last_name", "email", "plan", "expires_on", "assigned_devices"),
    };

    public static Func<JsonFields, LogEntry> LogEntry(TimeSpan offset) => f => new LogEntry
    {
        Id = f.Text("id"),
        Date = GatewayTime.Parse(f.Text("date"), offset),
        Action = f.Text("action"),
        IPAddress = f.Text("ip_address"),
        Browser = f.Text("browser"),
        Rest = f.Except("id", "date", "action", "ip_address", "browser"),
    };

    public static Func<JsonFields, Contact> Contact(string deviceId) => f => new Contact
    {
        DeviceId = deviceId,
        Number = f.Text("number"),
        Name = f.Text("name"),
        Rest = f.Except("number", "name"),
    };

    public static Func<JsonFields, ContactPicture> ContactPicture(string deviceId, string number) => f => new ContactPicture
    {
        DeviceId = deviceId,
        Number = f.Text("number") ?? number,
        Url = f.Text("url"),
        Rest = f.Except("number", "url"),
    };

    public static Func<JsonFields, NumberCheck> NumberCheck(string deviceId, string number, object? input) => f => new NumberCheck
    {
        DeviceId = deviceId,
        Number = f.Text("number") ?? number,
        Exists = f.Bool("exists"),
        InputObject = input,
        Rest = f.Except("number", "exists"),
    };

    /// <summary>In the list <c>participants</c> is a count, in the detail an array.</summary>
    public static Func<JsonFields, Group> Group(string deviceId) => f =>
    {
        var id = f.Text("id") ?? "";
        var members = f.Objects("participants", GroupMember(deviceId, id));
        return new Group
        {
            DeviceId = deviceId,
            Id = id,
            Name = f.Text("name"),
            ParticipantCount = f.Count("participants") ?? f.Count("size") ?? members?.Count,
            Description = f.Text("desc"),
            Owner = f.Text("owner"),
            CreatedAt = UnixTime(f.Integer("creation")),
            IsRestricted = f.Bool("restrict"),
            IsAnnounceOnly = f.Bool("announce"),
            Members = members,
            Rest = f.Except("id", "name", "participants", "size", "desc", "owner", "creation", "restrict", "announce"),
        };
    };

    public static Func<JsonFields, string?, OtpRequest> OtpRequest(string deviceId, string number, DateTimeOffset expiresAt) => (f, said) => new OtpRequest
    {
        RequestId = f.Text("request_id"),
        Success = f.Bool("success"),
        GatewayMessage = said,
        DeviceId = deviceId,
        Number = number,
        ExpiresAt = expiresAt,
        Rest = f.Except("request_id", "success"),
    };

    public static Webhook Webhook(JsonFields f) => new() { Url = f.Text("url") is { Length: > 0 } url ? url : null, Rest = f.Except("url") };

    /// <summary>Seconds since 1970, as WhatsApp counts; null outside the calendar.</summary>
    public static DateTimeOffset? UnixTime(long? seconds)
        => seconds is > -62_135_596_800 and < 253_402_300_800 and { } value ? DateTimeOffset.FromUnixTimeSeconds(value) : null;

    private static Func<JsonFields, GroupMember> GroupMember(string deviceId, string groupId) => f => new GroupMember
    {
        DeviceId = deviceId,
        MemberOf = groupId,
        Number = f.Text("number"),
        Role = f.Text("admin"),
        Rest = f.Except("number", "admin"),
    };
}
