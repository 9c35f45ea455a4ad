using System.Management.Automation;
using Chatalo.Emulator;
using Chatalo.ModuleTests.Engine;

namespace Chatalo.ModuleTests.Commands.Message;

/// <summary>A send that is stopped, or whose pipeline ends early: nothing is left running, and nobody is left guessing.</summary>
public sealed class SendStopTests : IDisposable
{
    private readonly EmulatedSession _chat = new();

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public async Task What_was_in_flight_is_told_as_unknown(int inFlight)
    {
        // An answer that would take ten minutes: whoever waits for it fails this test by the runner's patience.
        var fault = _chat.Fault(new FaultRule { Kind = FaultKind.Delay, DelayAfterMs = 600_000 });
        using var running = _chat.Session.InvokeAsync($"1..9 | ForEach-Object {{ 6281234560000 + $_ }} | Send-ChataloMessage -Message Hi -ThrottleLimit {inFlight}");
        await Until.TrueAsync(() => fault.Applied == inFlight, "the messages in flight");

        var took = await running.StopAsync();

        Assert.True(took < TimeSpan.FromMinutes(1), "The answer was waited for.");
        Assert.IsType<PipelineStoppedException>((await running.Completion).Exception);
        var interrupted = _chat.Invoke("(Get-ChataloSession).Interrupted").Ok();
        var unknown = interrupted.Output.Where(static o => o.Properties["Outcome"].Value.ToString() == "Unknown").Select(static o => (string)o.Properties["Number"].Value);
        Assert.Equal(Enumerable.Range(1, inFlight).Select(static i => $"+{6281234560000 + i}"), unknown.Order(StringComparer.Ordinal));
        Assert.Contains("Stopped after", _chat.Host.TakeText(), StringComparison.Ordinal);
        Assert.Equal(inFlight, fault.Matched);
    }

    [Fact]
    public async Task A_wait_for_the_pace_is_stopped_and_told_as_not_sent()
    {
        using var running = _chat.Session.InvokeAsync("'081234567891', '081234567892' | Send-ChataloMessage -Message Hi -Interval 3600");
        await running.WaitForOutputAsync(1);

        await running.StopAsync();

        Assert.IsType<PipelineStoppedException>((await running.Completion).Exception);
        Assert.Single(_chat.Gateway.Messages);
        Assert.Equal(["Sent", "NotSent"], _chat.Invoke("(Get-ChataloSession).Interrupted").Ok().Property("Outcome").Select(static o => o!.ToString()));
    }

    [Fact]
    public async Task A_wait_for_the_rate_limit_is_stopped()
    {
        _chat.Fault(new FaultRule { Kind = FaultKind.Status, StatusCode = 429, RetryAfter = 200 });
        using var running = _chat.Session.InvokeAsync("Send-ChataloMessage 081234567891 Hi");
        await Until.TrueAsync(() => _chat.Gateway.RequestCount == 1, "the refusal");

        await running.StopAsync();

        Assert.IsType<PipelineStoppedException>((await running.Completion).Exception);
        Assert.Empty(_chat.Gateway.Messages);
    }

    [Fact]
    public async Task Stopping_twice_tells_the_second_stop_only_of_its_own()
    {
        var fault = _chat.Fault(new FaultRule { Kind = FaultKind.Delay, DelayMs = 600_000 });
        foreach (var number in new[] { 6281234567891, 6281234567892 })
        {
            var before = fault.Applied;
            using var running = _chat.Session.InvokeAsync($"Send-ChataloMessage {number} Hi");
            await Until.TrueAsync(() => fault.Applied == before + 1, "the message in flight");
            await running.StopAsync();
            Assert.Equal([$"+{number}"], _chat.Invoke("(Get-ChataloSession).Interrupted").Ok().Property("Number"));
        }
    }

    [Fact]
    public async Task The_early_end_of_the_pipeline_leaves_nothing_running()
    {
        var run = _chat.Invoke("1..200 | ForEach-Object { 6281234560000 + $_ } | Send-ChataloMessage -Message Hi -ThrottleLimit 4 -WarningAction SilentlyContinue | Select-FirstObject -First 3").Ok();

        Assert.Equal(3, run.Output.Count);
        var asked = _chat.Gateway.RequestCount;
        Assert.InRange(asked, 3, 60);
        _chat.Invoke("Disconnect-Chatalo").Ok();
        await Until.TrueAsync(() => _chat.Gateway.ConnectionCount == 0, "the end of the connections");
        Assert.Equal(asked, _chat.Gateway.RequestCount);
    }

    public void Dispose() => _chat.Dispose();
}
