using Chatalo.Emulator;

namespace Chatalo.UnitTests.Desktop;

/// <summary>
/// The client part of the netstandard2.0 build at work. Mono stands in for .NET Framework as far as it goes: the assemblies are loaded by
/// Windows PowerShell's loader and run on another base class library, but connections and the loading of versions are Mono's own.
/// </summary>
public sealed class MonoTests
{
    private const string Number = "6281234567890";

    [MonoFact]
    public async Task The_profile_is_read_with_the_modules_own_libraries()
    {
        using var mono = new MonoClient();

        Assert.Equal("Trimun Su", await mono.AskAsync("profile"));

        var loaded = (await mono.AskAsync("assemblies")).Split(' ').ToLookup(static path => Path.GetFileName(path), static path => Path.GetDirectoryName(path));
        foreach (var library in new[] { "Chatalo.dll", "System.Text.Json.dll", "System.Memory.dll", "System.Threading.RateLimiting.dll", "Microsoft.Bcl.TimeProvider.dll" })
        {
            Assert.Equal([MonoClient.Folder], loaded[library]);
        }
    }

    [MonoFact]
    public async Task Connections_are_set_for_the_gateway_alone_and_TLS_1_2_is_added()
    {
        using var mono = new MonoClient();
        var elsewhere = await mono.AskAsync("connections", "http://elsewhere.invalid/");

        await mono.AskAsync("profile");

        Assert.Equal("limit 1024, idle 3000, lifetime 120000, expect False, nagle False", await mono.AskAsync("connections", mono.Gateway.BaseUri.ToString()));
        Assert.Equal(elsewhere, await mono.AskAsync("connections", "http://elsewhere.invalid/"));
        Assert.Equal("Tls, Tls11, Tls12", await mono.AskAsync("protocols"));
    }

    [MonoFact]
    public async Task A_text_arrives_as_it_was_written()
    {
        using var mono = new MonoClient();
        const string Text = "Grüße, ₺5 — 你好 👋 \\ \"";

        Assert.Equal("Sent", await mono.AskAsync("send", Number, Text));

        Assert.Equal(Text, Assert.Single(mono.Gateway.Messages).Message);
    }

    [MonoFact]
    public async Task A_429_is_waited_out()
    {
        using var mono = new MonoClient();
        mono.Gateway.AddFault(new FaultRule { Kind = FaultKind.Status, StatusCode = 429, RetryAfter = 1, Count = 1 });

        Assert.Equal("Sent", await mono.AskAsync("send", Number, "Halo"));

        Assert.Equal([429, 200], mono.Gateway.Requests.Select(static r => r.StatusCode));
        Assert.Single(mono.Gateway.Messages);
    }

    [MonoFact]
    public async Task A_send_whose_connection_breaks_is_unknown_and_made_once()
    {
        using var mono = new MonoClient();
        Assert.Equal("Sent", await mono.AskAsync("send", Number, "before, so that the connection is an old one"));
        mono.Gateway.AddFault(new FaultRule { Kind = FaultKind.ResetAfter });

        Assert.StartsWith("Unknown", await mono.AskAsync("send", Number, "Halo"));

        Assert.Equal(2, mono.Gateway.MessageCount);
    }

    [MonoFact]
    public async Task A_send_that_is_not_answered_in_time_is_unknown_and_made_once()
    {
        using var mono = new MonoClient(timeout: 2);
        mono.Gateway.AddFault(new FaultRule { Kind = FaultKind.Delay, DelayAfterMs = 60_000 });

        Assert.StartsWith("Unknown", await mono.AskAsync("send", Number, "Halo"));

        Assert.Equal(1, mono.Gateway.MessageCount);
    }

    [MonoFact]
    public async Task A_send_that_finds_nobody_has_failed()
    {
        using var mono = new MonoClient(timeout: 2);
        mono.Gateway.Dispose();

        Assert.StartsWith("Failed", await mono.AskAsync("send", Number, "Halo"));
    }

    [MonoFact]
    public async Task A_removal_is_asked_once()
    {
        using var mono = new MonoClient();
        Assert.Equal("True", await mono.AskAsync("remove", EmulatorServer.NoApiDeviceId));
        mono.Gateway.AddFault(new FaultRule { Kind = FaultKind.ResetAfter });
        mono.Gateway.ClearRequests();

        Assert.NotEqual("True", await mono.AskAsync("remove", EmulatorServer.DisconnectedDeviceId));

        Assert.Equal(["DELETE"], mono.Gateway.Requests.Select(static r => r.Method));
    }
}
