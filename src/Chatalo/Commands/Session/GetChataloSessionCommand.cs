using System.Management.Automation;

namespace Chatalo.Commands;

/// <summary>Shows this runspace's session, with the state of the rate limit.</summary>
[Cmdlet(VerbsCommon.Get, "ChataloSession")]
[OutputType(typeof(Session))]
public sealed class GetChataloSessionCommand : ChataloCommand
{
    /// <inheritdoc />
    protected override void Process()
    {
        if (CurrentSession.Value is { } session)
        {
            WriteObject(session);
        }
    }
}
