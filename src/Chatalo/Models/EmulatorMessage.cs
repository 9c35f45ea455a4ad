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
        Type = message.Type;
        DeliveredTo = E164.Format(message.Number) ?? message.GroupId;
        IsGroup = message.GroupId is not null;
        Text = message.Message;
        Url = message.Url;
        OtpCode = message.OtpCode;
    }

    /// <summary>1 for the first message of an emulator, then ascending.</summary>
    public long Id { get; }

    /// <summary>When it was delivered.</summary>
    public DateTimeOffset Time { get; }

    /// <summary>The device that sent it.</summary>
    public string DeviceId { get; }

    /// <summary><c>text</c>, <c>caption</c> or <c>file</c>.</summary>
    public string Type { get; }

    /// <summary>The number (+ and digits) or the group it went to. Named so that it never binds as a recipient.</summary>
    public string? DeliveredTo { get; }

    /// <summary>Whether it went to a group.</summary>
    public bool IsGroup { get; }

    /// <summary>The text.</summary>
    public string? Text { get; }

    /// <summary>The file's address; the emulator does not fetch it.</summary>
    public string? Url { get; }

    /// <summary>The code, when it is a one-time password.</summary>
    public string? OtpCode { get; }

    /// <inheritdoc />
    public override string ToString() => DisplayText.Line($"{DeliveredTo}: {Text ?? Url}");
}
