using System.Net.Sockets;
using System.Runtime.InteropServices;
using Chatalo.Emulator;

if (args is ["-h" or "--help" or "-?"])
{
    Console.WriteLine(CommandLine.Usage);
    return 0;
}

try
{
    using var emulator = EmulatorServer.Start(CommandLine.Read(args));
    using var ended = new ManualResetEventSlim();
    using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, End);
    using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, End);

    Console.WriteLine($"Base address  {emulator.BaseUri}");
    Console.WriteLine($"Public key    {emulator.Options.PublicKey}");
    Console.WriteLine($"Secret key    {emulator.Options.SecretKey}");
    Console.WriteLine($"Ready device  {EmulatorServer.ReadyDeviceId}");
    Console.WriteLine("Ctrl+C ends it.");
    ended.Wait(Timeout.Infinite);
    Console.WriteLine($"{emulator.RequestCount} requests, {emulator.MessageCount} messages delivered");
    return 0;

    void End(PosixSignalContext signal)
    {
        // The emulator closes its connections first; the process would end without that.
        signal.Cancel = true;
        ended.Set();
    }
}
catch (Exception e) when (e is ArgumentException or SocketException)
{
    Console.Error.WriteLine(e.Message);
    Console.Error.WriteLine(CommandLine.Usage);
    return 2;
}
