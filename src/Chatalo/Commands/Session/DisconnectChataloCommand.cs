using System.Management.Automation;

namespace Chatalo.Commands;

/// <summary>Ends a session and closes its connections.</summary>
[Cmdlet(VerbsCommunications.Disconnect, "Chatalo")]
[OutputType(typeof(void))]
public sealed class DisconnectChataloCommand : ChataloCommand
{
    /// <summary>The session to end; by default this runspace's.</summary>
    [Parameter(ValueFromPipeline = true)]
    [ValidateNotNull]
    public Session? Session { get; set; }

    /// <inheritdoc />
    protected override void Process()
    {
        var session = Session ?? CurrentSession.Value;
        session?.Dispose();
        if (ReferenceEquals(session, CurrentSession.Value))
        {
            CurrentSession.Value = null;
        }
    }
}
