using Chatalo.Campaigns.Stores;
using Chatalo.Contacts;

namespace Chatalo.Campaigns;

/// <summary>
/// The campaigns, deliveries and opt-outs of one database. Every call is one transaction. Blocks while it works; thread-safe.
/// Whatever keeps it from working is a <see cref="ChataloException"/> of kind StoreUnavailable.
/// </summary>
internal sealed class CampaignStore : IDisposable
{
    private readonly StoreConnection _connection;
    private readonly Random _random = new();

    /// <param name="address">Where it is.</param>
    /// <param name="clock">For tests: a clock for all times instead of the database's (PostgreSQL) or the machine's (SQLite).</param>
    /// <param name="waiting">Waits out what may pass by itself; without it every call says it at once.</param>
    public CampaignStore(StoreAddress address, TimeProvider? clock = null, StoreWaiting? waiting = null)
        => _connection = new StoreConnection(address, clock, waiting);

    /// <summary>Where it is, without a password.</summary>
    public string Name => _connection.Address.ToString();

    /// <summary>Whether an error of it may pass by itself, so that trying again is worth while.</summary>
    public bool MayPass(ChataloException error) => _connection.MayPass(error);

    /// <summary>Makes sure that it can be used; brings it up to date.</summary>
    public void Check() => _connection.Read(static t => t.Now);

    /// <summary>Finds or makes a campaign; settings that are null stay as they are.</summary>
    public CampaignRow Ensure(string name, CampaignSettings settings) => _connection.InTransaction(t => CampaignTable.Ensure(t, name, settings));

    public CampaignRow? Find(string name) => _connection.Read(t => CampaignTable.Find(t, name));

    /// <exception cref="ChataloException">There is no campaign of the name.</exception>
    public CampaignRow Get(string name) => Find(name)
        ?? throw new ChataloException(
            ErrorKind.NotFound, $"There is no campaign '{name}' in the store {Name}.", "Get-ChataloCampaign lists those that are there; -Store names another store.");

    public void SetListComplete(long campaign, bool complete)
        => _connection.InTransaction(t => Nothing(() => CampaignTable.SetListComplete(t, campaign, complete)));

    public void Pause(long campaign, string? reason) => _connection.InTransaction(t => Nothing(() => CampaignTable.Pause(t, campaign, reason)));

    /// <summary>Lets a campaign send again, with what failed or is unknown if asked.</summary>
    public CampaignRow Resume(long campaign, CampaignSettings settings, bool retryFailed, bool retryUnknown) => _connection.InTransaction(t =>
    {
        CampaignTable.Change(t, campaign, settings);
        Settling.Abandon(t, campaign);
        CampaignTable.Resume(t, campaign);
        if (retryFailed)
        {
            Settling.Retry(t, campaign, DeliveryStatus.Failed, exceptOwner: "");
        }

        if (retryUnknown)
        {
            Settling.Retry(t, campaign, DeliveryStatus.Unknown, exceptOwner: "");
        }

        return CampaignTable.Get(t, campaign);
    });

    /// <summary>Gives the devices of a campaign the zone of its session for their days.</summary>
    public void SetZone(long campaign, TimeSpan offset) => _connection.InTransaction(t => Nothing(() => DeviceTurns.SetZone(t, campaign, offset)));

    /// <summary>Makes the unknown pending again, but for those of one worker.</summary>
    /// <returns>How many.</returns>
    public int RetryUnknown(long campaign, string exceptOwner) => _connection.InTransactionAtOnce(t =>
    {
        Settling.Abandon(t, campaign);
        return Settling.Retry(t, campaign, DeliveryStatus.Unknown, exceptOwner);
    });

    public void Remove(long campaign) => _connection.InTransaction(t => Nothing(() => CampaignTable.Remove(t, campaign)));

    /// <summary>All campaigns, with their counts.</summary>
    public IReadOnlyList<Campaign> List(Func<string, bool> matches)
        => _connection.Read(t => CampaignTable.List(t).Where(row => matches(row.Name)).Select(row => Describe(t, row)).ToList());

    public Campaign Describe(CampaignRow campaign) => _connection.Read(t => Describe(t, CampaignTable.Get(t, campaign.Id)));

    // What a run asks is asked at once: the run itself waits, and says what it must know of a transaction whose end was lost.

    /// <summary>Remembers that the list was recorded to its end.</summary>
    public bool EndList(long campaign) => _connection.InTransactionAtOnce(t => Nothing(() => CampaignTable.SetListComplete(t, campaign, complete: true)));

