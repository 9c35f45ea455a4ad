using System.Management.Automation;
using Chatalo.Client;

namespace Chatalo.Commands;

/// <summary>A cmdlet that talks to the gateway.</summary>
public abstract class SessionCommand : ChataloCommand
{
    private Session? _session;

    /// <summary>The session to use; by default this runspace's, made by Connect-Chatalo.</summary>
    [Parameter]
    [ValidateNotNull]
    public Session? Session { get; set; }

    /// <summary>The session in use.</summary>
    private protected Session ActiveSession => _session ??= Resolve();

    internal GatewayClient Client => ActiveSession.Client;

    /// <inheritdoc />
    protected override void Begin() => _ = ActiveSession;

    private Session Resolve()
    {
        var session = Session ?? CurrentSession.Value
            ?? throw new ChataloException(ErrorKind.InvalidInput, "There is no session in this runspace.", "Run Connect-Chatalo first, or give -Session.");
        return session.IsConnected
            ? session
            : throw new ChataloException(ErrorKind.InvalidInput, $"The session with {session.BaseUri} is disconnected.", "Run Connect-Chatalo.");
    }
}
