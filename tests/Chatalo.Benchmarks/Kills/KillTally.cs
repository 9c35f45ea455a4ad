using System.Collections.Concurrent;
using System.Globalization;

namespace Chatalo.Kills;

/// <summary>What the kills came to.</summary>
public sealed class KillTally
{
    private readonly ConcurrentDictionary<string, int> _counts = new(StringComparer.Ordinal);

    /// <summary>What was found wrong, in words.</summary>
    public ConcurrentQueue<string> Faults { get; } = new();

    /// <summary>Signals that reached a worker.</summary>
    public int Kills => Enum.GetNames<KillSignal>().Sum(name => this[name]);

    public int this[string what] => _counts.GetValueOrDefault(what);

    public int Add(string what, int count = 1) => _counts.AddOrUpdate(what, count, (_, before) => before + count);

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Kills} kills ({string.Join(", ", Enum.GetNames<KillSignal>().Select(name => $"{name} {this[name]}"))}), {this["campaigns"]} campaigns ({this["sqlite"]} SQLite, {this["postgres"]} PostgreSQL), {this["rows"]} rows: {this["twice"]} twice, {this["lost"]} lost; {this["sent"]} Sent, {this["unknown"]} Unknown, {this["failed"]} Failed; {this["again"]} reached a second time by -RetryUnknown");
}
