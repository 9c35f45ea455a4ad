using System.Management.Automation;
using Chatalo.Emulator;
using Chatalo.ModuleTests.Engine;

namespace Chatalo.ModuleTests.Commands.Session;

/// <summary>Keys from the environment, which all tests of the process share: these run one after the other, and no other test connects without keys.</summary>
public sealed class ConnectFromEnvironmentTests : IDisposable
{
    private const string PublicName = "CHATALO_PUBLIC_KEY";
    private const string SecretName = "CHATALO_SECRET_KEY";

    private readonly EmulatorServer _gateway = EmulatorServer.Start();
    private readonly ModuleSession _session = new();
    private readonly string? _publicBefore = Environment.GetEnvironmentVariable(PublicName);
    private readonly string? _secretBefore = Environment.GetEnvironmentVariable(SecretName);

    [Fact]
    public void Keys_come_from_the_environment()
    {
        Set(EmulatorOptions.DefaultPublicKey, EmulatorOptions.DefaultSecretKey);

        Assert.Equal("Trimun Su", Connect().Single().Properties["Account"].Value);
    }

    [Theory]
    [InlineData(null, null, "public")]
    [InlineData(EmulatorOptions.DefaultPublicKey, null, "secret")]
    [InlineData(null, EmulatorOptions.DefaultSecretKey, "public")]
    public void A_missing_key_is_named_with_what_to_do(string? publicKey, string? secretKey, string missing)
    {
        Set(publicKey, secretKey);

        var error = Connect().OneError("Chatalo.InvalidInput", ErrorCategory.InvalidArgument);

        Assert.Contains(missing, error.ToString(), StringComparison.Ordinal);
        Assert.Contains(PublicName, error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        Set(_publicBefore, _secretBefore);
        _session.Dispose();
        _gateway.Dispose();
    }

    private static void Set(string? publicKey, string? secretKey)
    {
        Environment.SetEnvironmentVariable(PublicName, publicKey);
        Environment.SetEnvironmentVariable(SecretName, secretKey);
    }

    private Run Connect() => _session.Invoke("Connect-Chatalo -BaseUri $gateway", ("gateway", _gateway.BaseUri));
}
