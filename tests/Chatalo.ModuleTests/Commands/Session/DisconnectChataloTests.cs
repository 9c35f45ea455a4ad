using System.Management.Automation;
using Chatalo.ModuleTests.Engine;

namespace Chatalo.ModuleTests.Commands.Session;

/// <summary>The end of a session.</summary>
public sealed class DisconnectChataloTests : IDisposable
{
    private readonly EmulatedSession _chat = new();

    [Fact]
    public async Task It_closes_the_connections_and_leaves_no_session()
    {
        _chat.Invoke("Get-ChataloProfile").Ok();

        var run = _chat.Invoke("Disconnect-Chatalo; Get-ChataloSession; $chat.IsConnected");

        Assert.Equal([false], run.Ok().Values<bool>());
        await Until.TrueAsync(() => _chat.Gateway.ConnectionCount == 0, "the end of the connections");
    }

    [Theory]
    [InlineData("Disconnect-Chatalo; Get-ChataloProfile")]
    [InlineData("$chat | Disconnect-Chatalo; Get-ChataloProfile")]
    [InlineData("Disconnect-Chatalo -Session $chat; Get-ChataloDevice -Session $chat")]
    [InlineData("Disconnect-Chatalo; Send-ChataloMessage 6281234567890 Hi")]
    public void What_comes_after_it_is_told_to_connect(string script)
    {
        var error = _chat.Invoke(script).OneError("Chatalo.InvalidInput", ErrorCategory.InvalidArgument);

        Assert.Contains("Connect-Chatalo", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Empty(_chat.Asked);
    }

    [Fact]
    public void Without_a_session_it_does_nothing() => Assert.Empty(_chat.Invoke("Disconnect-Chatalo; Disconnect-Chatalo").Ok().Output);

    [Fact]
    public void Another_session_leaves_the_runspaces_own()
    {
        var run = _chat.Invoke("""
            $own = Connect-Chatalo -PublicKey $publicKey -SecretKey $secretKey -BaseUri $gateway -SkipCheck
            $chat | Disconnect-Chatalo
            (Get-ChataloSession).Equals($own)
            """);

        Assert.Equal([true], run.Ok().Values<bool>());
    }

    public void Dispose() => _chat.Dispose();
}
