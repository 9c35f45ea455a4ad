using Chatalo.Emulator;

namespace Chatalo.ModuleTests.Secrets;

/// <summary>An emulator with marked keys, and a folder for what the sweep leaves behind.</summary>
internal sealed class MarkedGateway : IDisposable
{
    /// <param name="hostile">Whether it fails now and then, and then repeats the keys that it was sent.</param>
    public MarkedGateway(bool hostile)
    {
        Server = EmulatorServer.Start(new EmulatorOptions { PublicKey = Sweep.PublicKey, SecretKey = Sweep.SecretKey, RateLimit = 0 });
        File.WriteAllText(Csv, "Nama,Nomor\nBudi,081234567894\nAni,081234567895\nCici,abc\n");
        if (hostile)
        {
            Server.AddFault(new FaultRule
            {
                Every = 3, StatusCode = 500, Body = $$$"""{"meta":{"code":500,"message":"the keys {{{Sweep.PublicKey}}} and {{{Sweep.SecretKey}}}"},"data":{"x":"{{{Sweep.SecretKey}}}"}}""",
            });
            Server.AddFault(new FaultRule { Every = 4, Kind = FaultKind.Html, Body = $"<html>{Sweep.SecretKey}</html>" });
            Server.AddFault(new FaultRule { Every = 5, Kind = FaultKind.ResetAfter });
            Server.AddFault(new FaultRule { Every = 7, StatusCode = 403, Body = $$$"""{"message":"The key {{{Sweep.SecretKey}}} is wrong"}""" });
        }
    }

    public EmulatorServer Server { get; }

    public string Folder { get; } = Directory.CreateTempSubdirectory("chatalo-secrets-").FullName;

    public string Csv => Path.Combine(Folder, "list.csv");

    public string Store => Path.Combine(Folder, "campaigns.db");

    public IEnumerable<(string Name, object? Value)> Variables =>
    [
        ("public", Sweep.PublicKey), ("secret", Sweep.SecretKey), ("gateway", Server.BaseUri.ToString()), ("device", EmulatorServer.ReadyDeviceId), ("store", Store), ("folder", Folder),
        ("csv", Csv), ("media", EmulatorServer.SampleFileEncoded), ("text", Sweep.Text), ("otpText", Sweep.OtpText), ("otpCode", Sweep.OtpCode),
    ];

    public void Dispose()
    {
        Server.Dispose();
        Directory.Delete(Folder, recursive: true);
    }
}
