using System.Management.Automation;
using Chatalo.Binding;
using System.Net.Sockets;
using Chatalo.Emulator;

namespace Chatalo.Commands;

/// <summary>Starts an offline gateway on this machine, to try scripts and runbooks against.</summary>
[Cmdlet(VerbsLifecycle.Start, "ChataloEmulator", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low)]
[OutputType(typeof(EmulatorInstance))]
public sealed class StartChataloEmulatorCommand : ChataloCommand
{
    /// <summary>The port on 127.0.0.1; 0 lets the system choose.</summary>
    [Parameter(Position = 0)]
    [ValidateRange(0, 65535)]
    [InvariantArgument(typeof(int))]
    public int Port { get; set; }

    /// <summary>Requests a window; 0 for no limit.</summary>
    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    [InvariantArgument(typeof(int))]
    public int RateLimit { get; set; } = 60;

    /// <summary>The length of the rate window, in seconds.</summary>
    [Parameter]
    [ValidateRange(0.1, 86400.0)]
    [InvariantArgument(typeof(double))]
    public double RateLimitWindowSec { get; set; } = 60;

    /// <summary>How long a code can be scanned, in seconds.</summary>
    [Parameter]
    [ValidateRange(0.1, 86400.0)]
    [InvariantArgument(typeof(double))]
    public double QrLifetimeSec { get; set; } = 60;

    /// <summary>Has every code scanned this long after it was first shown, in seconds; by default nobody scans it.</summary>
    [Parameter]
    [ValidateRange(0.0, 86400.0)]
    [InvariantArgument(typeof(double))]
    public double? AutoScanSec { get; set; }

    /// <inheritdoc />
    protected override void Process()
    {
        if (!ShouldProcess($"127.0.0.1:{Port}", "Start emulator"))
        {
            return;
        }

        var options = new EmulatorOptions
        {
            Port = Port,
            RateLimit = RateLimit,
            RateLimitWindow = TimeSpan.FromSeconds(RateLimitWindowSec),
            QrLifetime = TimeSpan.FromSeconds(QrLifetimeSec),
            AutoScanAfter = AutoScanSec is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
        };
        try
        {
            var emulator = new EmulatorInstance(EmulatorServer.Start(options));
            RunningEmulators.Add(emulator);
            WriteObject(emulator);
        }
        catch (SocketException e)
        {
            throw new ChataloException(
                ErrorKind.InvalidInput, $"The emulator cannot listen on port {Port}: {e.Message}", "Give another -Port, or none.", innerException: e);
        }
    }
}
