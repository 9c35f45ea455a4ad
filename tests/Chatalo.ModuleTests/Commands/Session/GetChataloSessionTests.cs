using Chatalo.Emulator;
using Chatalo.ModuleTests.Engine;

namespace Chatalo.ModuleTests.Commands.Session;

/// <summary>Each runspace has a session of its own, which says how the rate limit stands.</summary>
public sealed class GetChataloSessionTests
{
    [Fact]
    public void Without_a_session_there_is_nothing()
    {
        using var session = new ModuleSession();

        Assert.Empty(session.Invoke("Get-ChataloSession").Ok().Output);
    }

    [Fact]
    public void It_shows_what_is_left_of_the_rate_window()
    {
        using var chat = new EmulatedSession(options: new EmulatorOptions { RateLimit = 20 });

        var rate = chat.Invoke("$null = Get-ChataloProfile; $null = Get-ChataloProfile; (Get-ChataloSession).RateLimit").Single();

        Assert.Equal(20, rate.Properties["Limit"].Value);
        Assert.Equal(18, rate.Properties["Remaining"].Value);
    }

    [Fact]
    public void Runspaces_do_not_share_it()
    {
        using var first = new EmulatedSession();
        using var second = new EmulatedSession();
        using var third = new ModuleSession();

        Assert.Equal(first.Gateway.BaseUri, first.Invoke("(Get-ChataloSession).BaseUri").Single().BaseObject);
        Assert.Equal(second.Gateway.BaseUri, second.Invoke("(Get-ChataloSession).BaseUri").Single().BaseObject);
        Assert.Empty(third.Invoke("Get-ChataloSession").Ok().Output);
    }

    [Fact]
    public void It_can_be_handed_to_another_runspace_as_using_does()
    {
        using var first = new EmulatedSession();
        using var second = new ModuleSession();
        var handedOver = first.Invoke("$chat").Single();

        var run = second.Invoke($"Send-ChataloMessage -Session $theirs {EmulatedSession.Number} 'Halo'", ("theirs", handedOver));

        Assert.Equal("Sent", run.Single().Properties["Outcome"].Value.ToString());
        Assert.Equal("Halo", Assert.Single(first.Gateway.Messages).Message);
        Assert.Empty(second.Invoke("Get-ChataloSession").Ok().Output);
    }
}
