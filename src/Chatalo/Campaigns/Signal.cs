namespace Chatalo.Campaigns;

/// <summary>Wakes the one who waits; a call before the wait is not lost.</summary>
internal sealed class Signal : IDisposable
{
    private readonly SemaphoreSlim _semaphore = new(0, 1);

    public void Set()
    {
        try
        {
            _semaphore.Release();
        }
        catch (SemaphoreFullException)
        {
            // It is set already.
        }
    }

    public Task WaitAsync(TimeSpan longest) => _semaphore.WaitAsync(longest);

    public void Dispose() => _semaphore.Dispose();
}
