using System.Diagnostics;
using Chatalo.Emulator;

namespace Chatalo.UnitTests.Emulator;

public class ContractTests
{
    [ContractFact]
    public async Task SpeaksTheApiAsItsVendorDocumentsIt()
    {
        using var server = EmulatorServer.Start();
        var start = new ProcessStartInfo(ContractFactAttribute.Node!) { RedirectStandardOutput = true, RedirectStandardError = true };
        string[] arguments = [ContractFactAttribute.CheckScript!, server.BaseUri.ToString(), server.Options.PublicKey, server.Options.SecretKey];
        Array.ForEach(arguments, start.ArgumentList.Add);

        using var check = Process.Start(start)!;
        var errors = check.StandardError.ReadToEndAsync();
        var output = await check.StandardOutput.ReadToEndAsync();
        await check.WaitForExitAsync();

        Assert.True(check.ExitCode == 0, output + await errors);
        Assert.EndsWith(" passed, 0 failed", output.TrimEnd());
    }
}
