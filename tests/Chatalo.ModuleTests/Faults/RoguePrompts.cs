namespace Chatalo.ModuleTests.Faults;

/// <summary>A prompt for each cmdlet that calls the gateway, made once for the suite.</summary>
public sealed class RoguePrompts : IAsyncLifetime
{
    internal IReadOnlyList<RoguePrompt> All { get; } = [.. CallingCmdlet.All.Select(static cmdlet => new RoguePrompt(cmdlet))];

    /// <summary>The first call of a prompt loads code: no time-out should see it. And what fails without a fault proves nothing with one.</summary>
    public async Task InitializeAsync() => await Task.WhenAll(All.Select(static async prompt => (await prompt.RunAsync(fault: null)).Ok()));

    /// <inheritdoc />
    public Task DisposeAsync()
    {
        foreach (var prompt in All)
        {
            prompt.Dispose();
        }

        return Task.CompletedTask;
    }
}
