using System.Collections;
using Chatalo.Emulator;

namespace Chatalo.ModuleTests.Engine;

/// <summary>
/// A prompt with the module, connected to an emulator of its own that runs in the test's process, so that a test sees and bends the
/// other end of the socket. Connecting asks nothing, so all requests are those of the test; its session is <c>$chat</c>.
/// </summary>
public sealed class EmulatedSession : IDisposable
{
    /// <summary>A number that can be written to.</summary>
    public const string Number = "6281234567890";

    /// <summary>Starts both.</summary>
    /// <param name="connect">More parameters of Connect-Chatalo.</param>
    /// <param name="options">How the emulator is; by default without a rate limit, so that nothing waits.</param>
    public EmulatedSession(string connect = "-Device " + EmulatorServer.ReadyDeviceId, EmulatorOptions? options = null)
    {
        Gateway = EmulatorServer.Start(options ?? new EmulatorOptions { RateLimit = 0 });
        Session = new ModuleSession();
        Invoke(
            "$chat = Connect-Chatalo -PublicKey $publicKey -SecretKey $secretKey -BaseUri $gateway -SkipCheck " + connect,
            ("publicKey", Gateway.Options.PublicKey), ("secretKey", Gateway.Options.SecretKey), ("gateway", Gateway.BaseUri)).Ok();
    }

    /// <summary>The other end.</summary>
    public EmulatorServer Gateway { get; }

    /// <summary>The prompt.</summary>
    public ModuleSession Session { get; }

    /// <summary>What stands at the prompt's screen and keyboard.</summary>
    public TestHost Host => Session.Host;

    /// <summary>The requests that were answered, as <c>GET /device</c>.</summary>
    public IReadOnlyList<string> Asked => [.. Gateway.Requests.Select(static r => $"{r.Method} {r.Path}")];

    /// <summary>Runs a script.</summary>
    public Run Invoke(string script, params (string Name, object? Value)[] variables) => Session.Invoke(script, variables);

    /// <summary>Pipes objects into a script.</summary>
    public Run Pipe(IEnumerable input, string script, params (string Name, object? Value)[] variables) => Session.Pipe(input, script, variables);

    /// <summary>Has the gateway fail.</summary>
    public ActiveFault Fault(FaultRule rule) => Gateway.AddFault(rule);

    /// <inheritdoc />
    public void Dispose()
    {
        Session.Dispose();
        Gateway.Dispose();
    }
}
