using System.Diagnostics;

namespace Chatalo.Sending;

/// <summary>Counts what became of the messages of one run.</summary>
internal sealed class SendTally
{
    private readonly Stopwatch _watch = Stopwatch.StartNew();

    public int Sent { get; private set; }

    public int Failed { get; private set; }

    public int Unknown { get; private set; }

    public int Skipped { get; private set; }

    public int Done => Sent + Failed + Unknown + Skipped;

    public double PerMinute => _watch.Elapsed.TotalMinutes is > 0 and var minutes ? Done / minutes : 0;

    public void Add(SendOutcome outcome)
    {
        switch (outcome)
        {
            case SendOutcome.Sent: Sent++; break;
            case SendOutcome.Failed: Failed++; break;
            case SendOutcome.Unknown: Unknown++; break;
            default: Skipped++; break;
        }
    }
}
