namespace Chatalo.Contacts;

/// <summary>What became of a text that was read as a number before.</summary>
internal sealed record CacheEntry(string Text, string Region, NumberResult Result);
