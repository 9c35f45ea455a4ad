using System.Management.Automation;

namespace Chatalo.Commands;

/// <summary>Stops an emulator, by default all that this runspace started.</summary>
[Cmdlet(VerbsLifecycle.Stop, "ChataloEmulator", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low)]
[OutputType(typeof(void))]
public sealed class StopChataloEmulatorCommand : ChataloCommand
{
    /// <summary>The emulator; by default all that this runspace started.</summary>
    [Parameter(ValueFromPipeline = true)]
    [ValidateNotNull]
    public EmulatorInstance? Emulator { get; set; }

    /// <inheritdoc />
    protected override void Process()
    {
        foreach (var emulator in Emulator is { } one ? [one] : RunningEmulators.Mine)
        {
            if (ShouldProcess(emulator.BaseUri.Authority, "Stop emulator"))
            {
                emulator.Dispose();
            }
        }
    }
}
