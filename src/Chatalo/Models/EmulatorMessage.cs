using Chatalo.Contacts;
using Chatalo.Emulator;
using Chatalo.Text;

namespace Chatalo;

/// <summary>A message that an emulator "delivered": what a phone would have shown.</summary>
public sealed class EmulatorMessage
{
    internal EmulatorMessage(DeliveredMessage message)
    {
        Id = message.Id;
        Time = message.Time;
        DeviceId = message.DeviceId;
        Type = message.Type switch { "text" => MessageType.Text, "caption" => MessageType.Caption, _ => MessageType.File };
        Number = E164.Format(message.Number);
        GroupId = message.GroupId;
        Message = message.Message;
        Url = message.Url;
        OtpCode = message.OtpCode;
    }

    /// <summary>1 for the first message of an emulator, then ascending.</summary>
    public long Id { get; }

    /// <summary>When it was delivered.</summary>
    public DateTimeOffset Time { get; }

    /// <summary>The device that sent it.</summary>
    public string DeviceId { get; }

    /// <summary>Text, caption or file.</summary>
    public MessageType Type { get; }

    /// <summary>The person it went to: + and digits with country code; null when it went to a group.</summary>
    public string? Number { get; }

    /// <summary>The group it went to; null when it went to a person.</summary>
    public string? GroupId { get; }

    /// <summary>The text; of a one-time password with the code in it.</summary>
    public string? Message { get; }

    /// <summary>The file's address; the emulator does not fetch it.</summary>
    public string? Url { get; }

    /// <summary>The code, when it is a one-time password.</summary>
    public string? OtpCode { get; }

    /// <inheritdoc />
    public override string ToString() => DisplayText.Line($"{Number ?? GroupId}: {Message ?? Url}");
}
