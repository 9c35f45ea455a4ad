using System.Management.Automation;
using Chatalo.Binding;
using Chatalo.Emulator;

namespace Chatalo.Commands;

/// <summary>Has an emulator misbehave, to see what a script does then.</summary>
[Cmdlet(VerbsCommon.Set, "ChataloEmulatorFault", DefaultParameterSetName = FaultSet, SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low)]
[OutputType(typeof(void))]
public sealed class SetChataloEmulatorFaultCommand : EmulatorCommand
{
    private const string FaultSet = "Fault";
    private const string ClearSet = "Clear";

    // A field of the enumeration's own type would load the emulator whenever the module is imported.
    private object? _kind;

    /// <summary>
    /// What goes wrong: Status (an HTTP status), ResetBefore or ResetAfter the request is processed, Delay, Truncate, Html or Empty.
    /// </summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = FaultSet)]
    public FaultKind Kind
    {
        get => (FaultKind)(_kind ?? default(FaultKind));
        set => _kind = value;
    }

    /// <summary>Only requests to this path, such as /messages*; wildcards are permitted.</summary>
    [Parameter(Position = 1, ParameterSetName = FaultSet)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string? Path { get; set; }

    /// <summary>The status that a Status fault answers.</summary>
    [Parameter(ParameterSetName = FaultSet)]
    [ValidateRange(200, 599)]
    [InvariantArgument(typeof(int))]
    public int StatusCode { get; set; } = 500;

    /// <summary>The Retry-After header of the answer, in seconds.</summary>
    [Parameter(ParameterSetName = FaultSet)]
    [ValidateRange(0, 86400)]
    [InvariantArgument(typeof(int))]
    public int? RetryAfterSec { get; set; }

    /// <summary>How many requests it meets; by default all.</summary>
    [Parameter(ParameterSetName = FaultSet)]
    [ValidateRange(1, int.MaxValue)]
    [InvariantArgument(typeof(int))]
    public int? Count { get; set; }

    /// <summary>Meets every Nth matching request only.</summary>
    [Parameter(ParameterSetName = FaultSet)]
    [ValidateRange(1, int.MaxValue)]
    [InvariantArgument(typeof(int))]
    public int Every { get; set; } = 1;

    /// <summary>How late the answer is, in milliseconds; goes with every kind.</summary>
    [Parameter(ParameterSetName = FaultSet)]
    [ValidateRange(0, 3_600_000)]
    [InvariantArgument(typeof(int))]
    public int DelayMilliseconds { get; set; }

    /// <summary>Processes the request (a message is delivered) before the faulty answer.</summary>
    [Parameter(ParameterSetName = FaultSet)]
    public SwitchParameter ProcessFirst { get; set; }

    /// <summary>Takes all faults back.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ClearSet)]
    public SwitchParameter Clear { get; set; }

    /// <inheritdoc />
    protected override void Process()
    {
        var server = ActiveEmulator.Server;
        if (!ShouldProcess(server.BaseUri.Authority, ParameterSetName == ClearSet ? "Take faults back" : $"Add fault {Kind}"))
        {
            return;
        }

        if (ParameterSetName == ClearSet)
        {
            server.ClearFaults();
            return;
        }

        server.AddFault(new FaultRule
        {
            Kind = Kind,
            Path = Path,
            StatusCode = StatusCode,
            RetryAfter = RetryAfterSec,
            Count = Count,
            Every = Every,
            DelayMs = DelayMilliseconds,
            ProcessFirst = ProcessFirst,
        });
    }
}
