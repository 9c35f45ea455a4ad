namespace Chatalo.Emulator;

/// <summary>
/// A fault on request: which calls it meets, and what happens to them. Every rule counts the calls that match it; of several rules that meet the
/// same call, delays add up, and of the rest the one added first acts.
/// </summary>
public sealed record FaultRule
{
    /// <summary>What goes wrong.</summary>
    public FaultKind Kind { get; init; }

    /// <summary>The path below the base address, with <c>*</c> and <c>?</c> as wildcards, such as <c>/messages*</c>; null is any path.</summary>
    public string? Path { get; init; }

    /// <summary>The HTTP method; null is any.</summary>
    public string? Method { get; init; }

    /// <summary>How many calls it meets before it is spent; null is no end.</summary>
    public int? Count { get; init; }

    /// <summary>Meets every so-manieth matching call: 1 (the default) is each, 3 the third, the sixth and so on.</summary>
    public int Every { get; init; } = 1;

    /// <summary>Matching calls that are let through first; <see cref="Every"/> counts from the one after them.</summary>
    public int Skip { get; init; }

    /// <summary>The status of a <see cref="FaultKind.Status"/> fault, 500 by default.</summary>
    public int StatusCode { get; init; } = 500;

    /// <summary>
    /// The body of a <see cref="FaultKind.Status"/> or <see cref="FaultKind.Html"/> fault; null gives what a server would say with that status.
    /// </summary>
    public string? Body { get; init; }

    /// <summary>The type of <see cref="Body"/>; null is application/json, or text/html of an <see cref="FaultKind.Html"/> fault.</summary>
    public string? ContentType { get; init; }

    /// <summary>Headers of the answer, which replace any of the same name.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>
    /// The <c>Retry-After</c> header in seconds. With status 429 null means 1: a gateway that speaks Laravel never leaves it out there.
    /// </summary>
    public int? RetryAfter { get; init; }

    /// <summary>Processes the request (delivers a message, counts it for the rate limit) before the faulty answer.</summary>
    public bool ProcessFirst { get; init; }

    /// <summary>Milliseconds to wait before the request is processed or answered; works with every kind.</summary>
    public int DelayMs { get; init; }

    /// <summary>Milliseconds to wait after the request is processed and before the answer; works with every kind.</summary>
    public int DelayAfterMs { get; init; }

    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    internal void Check()
    {
        InRange(Count is null or > 0, nameof(Count));
        InRange(Every > 0, nameof(Every));
        InRange(Skip >= 0, nameof(Skip));
        InRange(StatusCode is >= 200 and <= 599, nameof(StatusCode));
        InRange(RetryAfter is null or >= 0, nameof(RetryAfter));
        InRange(DelayMs >= 0, nameof(DelayMs));
        InRange(DelayAfterMs >= 0, nameof(DelayAfterMs));
    }

    private static void InRange(bool isInRange, string name)
    {
        if (!isInRange)
        {
            throw new ArgumentOutOfRangeException(name, $"A fault cannot have this {name}.");
        }
    }
}
