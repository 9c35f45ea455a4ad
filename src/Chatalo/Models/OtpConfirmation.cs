using Chatalo.Text;

namespace Chatalo;

/// <summary>Whether a one-time password was right.</summary>
public sealed class OtpConfirmation : GatewayObject
{
    /// <summary>The id it was sent under.</summary>
    public string? RequestId { get; init; }

    /// <summary>Whether the code was right, in time, and within the attempts.</summary>
    public bool IsValid { get; init; }

    /// <summary>The gateway's own words.</summary>
    public string? Message { get; init; }

    /// <inheritdoc />
    public override string ToString() => DisplayText.Line($"{RequestId}: {(IsValid ? "valid" : "not valid")}");
}
