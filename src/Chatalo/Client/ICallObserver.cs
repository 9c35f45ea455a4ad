namespace Chatalo.Client;

/// <summary>Sees each exchange and each wait. Called on any thread.</summary>
internal interface ICallObserver
{
    /// <summary>One exchange ended, well or not.</summary>
    void OnExchange(ExchangeRecord exchange);

    /// <summary>The call waits before it goes (again).</summary>
    void OnWait(TimeSpan wait, string reason);
}
