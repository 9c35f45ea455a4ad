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

    /// <summary>Streams a list with the paging that the user asked for.</summary>
    private protected void WritePages<T>(Func<PageRequest, CallContext, Task<Page<T>>> fetch, Func<T, bool>? filter)
        => new PageWriter<T>(PagingParameters, page => fetch(page, Context), Await, WriteObject, KeepTrackOf).Write(filter);

    /// <summary>Writes an error for each name that was asked for and that nothing has, as Get- cmdlets do; not when -First ended the list early.</summary>
    private protected void WriteMissing(NamePattern? names, string what, string remedy)
    {
        if (names is null || PagingParameters.First != ulong.MaxValue)
        {
            return;
        }

        foreach (var name in names.Missing)
        {
            WriteError(new ChataloException(ErrorKind.NotFound, $"There is no {what} named '{name}'.", remedy), name);
        }
    }

    /// <summary>Handles several values of one parameter; what fails for one leaves the others.</summary>
    private protected void WriteEach(IEnumerable<string> values, Action<string> write)
    {
        foreach (var value in values)
        {
            try
            {
                write(value);
            }
            catch (ChataloException e) when (!StopToken.IsCancellationRequested)
            {
                WriteError(e, value);
            }
        }
    }

    private Session Resolve()
    {
        var session = Session ?? CurrentSession.Value
            ?? throw new ChataloException(ErrorKind.InvalidInput, "There is no session in this runspace.", "Run Connect-Chatalo first, or give -Session.");
        return session.IsConnected
            ? session
            : throw new ChataloException(ErrorKind.InvalidInput, $"The session with {session.BaseUri} is disconnected.", "Run Connect-Chatalo.");
    }
}
