namespace Chatalo.ModuleTests.Faults;

/// <summary>Every way to misbehave that we know of, at each step of an exchange.</summary>
internal static class FaultTable
{
    private const string Json = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";

    private static readonly string[] Sent = ["Sent"];
    private static readonly string[] Failed = ["Failed"];
    private static readonly string[] Unknown = ["Unknown"];

    public static IReadOnlyList<Fault> All { get; } =
    [
        // Before there is an answer.
        new() { Name = "connection refused", Answer = null, Error = "Unreachable", Outcomes = Failed, ReadsAgain = true, SendsAgain = true },
        Broken("reset before the request is read", e => Done(e.Reset)) with { ReadsRequest = false, Outcomes = ["Unknown", "Failed"] },
        Broken("reset after the request is read", e => Done(e.Reset)),
        Broken("closed without a word", _ => Task.CompletedTask) with { TriesOfDotNet = 4 },
        Late("silence", e => e.SilenceAsync()),

        // Headers.
        Late("slow headers", e => Then(e.WriteAsync("HTTP/1.1 200 OK\r\n"), () => e.TrickleAsync("X-Slow: 1\r\n"))),
        Broken("headers cut off", e => e.WriteAsync("HTTP/1.1 200 OK\r\nContent-Le")),
        Broken("not HTTP", e => e.WriteAsync("SSH-2.0-OpenSSH_9.2\r\n")),
        Fine("100 Continue first", e => Then(e.WriteAsync("HTTP/1.1 100 Continue\r\n\r\n"), e.AnswerWellAsync)),
        Fine("102 and 103 first", e => Then(e.WriteAsync("HTTP/1.1 102 Processing\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n"), e.AnswerWellAsync)),
        Late("100 Continue and silence", e => Then(e.WriteAsync("HTTP/1.1 100 Continue\r\n\r\n"), e.SilenceAsync)),
        Late("102 for ever", e => e.TrickleAsync("HTTP/1.1 102 Processing\r\n\r\n")),
        Unreadable("101 Switching Protocols", e => e.WriteAsync("HTTP/1.1 101 Switching Protocols\r\nConnection: upgrade\r\nUpgrade: other\r\n\r\n")),

        // Another status.
        Unreadable("302 to another host", e => e.AnswerAsync("", "302 Found", $"Location: {e.Elsewhere}\r\n")) with { Outcomes = Failed, PausesCampaign = true },
        Unreadable("307 to another host", e => e.AnswerAsync("", "307 Temporary Redirect", $"Location: {e.Elsewhere}\r\n")) with { Outcomes = Failed, PausesCampaign = true },
        new() { Name = "429 for ever", Answer = e => e.AnswerAsync("{}", "429 Too Many Requests", "Retry-After: 0\r\n"), Error = "RateLimited", Outcomes = Failed, ReadsAgain = true, SendsAgain = true },
        Failing("500", e => e.AnswerAsync("""{"message":"Server Error"}""", "500 Internal Server Error")),
        Failing("502 in HTML", e => e.AnswerAsync("<html>Bad Gateway</html>", "502 Bad Gateway", type: "text/html")),
        Unreadable("204 without a body", e => e.WriteAsync("HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n")),

        // A body that is not whole.
        Late("slow body", e => Then(e.WriteAsync(Json + "Content-Length: 100000\r\n\r\n{"), () => e.TrickleAsync(" "))),
        Broken("truncated", e => e.AnswerAsync(e.Good[..(e.Good.Length / 2)], length: e.Good.Length)),
        Broken("chunks cut off", e => e.WriteAsync(Json + "Transfer-Encoding: chunked\r\n\r\n5\r\n{\"dat")),
        Unreadable("length too short", e => e.AnswerAsync(e.Good, length: e.Good.Length / 2)),
        Late("length too long", e => Then(e.AnswerAsync(e.Good, length: e.Good.Length + 1), e.SilenceAsync)),

        // A body that is not what it should be.
        Unreadable("empty body", e => e.AnswerAsync("")),
        Unreadable("HTML", e => e.AnswerAsync("<!doctype html><title>Welcome to the hotel</title>", type: "text/html")),
        Unreadable("invalid UTF-8", e => e.AnswerAsync([0xFF, 0xFE, 0xC3, 0x28, 0xF0, 0x28, 0x8C, 0xBC])),
        Unreadable("deep JSON", e => e.AnswerAsync(new string('[', 100_000))),
        Unreadable("deep JSON in data", e => e.AnswerAsync("{\"data\":" + string.Concat(Enumerable.Repeat("{\"data\":", 50_000)))),
        Unreadable("JSON that is no object", e => e.AnswerAsync("[\"data\"]")),
        Unreadable("a gzip bomb", e => e.AnswerAsync(RogueExchange.Bomb, headers: "Content-Encoding: gzip\r\n")),
        Unreadable("not compressed as it says", e => e.AnswerAsync(new byte[40], headers: "Content-Encoding: br\r\n")),
        Unreadable("50 MB, announced", e => e.FloodAsync(50, announced: true)),
        Unreadable("50 MB, in chunks", e => e.FloodAsync(50, announced: false)),
        Fine("another content type", e => e.AnswerAsync(e.Good, type: "text/plain")),
    ];

    public static Fault Named(string name) => All.Single(fault => fault.Name == name);

    private static Fault Fine(string name, Func<RogueExchange, Task> answer) => new() { Name = name, Answer = answer, Error = null, Outcomes = Sent };

    private static Fault Broken(string name, Func<RogueExchange, Task> answer)
        => new() { Name = name, Answer = answer, Error = "Unreachable", Outcomes = Unknown, ReadsAgain = true };

    private static Fault Late(string name, Func<RogueExchange, Task> answer)
        => new() { Name = name, Answer = answer, Error = "TimedOut", Outcomes = Unknown, ReadsAgain = true, IsEndless = true };

    private static Fault Unreadable(string name, Func<RogueExchange, Task> answer)
        => new() { Name = name, Answer = answer, Error = "UnexpectedAnswer", Outcomes = Unknown };

    private static Fault Failing(string name, Func<RogueExchange, Task> answer)
        => new() { Name = name, Answer = answer, Error = "ServerError", Outcomes = Unknown, ReadsAgain = true };

    private static Task Done(Action act)
    {
        act();
        return Task.CompletedTask;
    }

    private static async Task Then(Task first, Func<Task> second)
    {
        await first;
        await second();
    }
}
