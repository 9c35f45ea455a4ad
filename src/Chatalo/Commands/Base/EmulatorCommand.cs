using System.Management.Automation;

namespace Chatalo.Commands;

/// <summary>A cmdlet that looks at, or meddles with, a running emulator.</summary>
public abstract class EmulatorCommand : ChataloCommand
{
    /// <summary>The emulator; by default the one that this runspace started last.</summary>
    [Parameter(ValueFromPipeline = true)]
    [ValidateNotNull]
    public EmulatorInstance? Emulator { get; set; }

    private protected EmulatorInstance ActiveEmulator => Emulator ?? RunningEmulators.Mine.LastOrDefault()
        ?? throw new ChataloException(ErrorKind.NotFound, "No emulator runs in this runspace.", "Run Start-ChataloEmulator first, or give -Emulator.");
}
