using System.Globalization;
using Chatalo.Client;

namespace Chatalo.Commands;

/// <summary>Tells the user of a cmdlet what its calls do: waits with -Verbose, exchanges with -Debug too.</summary>
internal sealed class CommandObserver(PipelinePump pump, Action<string> verbose, Action<string> debug) : ICallObserver
{
    public void OnExchange(ExchangeRecord exchange)
    {
        pump.Post(() => debug(exchange.ToString()));
        pump.Post(() => verbose(exchange.ToString()));
    }

    public void OnWait(TimeSpan wait, string reason)
        => pump.Post(() => verbose(string.Format(CultureInfo.InvariantCulture, "Waiting {0:0.#} s: {1}.", wait.TotalSeconds, reason)));
}
