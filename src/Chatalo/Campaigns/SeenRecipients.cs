using System.Globalization;
using Chatalo.Sending;

namespace Chatalo.Campaigns;

/// <summary>
/// Remembers whom the inputs of a list name, in a few bytes each, so that whoever comes again is found however long the list is. Used on one thread.
/// </summary>
internal sealed class SeenRecipients
{
    private readonly HashSet<ulong> _numbers = [];
    private readonly HashSet<string> _others = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _again = new(StringComparer.Ordinal);

    /// <returns>0 for the first input that names the person or group; else how often it came again.</returns>
    public int Add(Recipient recipient) => IsNew(recipient) ? 0 : Count("=" + recipient.Person);

    /// <summary>Counts inputs without a valid recipient that have the same in its place.</summary>
    /// <returns>1 for the first.</returns>
    public int AddRefused(string given) => Count("?" + given);

    private bool IsNew(Recipient recipient) => !recipient.IsGroup && ulong.TryParse(recipient.Person, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        ? _numbers.Add(number)
        : _others.Add(recipient.Person);

    private int Count(string key) => _again[key] = (_again.TryGetValue(key, out var count) ? count : 0) + 1;
}
