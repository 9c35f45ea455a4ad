using System.Collections;
using System.Management.Automation;
using System.Net;
using System.Security;
using Chatalo.Binding;
using Chatalo.Client;
using Chatalo.Completion;
using Chatalo.Contacts;
using Chatalo.Text;

namespace Chatalo.Commands;

/// <summary>Makes a session with the gateway and keeps it as this runspace's.</summary>
[Cmdlet(VerbsCommunications.Connect, "Chatalo", DefaultParameterSetName = EnvironmentSet)]
[OutputType(typeof(Session))]
public sealed class ConnectChataloCommand : ChataloCommand
{
    private const string KeySet = "Key";
    private const string CredentialSet = "Credential";
    private const string EnvironmentSet = "Environment";
    private const string Indonesia = "ID";

    /// <summary>The public key, from the Member Area under Integration &gt; API Key &amp; Apps.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = KeySet, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string? PublicKey { get; set; }

    /// <summary>The secret key: a SecureString, or plain text.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = KeySet, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [SecretArgument]
    public SecureString? SecretKey { get; set; }

    /// <summary>Both keys: the user name is the public key, the password is the secret key.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = CredentialSet, ValueFromPipeline = true)]
    [CredentialArgument]
    [ValidateNotNull]
    public PSCredential? Credential { get; set; }

    /// <summary>
    /// A connection asset of Azure Automation, as Get-AutomationConnection gives it: a table with PublicKey and SecretKey, and if you like BaseUri
    /// and Device, which count where the parameter of that name is not given.
    /// </summary>
    [Parameter(ParameterSetName = EnvironmentSet)]
    [ValidateNotNull]
    public IDictionary? Connection { get; set; }

    /// <summary>The gateway's address; https, or http on this machine.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AddressArgument]
    [ValidateNotNull]
    public Uri? BaseUri { get; set; }

    /// <summary>The device that cmdlets use when they are given none.</summary>
    [Parameter]
    [DeviceArgument]
    [ValidateNotNullOrEmpty]
    public string? Device { get; set; }

    /// <summary>The region of numbers without a country code: two letters, such as ID.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(RegionCompleter))]
    public string DefaultRegion { get; set; } = Indonesia;

    /// <summary>The offset of the times that the gateway gives without a zone.</summary>
    [Parameter]
    [UtcOffsetArgument]
    public TimeSpan UtcOffset { get; set; } = TimeSpan.FromHours(7);

    /// <summary>How long one attempt may take, in seconds.</summary>
    [Parameter]
    [ValidateRange(0.1, 3600.0)]
    [InvariantArgument(typeof(double))]
    public double TimeoutSec { get; set; } = 30;

    /// <summary>How often one call may be tried again.</summary>
    [Parameter]
    [ValidateRange(0, 100)]
    [InvariantArgument(typeof(int))]
    public int MaximumRetryCount { get; set; } = 5;

    /// <summary>The length of the gateway's rate window, in seconds: 60 at the vendor.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateRange(0.1, 86400.0)]
    [InvariantArgument(typeof(double))]
    public double RateLimitWindowSec { get; set; } = 60;

    /// <summary>The store of campaigns and opt-outs that cmdlets use when they are given none: a path, or a connection string of PostgreSQL.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Store { get; set; }

    /// <summary>The proxy; by default the system's.</summary>
    [Parameter]
    [AddressArgument]
    [ValidateNotNull]
    public Uri? Proxy { get; set; }

    /// <summary>Does not ask the gateway whether it knows the keys and the device.</summary>
    [Parameter]
    public SwitchParameter SkipCheck { get; set; }

    /// <inheritdoc />
    protected override void Process()
    {
        try
        {
            Connect();
        }
        catch (ChataloException e)
        {
            // Without a session nothing that follows can work.
            ThrowTerminatingError(ErrorRecords.From(e, BaseUri?.OriginalString.IndexOfAny(['@', '?', '#']) >= 0 ? CommandLine.Address(BaseUri) : BaseUri ?? (object)GatewayOptions.DefaultBaseUri));
        }
    }

    private void Connect()
    {
        var asset = Connection is null ? null : new ConnectionFields(Connection);
        var credential = ReadKeys(asset);
        var options = new GatewayOptions
        {
            BaseUri = GatewayAddress.Check(Unquote(BaseUri) ?? ReadAddress(asset?.BaseUri) ?? GatewayOptions.DefaultBaseUri),
            Timeout = TimeSpan.FromSeconds(TimeoutSec),
            MaximumRetryCount = MaximumRetryCount,
            RateWindow = TimeSpan.FromSeconds(RateLimitWindowSec),
            UtcOffset = GatewayAddress.CheckOffset(UtcOffset),
            Proxy = GatewayAddress.CheckProxy(Proxy),
        };
        var session = new Session(new GatewayClient(options, credential), credential, new SessionDefaults(Device ?? Unquote(asset?.Device), ReadRegion(), Store));
        var kept = false;
        try
        {
            if (!SkipCheck)
            {
                Check(session);
            }

            CurrentSession.Value = session;
            kept = true;
        }
        finally
        {
            if (!kept)
            {
                session.Dispose();
            }
        }

        WriteObject(session);
    }

