using Chatalo.Campaigns.Stores;
using Chatalo.Client;
using Chatalo.Sending;

namespace Chatalo.Campaigns;

/// <summary>A cmdlet's work on a campaign: its store, and the run that sends from it.</summary>
internal sealed class CampaignSending : IDisposable
{
    private readonly CampaignStore _store;
    private readonly Session _session;
    private CampaignRun? _run;
    private bool _recordsList;

    private CampaignSending(CampaignStore store, Session session) => (_store, _session) = (store, session);

    /// <summary>The campaign.</summary>
    public CampaignRow Row { get; private set; } = new();

    /// <summary>Begins to import a list into a campaign, which is made if there is none of the name.</summary>
    public static CampaignSending Import(string name, StoreAddress address, CampaignSettings settings, Session session, StoreWaiting waiting)
    {
        var sending = new CampaignSending(new CampaignStore(address, waiting: waiting), session);
        sending._recordsList = true;
        return sending.Open(store =>
        {
            var row = store.Ensure(name, settings);
            // Until the whole list is recorded; a worker that dies before that leaves it so.
            store.SetListComplete(row.Id, complete: false);
            return row;
        });
    }

    /// <summary>Goes on with what the store holds.</summary>
    /// <exception cref="ChataloException">There is no such campaign.</exception>
    public static CampaignSending Resume(string name, StoreAddress address, CampaignSettings settings, bool retryFailed, bool retryUnknown, Session session, bool useSessionZone, StoreWaiting waiting)
    {
        var sending = new CampaignSending(new CampaignStore(address, waiting: waiting), session);
        return sending.Open(store =>
        {
            var id = store.Get(name).Id;
            if (useSessionZone)
            {
                store.SetZone(id, session.Offset);
            }

            return store.Resume(id, settings, retryFailed, retryUnknown);
        });
    }

    /// <summary>Begins to send.</summary>
    public CampaignRun Run(
        int throttleLimit, bool retriesUnknown, MessageSender sender, CallContext context, Action<Action> post, Action<SendReport> emit, Action<string> tell)
    {
        var options = new RunOptions
        {
            ThrottleLimit = throttleLimit, RetriesUnknown = retriesUnknown, Lease = RunOptions.LeaseFor(_session.Client.Options.Timeout),
            RecordsList = _recordsList, IsConnected = () => _session.IsConnected,
        };
        _run = new CampaignRun(
            _store, Row, options, sender, (message, token, mayLeave) => sender.SendAsync(message, new CallContext(token, context.Observer, mayLeave)), post, emit, tell,
            context.CancellationToken);
        _run.Begin();
        return _run;
    }

    /// <summary>What is in the campaign now.</summary>
    public Campaign Describe() => _store.Describe(Row);

    public void Dispose()
    {
        _run?.Dispose();
        _store.Dispose();
    }

    private CampaignSending Open(Func<CampaignStore, CampaignRow> open)
    {
        try
        {
            Row = open(_store);
            return this;
        }
        catch
        {
            Dispose();
            throw;
        }
    }
}
