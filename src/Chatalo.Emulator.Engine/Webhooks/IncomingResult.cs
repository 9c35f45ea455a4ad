namespace Chatalo.Emulator;

/// <summary>What became of a posted incoming message.</summary>
/// <param name="ChatId">The message's id.</param>
/// <param name="Url">The webhook it was posted to.</param>
/// <param name="Body">The JSON that was posted.</param>
/// <param name="StatusCodes">The webhook's answer to each delivery; null where none came.</param>
public sealed record IncomingResult(string ChatId, Uri Url, string Body, IReadOnlyList<int?> StatusCodes)
{
    /// <summary>True when every delivery was answered with 2xx.</summary>
    public bool Succeeded => StatusCodes.All(status => status is >= 200 and < 300);
}
