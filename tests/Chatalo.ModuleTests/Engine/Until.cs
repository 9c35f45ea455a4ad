namespace Chatalo.ModuleTests.Engine;

/// <summary>Waits for what happens on another thread.</summary>
public static class Until
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>Waits until the condition is true; fails after a minute, which no busy machine needs.</summary>
    public static async Task TrueAsync(Func<bool> condition, string what)
    {
        using var limit = new CancellationTokenSource(Patience);
        while (!condition())
        {
            Assert.False(limit.IsCancellationRequested, $"This never came: {what}.");
            await Task.Delay(20);
        }
    }
}
