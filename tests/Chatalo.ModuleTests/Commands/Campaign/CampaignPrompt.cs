using Chatalo.ModuleTests.Engine;

namespace Chatalo.ModuleTests.Commands.Campaign;

/// <summary>A connected prompt with a store of its own, <c>$store</c>.</summary>
public sealed class CampaignPrompt : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("chatalo").FullName;

    /// <summary>The prompt and the gateway.</summary>
    public EmulatedSession Chat { get; } = new();

    /// <summary>Runs a script.</summary>
    public Run Invoke(string script) => Chat.Invoke(script, ("store", Path.Combine(_folder, "store.db")));

    /// <summary>Sends the campaign "nov" to two people.</summary>
    public void SendTwo() => Invoke("'081234567890', '081234567891' | Send-ChataloMessage -Message Halo -Campaign nov -Store $store").Ok();

    /// <inheritdoc />
    public void Dispose()
    {
        Chat.Dispose();
        try
        {
            Directory.Delete(_folder, recursive: true);
        }
        catch (IOException)
        {
            // A pooled connection may hold the file on Windows; the folder is a temporary one.
        }
    }
}
