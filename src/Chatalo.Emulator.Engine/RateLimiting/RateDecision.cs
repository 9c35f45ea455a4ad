namespace Chatalo.Emulator.RateLimiting;

/// <summary>What the rate limit says to one call.</summary>
/// <param name="IsAllowed">The call may go on, and was counted.</param>
/// <param name="Remaining">Calls left in the window.</param>
/// <param name="RetryAfter">Whole seconds until the window ends; only of a rejected call.</param>
/// <param name="Reset">The unix time that <paramref name="RetryAfter"/> comes to.</param>
internal readonly record struct RateDecision(bool IsAllowed, int Remaining, long RetryAfter, long Reset);
