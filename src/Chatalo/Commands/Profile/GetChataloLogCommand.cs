using System.Management.Automation;
using Chatalo.Binding;
using Chatalo.Client;

namespace Chatalo.Commands;

/// <summary>Lists the account's history, newest first.</summary>
[Cmdlet(VerbsCommon.Get, "ChataloLog", SupportsPaging = true)]
[OutputType(typeof(LogEntry))]
public sealed class GetChataloLogCommand : SessionCommand
{
    /// <summary>Only this action, such as "Update API Key".</summary>
    [Parameter(Position = 0)]
    [ValidateNotNullOrEmpty]
    public string? Action { get; set; }

    /// <summary>Only from this address.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? IPAddress { get; set; }

    /// <summary>Only from this time on.</summary>
    [Parameter]
    [InvariantArgument(typeof(DateTimeOffset))]
    public DateTimeOffset? After { get; set; }

    /// <summary>Only up to this time.</summary>
    [Parameter]
    [InvariantArgument(typeof(DateTimeOffset))]
    public DateTimeOffset? Before { get; set; }

    /// <inheritdoc />
    protected override void Process()
    {
        var filter = new LogFilter(Action, IPAddress, After, Before);
        // The gateway filters by the minute; the seconds are ours.
        Func<LogEntry, bool>? within = After is null && Before is null
            ? null
            : entry => entry.Date is not { } date || (!(date < After) && !(date > Before));
        WritePages((page, context) => new ProfileApi(Client).ListLogsAsync(filter, page, context), within);
    }
}
