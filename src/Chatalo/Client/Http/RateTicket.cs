namespace Chatalo.Client.Http;

/// <summary>Leave for one request, with what was known when it was given.</summary>
/// <param name="Generation">The window it was given in, by our own count.</param>
/// <param name="Reported">The least that was said to be left. In the same window the answer says less, for this request is counted too.</param>
/// <param name="Doubts">How many doubtful requests there were; the answer counts all of them that the gateway counted.</param>
internal sealed record RateTicket(long Generation, int Reported, int Doubts);
