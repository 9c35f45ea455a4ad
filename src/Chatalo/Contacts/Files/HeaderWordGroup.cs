namespace Chatalo.Contacts.Files;

/// <summary>The words of one meaning.</summary>
/// <param name="Meaning">What they say about a column.</param>
/// <param name="Title">The meaning as the help page says it.</param>
/// <param name="Words">The words, as the help page shows them.</param>
internal sealed record HeaderWordGroup(HeaderMeaning Meaning, string Title, IReadOnlyList<string> Words);
