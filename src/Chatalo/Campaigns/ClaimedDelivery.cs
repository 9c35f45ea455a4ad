using Chatalo.Sending;

namespace Chatalo.Campaigns;

/// <summary>A message that this worker, and no other, may send now.</summary>
/// <param name="Id">The row.</param>
/// <param name="Message">What to send to whom.</param>
/// <param name="Attempts">How often it was claimed, this time included.</param>
internal sealed record ClaimedDelivery(long Id, OutgoingMessage Message, int Attempts);
