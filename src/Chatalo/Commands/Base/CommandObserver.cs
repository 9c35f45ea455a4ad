using System.Globalization;
using Chatalo.Client;

namespace Chatalo.Commands;

/// <summary>
/// Tells the user of a cmdlet what its calls do, each thing once: exchanges with -Debug, else with -Verbose; waits with -Verbose, else with -Debug.
/// </summary>
/// <param name="pump">Has the pipeline's thread write.</param>
/// <param name="verbose">Writes a verbose message; null where nobody wants one.</param>
/// <param name="debug">Writes a debug message; null where nobody wants one.</param>
internal sealed class CommandObserver(PipelinePump pump, Action<string>? verbose, Action<string>? debug) : ICallObserver
{
    public void OnExchange(ExchangeRecord exchange) => Tell(debug ?? verbose, exchange.ToString());

    public void OnWait(TimeSpan wait, string reason)
        => Tell(verbose ?? debug, string.Format(CultureInfo.InvariantCulture, "Waiting {0:0.#} s: {1}.", wait.TotalSeconds, reason));

    private void Tell(Action<string>? tell, string text)
    {
        if (tell is not null)
        {
            pump.Post(() => tell(text));
        }
    }
}