    /// <summary>All that a worker has to do with the store, in one transaction: what it did is recorded and what it may do next is claimed.</summary>
    /// <exception cref="ChataloException">The campaign is gone.</exception>
    public TurnAnswer Exchange(TurnRequest turn) => _connection.InTransactionAtOnce(t =>
    {
        // Is it still there? Recipients cannot be recorded without it.
        _ = turn.Imports.Count + turn.Unsent.Count > 0 ? CampaignTable.Get(t, turn.CampaignId) : null;
        foreach (var device in turn.Imports.Select(static m => m.DeviceId).Distinct(StringComparer.Ordinal).OrderBy(static d => d, StringComparer.Ordinal))
        {
            Enlisting.AddDevice(t, turn.CampaignId, device);
        }

        var leftOut = turn.Imports.Select(message => Enlisting.Add(t, turn.CampaignId, message)).ToList();
        if (turn.InFlight is not null)
        {
            Settling.ReleaseLost(t, turn);
        }

        foreach (var unsent in turn.Unsent)
        {
            Enlisting.AddUnsent(t, turn.CampaignId, unsent);
        }

        Record(t, turn);
        var wasAhead = false;
        if (turn.Renews)
        {
            Settling.Renew(t, turn);
            wasAhead = Settling.ShortenLeases(t, turn);
            Settling.Abandon(t, turn.CampaignId);
        }

        var campaign = CampaignTable.Get(t, turn.CampaignId);
        var answer = campaign.IsPaused || turn.Wanted == 0 ? new TurnAnswer() : new Claiming(t, turn, campaign, _random).Claim();
        var notes = wasAhead ? [.. answer.Notes, CampaignTexts.ClockWasAhead("the leases of other workers")] : answer.Notes;
        return answer with { LeftOut = leftOut, Notes = notes, IsPaused = campaign.IsPaused, PauseReason = campaign.PauseReason };
    });

    public Delivery? FindDelivery(CampaignRow campaign, string recipient) => _connection.Read(t => DeliveryTable.Find(t, campaign, WhatsAppNumberRules.ToIdentity(recipient)));

    /// <summary>Finds the messages that have an outcome by now, by the keys of their people.</summary>
    public IReadOnlyDictionary<string, Delivery> FindSettled(CampaignRow campaign, IEnumerable<string> people) => _connection.ReadAtOnce(t => people
        .Select(person => (Person: person, Delivery: DeliveryTable.Find(t, campaign, person)))
        .Where(static found => found.Delivery is { Status: not (DeliveryStatus.Pending or DeliveryStatus.Sending) })
        .ToDictionary(static found => found.Person, static found => found.Delivery!, StringComparer.Ordinal));

    public IReadOnlyList<(long Id, Delivery Delivery)> Deliveries(CampaignRow campaign, IReadOnlyCollection<DeliveryStatus> statuses, long after, int size)
        => _connection.Read(t => DeliveryTable.Page(t, campaign, statuses, after, size));

    public OptOut AddOptOut(string number, string? reason) => _connection.InTransaction(t => OptOutTable.Add(t, number, reason));

    public bool RemoveOptOut(string number) => _connection.InTransaction(t => OptOutTable.Remove(t, number));

    public OptOut? FindOptOut(string number) => _connection.Read(t => OptOutTable.Find(t, number));

    public IReadOnlyList<OptOut> OptOuts(string after, int size) => _connection.Read(t => OptOutTable.Page(t, after, size));

    public void Dispose() => _connection.Dispose();

    private static void Record(StoreTransaction t, TurnRequest turn)
    {
        // All are recorded, whatever they count for.
        var failures = turn.Outcomes.Select(outcome => Settling.Record(t, turn.Owner, outcome)).ToList().Count(static isFailure => isFailure);
        if (failures > 0)
        {
            CampaignTable.CountFailures(t, turn.CampaignId, failures);
        }

        if (turn.Outcomes.Select(static outcome => outcome.PauseReason).FirstOrDefault(static reason => reason is not null) is { } reason)
        {
            CampaignTable.PauseRunning(t, turn.CampaignId, reason);
        }
    }

    private Campaign Describe(StoreTransaction t, CampaignRow row)
    {
        var counts = DeliveryTable.Count(t, row.Id);
        var pending = DeliveryTable.Of(counts, DeliveryStatus.Pending);
        return new Campaign
        {
            Name = row.Name,
            IsPaused = row.IsPaused,
            PauseReason = row.PauseReason,
            Pending = pending,
            Sending = DeliveryTable.Of(counts, DeliveryStatus.Sending),
            Sent = DeliveryTable.Of(counts, DeliveryStatus.Sent),
            Failed = DeliveryTable.Of(counts, DeliveryStatus.Failed),
            Unknown = DeliveryTable.Of(counts, DeliveryStatus.Unknown),
            Skipped = DeliveryTable.Of(counts, DeliveryStatus.Skipped),
            IsListComplete = row.IsListComplete,
            Interval = row.Interval?.ToString(),
            DailyLimit = row.DailyLimit,
            Between = row.Window?.ToString(),
            Offset = row.UtcOffset,
            MaxFailures = row.MaxFailures,
            Estimate = TimeLeft.Estimate(row, pending, DeliveryTable.CountDevices(t, row.Id)),
            CreatedAt = row.CreatedAt,
            Store = Name,
        };
    }

    private static bool Nothing(Action work)
    {
        work();
        return true;
    }
}
