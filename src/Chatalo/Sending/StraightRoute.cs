namespace Chatalo.Sending;

/// <summary>Messages go out as they come, a number of them at once.</summary>
internal sealed class StraightRoute(SendWindow window, int throttleLimit) : ISendRoute
{
    public int Count => window.Count;

    public bool HasRoom => window.Count < throttleLimit;

    // With one in flight its result is written before the next input is read; with more, what is done by now.
    public bool MayReadOn => throttleLimit > 1 || window.Count == 0;

    public bool IsDone => window.Count == 0;

    public Task Ended => window.Ended;

    public ChataloException? Failure => null;

    public void Start(OutgoingMessage message) => window.Start(message);

    public void Complete()
    {
    }

    public void Close()
    {
    }
}
