using System.Globalization;

namespace Chatalo.Campaigns;

/// <summary>How one run works on a campaign.</summary>
internal sealed record RunOptions
{
    public int ThrottleLimit { get; init; } = 1;

    /// <summary>How long a claim lasts without being renewed. Longer than one attempt of a request may take.</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromSeconds(70);

    /// <summary>How long a store that cannot be reached is tried before the run gives up.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How many inputs may wait for their results: more are not read, so that a list of any length needs little memory.</summary>
    public int ReadAhead { get; init; } = 10_000;

    /// <summary>How often at least the store is asked whether something has changed, such as the campaign's being paused.</summary>
    public TimeSpan LongestNap { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Records a list, whose end is recorded too.</summary>
    public bool RecordsList { get; init; }

    /// <summary>Whether the session can still be used.</summary>
    public Func<bool> IsConnected { get; init; } = static () => true;

    /// <summary>Sends again also what other workers leave unknown while this run goes on.</summary>
    public bool RetriesUnknown { get; init; }

    /// <summary>The worker's name: where it runs, and a part that nobody else has.</summary>
    public string Owner { get; init; } = string.Format(
        CultureInfo.InvariantCulture, "{0}:{1}:{2}", Environment.MachineName, CurrentProcess(), Guid.NewGuid().ToString("N").Substring(0, 12));

    /// <summary>The lease for a session whose requests may take this long.</summary>
    public static TimeSpan LeaseFor(TimeSpan timeout) => timeout + timeout + TimeSpan.FromSeconds(10);

    private static int CurrentProcess()
    {
        using var process = System.Diagnostics.Process.GetCurrentProcess();
        return process.Id;
    }
}
