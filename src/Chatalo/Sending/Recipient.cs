namespace Chatalo.Sending;

/// <summary>Who gets a message: a person by number (digits with country code) or a group by id.</summary>
internal readonly record struct Recipient(string Id, bool IsGroup);
