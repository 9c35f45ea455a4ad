namespace Chatalo.ModuleTests.Faults;

/// <summary>One way to misbehave, and what has to come of it.</summary>
internal sealed record Fault
{
    public required string Name { get; init; }

    /// <summary>Answers a request; null when nothing listens at all.</summary>
    public required Func<RogueExchange, Task>? Answer { get; init; }

    /// <summary>Whether the server reads the request before it answers.</summary>
    public bool ReadsRequest { get; init; } = true;

    /// <summary>Whether only the time-out ends it: a session with a short one is used.</summary>
    public bool IsEndless { get; init; }

    /// <summary>How the error's id of a read or a change ends; null when all goes well.</summary>
    public required string? Error { get; init; }

    /// <summary>What becomes of a message; more than one where the network decides how far the request got.</summary>
    public required string[] Outcomes { get; init; }

    /// <summary>Whether a read is made again.</summary>
    public bool ReadsAgain { get; init; }

    /// <summary>Whether everything is made again, because nothing can have been processed.</summary>
    public bool SendsAgain { get; init; }

    /// <summary>Whether it concerns the device or the account, so that a campaign pauses and its recipient waits: the tests of campaigns say what comes of it.</summary>
    public bool PausesCampaign { get; init; }

    /// <summary>How often .NET itself makes a request without a body, which is a read: four times, when it sees the connection closed and no byte of an answer.</summary>
    public int TriesOfDotNet { get; init; } = 1;

    public override string ToString() => Name;
}
