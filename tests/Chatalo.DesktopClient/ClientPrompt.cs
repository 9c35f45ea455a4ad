using System.Globalization;
using System.Net;
using Chatalo.Client;
using Chatalo.Sending;

namespace Chatalo.DesktopClient;

/// <summary>What the program can be asked.</summary>
internal sealed class ClientPrompt : IDisposable
{
    private readonly GatewayClient _client;
    private readonly string _device;

    public ClientPrompt(string[] args)
    {
        _device = args[4];
        _client = new GatewayClient(
            new GatewayOptions { BaseUri = new Uri(args[1]), Timeout = TimeSpan.FromSeconds(double.Parse(args[5], CultureInfo.InvariantCulture)) },
            new GatewayCredential(args[2], args[3]));
    }

    public async Task<string> AnswerAsync(string[] command)
    {
        try
        {
            return command[0] switch
            {
                "profile" => (await new ProfileApi(_client).GetAsync(Context)).ToString(),
                "send" => await SendAsync(command[1], command[2]),
                "remove" => (await new DeviceApi(_client).DeleteAsync(command[1], Context)).ToString(),
                "protocols" => ServicePointManager.SecurityProtocol.ToString(),
                "connections" => Describe(ServicePointManager.FindServicePoint(new Uri(command[1]))),
                "assemblies" => string.Join(" ", AppDomain.CurrentDomain.GetAssemblies().Where(a => !a.IsDynamic).Select(a => a.Location)),
                _ => throw new ArgumentException(command[0]),
            };
        }
        catch (ChataloException e)
        {
            return e.Kind.ToString();
        }
    }

    public void Dispose() => _client.Dispose();

    private static CallContext Context => new(CancellationToken.None);

    private static string Describe(ServicePoint point) =>
        $"limit {point.ConnectionLimit}, idle {point.MaxIdleTime}, lifetime {point.ConnectionLeaseTimeout}, expect {point.Expect100Continue}, nagle {point.UseNagleAlgorithm}";

    private async Task<string> SendAsync(string number, string text)
    {
        var message = new OutgoingMessage(_device, new Recipient(number, false), MessageContent.Create(text, null), null);
        var report = await new MessageSender(_client, TimeProvider.System).SendAsync(message, Context);
        return $"{report.Result.Outcome}{report.Result.ErrorId}";
    }
}
