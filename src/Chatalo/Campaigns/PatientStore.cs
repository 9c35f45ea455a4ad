using System.Diagnostics;

namespace Chatalo.Campaigns;

/// <summary>Uses a store, again and again while it cannot be reached; meanwhile nothing is claimed, so nothing new is sent.</summary>
/// <param name="store">The store.</param>
/// <param name="patience">How long it is tried.</param>
/// <param name="tell">Takes what the user should know meanwhile.</param>
/// <param name="stop">Ends the trying.</param>
internal sealed class PatientStore(CampaignStore store, TimeSpan patience, Action<string> tell, CancellationToken stop)
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(500);

    private readonly Stopwatch _clock = Stopwatch.StartNew();

    /// <summary>Whether nobody told if the last transaction was committed before the connection broke.</summary>
    public bool CommitWasLost { get; private set; }

    public async Task<T> UseAsync<T>(Func<CampaignStore, T> use)
    {
        var since = _clock.Elapsed;
        for (var delay = Shortest; ; delay = delay < Longest ? delay + delay : Longest)
        {
            try
            {
                var result = use(store);
                CommitWasLost = false;
                return result;
            }
            catch (ChataloException e) when (store.MayPass(e) && _clock.Elapsed - since < patience && !stop.IsCancellationRequested)
            {
                if (!CommitWasLost)
                {
                    tell($"{e.Message} Nothing is sent until it can be used again; trying for {patience.TotalSeconds:0} s.");
                }

                CommitWasLost = true;
            }

            await Task.WhenAny(Task.Delay(delay, stop)).ConfigureAwait(false);
        }
    }
}