    private void Check(Session session)
    {
        var profile = Await(new ProfileApi(session.Client).GetAsync(Context));
        session.Account = profile.ToString();
        // The profile names the devices already; only where it does not name this one are they asked for.
        if (session.Device is { } device && !profile.AssignedDevices.Any(assigned => assigned.Id == device))
        {
            Await(session.Devices.CheckAsync(device, session.Client, Context));
        }
    }

    // The numbering plans are large: who keeps to the default does not wait for them here.
    private string ReadRegion()
    {
        var region = DefaultRegion.Trim().ToUpperInvariant();
        return region == Indonesia || PhoneLibrary.GetCallingCode(region) > 0
            ? region
            : throw new ChataloException(
                ErrorKind.InvalidInput, $"{DisplayText.Quote(DefaultRegion)} is not a region with phone numbers.", "Give -DefaultRegion two letters, such as ID or SG.");
    }

    private static Uri? ReadAddress(string? text)
    {
        if (Unquote(text) is not { } address)
        {
            return null;
        }

        return Uri.TryCreate(address, UriKind.Absolute, out var uri)
            ? uri
            : throw new ChataloException(ErrorKind.InvalidInput, $"The connection's BaseUri {DisplayText.Quote(address)} is not an address.", "Correct the asset.");
    }

    private GatewayCredential ReadKeys(ConnectionFields? asset) => ParameterSetName switch
    {
        KeySet => Keys(PublicKey, new NetworkCredential("", SecretKey).Password),
        CredentialSet => Keys(Credential!.UserName, Credential.GetNetworkCredential().Password),
        _ when asset is not null => Keys(asset.PublicKey, asset.SecretKey),
        _ => Keys(Environment.GetEnvironmentVariable("CHATALO_PUBLIC_KEY"), Environment.GetEnvironmentVariable("CHATALO_SECRET_KEY")),
    };

    private static GatewayCredential Keys(string? publicKey, string? secretKey)
    {
        publicKey = Unquote(publicKey);
        secretKey = Unquote(secretKey);
        if (string.IsNullOrWhiteSpace(publicKey) || string.IsNullOrWhiteSpace(secretKey))
        {
            throw new ChataloException(
                ErrorKind.InvalidInput,
                $"The {(string.IsNullOrWhiteSpace(publicKey) ? "public" : "secret")} key is missing.",
                "Give -PublicKey and -SecretKey, -Credential, a -Connection that has both, or set CHATALO_PUBLIC_KEY and CHATALO_SECRET_KEY.");
        }

        RefuseTypeName(publicKey!, "public");
        RefuseTypeName(secretKey!, "secret");
        return new GatewayCredential(HeaderText(publicKey!, "public"), HeaderText(secretKey!, "secret"));
    }

    // What .NET makes of an object whose text is asked for, as when a SecureString is put into quotes.
    private static void RefuseTypeName(string key, string which)
    {
        if (key.StartsWith("System.", StringComparison.Ordinal))
        {
            throw new ChataloException(
                ErrorKind.InvalidInput, $"The {which} key is the name of a type and not a key: an object, such as a SecureString, was turned into text.",
                "Give -SecretKey the SecureString itself, without quotes, or -Credential.");
        }
    }

    // A key with a line break in it, as pasted, would be refused by the HTTP stack with a message that shows it.
    private static string HeaderText(string key, string which) => key.All(c => c is > ' ' and < (char)127)
        ? key
        : throw new ChataloException(ErrorKind.InvalidInput, $"The {which} key holds a character that no key has, such as a space or a line break.");

    // Variables of Azure Automation that were made by a script often hold their JSON form: the text with quotes around it.
    private static string? Unquote(string? text)
    {
        var trimmed = text?.Trim();
        return trimmed is { Length: >= 2 } && trimmed[0] is '"' or '\'' && trimmed[trimmed.Length - 1] == trimmed[0]
            ? trimmed.Substring(1, trimmed.Length - 2)
            : trimmed;
    }

    private static Uri? Unquote(Uri? given)
        => given is { IsAbsoluteUri: false } && Uri.TryCreate(Unquote(given.OriginalString), UriKind.Absolute, out var address) ? address : given;
}
