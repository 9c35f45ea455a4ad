namespace Chatalo.Emulator;

/// <summary>A message that the emulator took for delivery: what a phone would have shown.</summary>
public sealed class DeliveredMessage
{
    /// <summary>1 for the first message of an emulator, then ascending.</summary>
    public required long Id { get; init; }

    /// <summary>When it was delivered.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>The device that sent it.</summary>
    public required string DeviceId { get; init; }

    /// <summary><c>text</c>, <c>caption</c> or <c>file</c>.</summary>
    public required string Type { get; init; }

    /// <summary>The person it went to, as sent; null when it went to a group.</summary>
    public string? Number { get; init; }

    /// <summary>The group it went to; null when it went to a person.</summary>
    public string? GroupId { get; init; }

    /// <summary>The text; null of a file. Of a one-time password, the text with the code in it.</summary>
    public string? Message { get; init; }

    /// <summary>The address of the file; null of a text. The emulator does not fetch it.</summary>
    public string? Url { get; init; }

    /// <summary>The code, when it is a one-time password.</summary>
    public string? OtpCode { get; init; }
}
