using System.Management.Automation;
using Chatalo.Campaigns;

namespace Chatalo.Commands;

/// <summary>A cmdlet that works on the store of campaigns and opt-outs, without the gateway.</summary>
public abstract class StoreCommand : ChataloCommand
{
    private CampaignStore? _store;

    /// <summary>
    /// The store: a path of a SQLite file, or Host=…;Database=…;Username=…;Password=… of PostgreSQL. By default the session's, then what the variable
    /// CHATALO_STORE says, then a file of the user.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Store { get; set; }

    private protected CampaignStore OpenStore => _store ??= new CampaignStore(StoreArgument.Find(Store, CurrentSession.Value, ResolvePath), waiting: WaitForStore());

    /// <inheritdoc />
    protected override void Begin() => OpenStore.Check();

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
        {
            _store?.Dispose();
        }
    }
}
