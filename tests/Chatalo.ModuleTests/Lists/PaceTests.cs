using Chatalo.Emulator;
using Chatalo.ModuleTests.Engine;

namespace Chatalo.ModuleTests.Lists;

/// <summary>How fast a list goes: the whole rate window and no more, the gap that was asked for, a warning where there is none.</summary>
public sealed class PaceTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(16)]
    public void Three_windows_are_used_to_the_last_request_and_none_is_refused(int throttleLimit)
    {
        using var chat = new EmulatedSession(
            $"-Device {EmulatorServer.ReadyDeviceId} -RateLimitWindowSec 1",
            new EmulatorOptions { RateLimit = 20, RateLimitWindow = TimeSpan.FromSeconds(1) });

        var run = chat.Pipe(Numbers(60), $"Send-ChataloMessage -Message Halo -ThrottleLimit {throttleLimit}").Ok();

        Assert.Equal(60, run.Output.Count);
        Assert.DoesNotContain(chat.Gateway.Requests, r => r.StatusCode == 429);
        Assert.Equal(60, chat.Gateway.RequestCount);
    }

    [Fact]
    public void An_interval_is_kept_between_the_messages_of_a_device_also_with_many_in_flight()
    {
        using var chat = new EmulatedSession();

        chat.Pipe(Numbers(3), "Send-ChataloMessage -Message Halo -Interval 1-1.2 -ThrottleLimit 4").Ok();

        var times = chat.Gateway.Messages.Select(m => m.Time).ToArray();
        Assert.All(times.Zip(times.Skip(1)), pair => Assert.True(pair.Second - pair.First > TimeSpan.FromMilliseconds(500), $"{pair.First:O} {pair.Second:O}"));
    }

    [Theory]
    [InlineData("x")]
    [InlineData("10-5")]
    [InlineData("-1")]
    [InlineData("1-2-3")]
    public void An_interval_that_is_none_is_refused_before_anything_is_sent(string interval)
    {
        using var chat = new EmulatedSession();

        var run = chat.Invoke("Send-ChataloMessage 081234567890 Halo -Interval $interval", ("interval", interval));

        Assert.Equal(["Chatalo.InvalidInput"], run.ErrorIds);
        Assert.Equal(0, chat.Gateway.RequestCount);
    }

    [Fact]
    public void More_than_a_hundred_recipients_without_an_interval_are_warned_about_once()
    {
        using var chat = new EmulatedSession();

        Assert.Empty(chat.Pipe(Numbers(100), "Send-ChataloMessage -Message Halo").Ok().Warnings);
        var warning = Assert.Single(chat.Pipe(Numbers(120), "Send-ChataloMessage -Message Halo").Ok().Warnings);
        Assert.Contains("about_Chatalo_SafeSending", warning.ToString());
    }

    [Fact]
    public void Results_appear_while_input_still_arrives()
    {
        using var chat = new EmulatedSession();

        var run = chat.Invoke("""
            1..3 | ForEach-Object { "in $_"; 628120000000 + $_ } | ForEach-Object { if ($_ -is [string]) { $log += "$_;" } else { $_ } } |
                Send-ChataloMessage -Message Halo | ForEach-Object { $log += "out;" }
            $log
            """).Ok();

        Assert.Equal("in 1;out;in 2;out;in 3;out;", run.Output[^1].ToString());
    }

    private static IEnumerable<string> Numbers(int count) => Enumerable.Range(0, count).Select(i => $"62812{10_000_001 + i}");
}
