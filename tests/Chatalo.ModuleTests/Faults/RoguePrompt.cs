using Chatalo.ModuleTests.Engine;

namespace Chatalo.ModuleTests.Faults;

/// <summary>A prompt for one cmdlet, with a server of its own that misbehaves.</summary>
internal sealed class RoguePrompt : IDisposable
{
    public const string PublicKey = "ROGUE-PUBLIC-KEY";
    public const string SecretKey = "ROGUE-SECRET-KEY";

    // More than any machine needs between the time-out and the end.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly ModuleSession _session = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("chatalo-rogue-").FullName;

    public RoguePrompt(CallingCmdlet cmdlet)
    {
        Cmdlet = cmdlet;
        Server.FaultyMethod = cmdlet.Method;
        _session.Invoke(
            $$"""
            $keys = @{ PublicKey = '{{PublicKey}}'; SecretKey = '{{SecretKey}}'; Device = $device; SkipCheck = $true }
            $patient = Connect-Chatalo @keys -BaseUri $gateway -TimeoutSec 20 -MaximumRetryCount 1
            $hasty = Connect-Chatalo @keys -BaseUri $gateway -TimeoutSec 1 -MaximumRetryCount 1
            $refusing = Connect-Chatalo @keys -BaseUri $refuses -TimeoutSec 20 -MaximumRetryCount 1
            $denied = Connect-Chatalo @keys -BaseUri $denies
            """,
            ("gateway", Server.BaseUri), ("refuses", Server.RefusingUri), ("denies", Server.DenyingUri), ("device", "c7276ae0-c306-4896-8fda-000000000001"),
            ("folder", _folder), ("store", Path.Combine(_folder, "campaigns.db"))).Ok();
    }

    public CallingCmdlet Cmdlet { get; }

    public RogueServer Server { get; } = new();

    /// <summary>Runs the cmdlet against a fault; fails when it does not end.</summary>
    public async Task<Run> RunAsync(Fault? fault)
    {
        Server.Fault = fault;
        Server.Forget();
        var (session, timeout, gateway) = fault switch
        {
            { Answer: null } => ("refusing", 20, Server.RefusingUri),
            { IsEndless: true } => ("hasty", 1, Server.BaseUri),
            _ => ("patient", 20, Server.BaseUri),
        };
        using var running = _session.InvokeAsync($"$session = ${session}; {Cmdlet.Script}", ("timeout", timeout), ("gateway", gateway));
        await Task.WhenAny(running.Completion, Task.Delay(Patience));
        return running.Completion.IsCompleted ? await running.Completion : throw new TimeoutException($"{Cmdlet} did not end against {fault?.ToString() ?? "a good server"}; the server read {Server.Requests} requests.");
    }

    public void Dispose()
    {
        _session.Dispose();
        Server.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
