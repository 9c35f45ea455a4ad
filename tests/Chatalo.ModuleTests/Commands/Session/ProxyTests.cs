using System.Net;
using System.Net.Sockets;
using Chatalo.ModuleTests.Engine;
using Chatalo.ModuleTests.HostProgram;

namespace Chatalo.ModuleTests.Commands.Session;

/// <summary>A proxy is used, and hears nothing but where to connect.</summary>
public sealed class ProxyTests : IDisposable
{
    private const string Connect =
        "Connect-Chatalo -PublicKey MARKED-PUBLIC-KEY -SecretKey MARKED-SECRET-KEY -BaseUri https://gateway.invalid/api/v1 -MaximumRetryCount 0 -TimeoutSec 20";

    private readonly TcpListener _proxy = new(IPAddress.Loopback, 0);
    private readonly Task<string> _heard;

    public ProxyTests()
    {
        _proxy.Start();
        _heard = HearAsync();
    }

    private string Address => $"http://127.0.0.1:{((IPEndPoint)_proxy.LocalEndpoint).Port}";

    [Fact]
    public async Task The_one_that_is_given()
    {
        using var session = new ModuleSession();

        session.Invoke($"{Connect} -Proxy {Address}").OneError("Chatalo.Unreachable", System.Management.Automation.ErrorCategory.ConnectionError);

        Check(await _heard.WaitAsync(TimeSpan.FromSeconds(30)));
    }

    [Fact]
    public async Task The_one_that_the_environment_names()
    {
        var result = await HostProcess.RunAsync(["-Command", Connect], "", new Dictionary<string, string?> { ["HTTPS_PROXY"] = Address, ["NO_PROXY"] = null });

        Check(await _heard.WaitAsync(TimeSpan.FromSeconds(30)));
        Assert.DoesNotContain("MARKED-SECRET-KEY", result.Output + result.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _proxy.Dispose();

    private static void Check(string heard)
    {
        Assert.StartsWith("CONNECT gateway.invalid:443 HTTP/1.1", heard, StringComparison.Ordinal);
        Assert.DoesNotContain("MARKED", heard, StringComparison.Ordinal);
    }

    private async Task<string> HearAsync()
    {
        using var client = await _proxy.AcceptTcpClientAsync();
        var stream = client.GetStream();
        using var reader = new StreamReader(stream, leaveOpen: true);
        var heard = new System.Text.StringBuilder();
        while (await reader.ReadLineAsync() is { Length: > 0 } line)
        {
            heard.Append(line).Append('\n');
        }

        await stream.WriteAsync("HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"u8.ToArray());
        return heard.ToString();
    }
}
