using System.Management.Automation;
using System.Net;
using Chatalo.Emulator;
using Chatalo.ModuleTests.Engine;

namespace Chatalo.ModuleTests.Commands.Session;

/// <summary>All ways in, and what is refused at the door. (The environment's way is in <see cref="ConnectFromEnvironmentTests"/>.)</summary>
public sealed class ConnectChataloTests : IDisposable
{
    private const string Keys = "-PublicKey $publicKey -SecretKey $secretKey -BaseUri $gateway";

    private readonly EmulatorServer _gateway = EmulatorServer.Start();
    private readonly ModuleSession _session = new();

    public ConnectChataloTests() => _session.Invoke(
        "0", ("publicKey", EmulatorOptions.DefaultPublicKey), ("secretKey", EmulatorOptions.DefaultSecretKey), ("gateway", _gateway.BaseUri));

    [Fact]
    public void Plain_keys_make_the_session_and_check_it_with_one_request()
    {
        var session = _session.Invoke("Connect-Chatalo " + Keys).Single();

        Assert.Equal("Chatalo.Session", session.BaseObject.GetType().FullName);
        Assert.Equal("Trimun Su", session.Properties["Account"].Value);
        Assert.Equal(true, session.Properties["IsConnected"].Value);
        Assert.Equal(_gateway.BaseUri, session.Properties["BaseUri"].Value);
        Assert.Equal("/profile", Assert.Single(_gateway.Requests).Path);
        Assert.Same(session.BaseObject, _session.Invoke("Get-ChataloSession").Single().BaseObject);
    }

    [Theory]
    [InlineData("Connect-Chatalo -PublicKey $publicKey -SecretKey $secure -BaseUri $gateway")]
    [InlineData("$secure | Connect-Chatalo -PublicKey $publicKey -BaseUri $gateway")]
    public void A_secure_string_is_taken(string script) => _session.Invoke(script, ("secure", new NetworkCredential("", EmulatorOptions.DefaultSecretKey).SecurePassword)).Single();

    [Theory]
    [InlineData("Connect-Chatalo -Credential $credential -BaseUri $gateway")]
    [InlineData("Connect-Chatalo $credential -BaseUri $gateway")]
    [InlineData("$credential | Connect-Chatalo -BaseUri $gateway")]
    public void A_credential_is_taken(string script)
    {
        var credential = new PSCredential(EmulatorOptions.DefaultPublicKey, new NetworkCredential("", EmulatorOptions.DefaultSecretKey).SecurePassword);

        _session.Invoke(script, ("credential", credential)).Single();
    }

    [Fact]
    public void Keys_bind_from_the_properties_of_an_object() => Assert.Equal(
        "Trimun Su",
        _session.Invoke("[pscustomobject]@{ PublicKey = $publicKey; SecretKey = $secretKey; BaseUri = $gateway } | Connect-Chatalo").Single().Properties["Account"].Value);

    [Fact]
    public void Pasted_keys_lose_the_line_break_at_their_end() => _session.Invoke("Connect-Chatalo -PublicKey \" $publicKey`r`n\" -SecretKey \"$secretKey`n\" -BaseUri $gateway").Single();

    [Theory]
    [InlineData("Connect-Chatalo -PublicKey $publicKey -SecretKey ($secretKey.Insert(9, \"`r`n\")) -BaseUri $gateway")]
    [InlineData("Connect-Chatalo -PublicKey ($publicKey.Insert(9, \"`n\")) -SecretKey $secretKey -BaseUri $gateway")]
    [InlineData("Connect-Chatalo -PublicKey $publicKey -SecretKey ($secretKey + [char]0xE9) -BaseUri $gateway")]
    [InlineData("Connect-Chatalo -PublicKey $publicKey -SecretKey ' ' -BaseUri $gateway")]
    [InlineData("Connect-Chatalo -PublicKey $publicKey -SecretKey '' -BaseUri $gateway")]
    public void A_key_that_is_none_is_refused_before_a_call(string script)
    {
        _session.Invoke(script).OneError("Chatalo.InvalidInput", ErrorCategory.InvalidArgument);

        Assert.Empty(_gateway.Requests);
        Assert.Empty(_session.Invoke("Get-ChataloSession").Ok().Output);
    }

    [Theory]
    [InlineData("@{ PublicKey = $publicKey; SecretKey = $secretKey; BaseUri = \"$gateway\"; Device = 'Andi - CS' }")]
    [InlineData("@{ publickey = $publicKey; secretkey = $secretKey; baseuri = \"`\"$gateway`\"\"; device = '\"Andi - CS\"'; Other = 1 }")]
    public void A_connection_asset_has_all_that_is_needed(string asset)
    {
        var session = _session.Invoke("Connect-Chatalo -Connection " + asset).Single();

        Assert.Equal(_gateway.BaseUri, session.Properties["BaseUri"].Value);
        Assert.Equal("Andi - CS", session.Properties["Device"].Value);
    }

    [Theory]
    [InlineData("@{}")]
    [InlineData("@{ PublicKey = $publicKey }")]
    [InlineData("@{ PublicKey = $publicKey; SecretKey = '\"\"' }")]
    [InlineData("@{ PublicKey = $publicKey; SecretKey = $secretKey; BaseUri = 'nowhere' }")]
    public void A_connection_asset_that_lacks_something_is_refused(string asset)
        => _session.Invoke("Connect-Chatalo -Connection " + asset).OneError("Chatalo.InvalidInput", ErrorCategory.InvalidArgument);

    [Fact]
    public void One_pair_of_stray_quotes_around_a_key_or_the_address_is_dropped() => Assert.Equal(
        _gateway.BaseUri,
        _session.Invoke("Connect-Chatalo -PublicKey \"`\"$publicKey`\"\" -SecretKey \"'$secretKey'\" -BaseUri \"`\"$gateway`\"\"").Single().Properties["BaseUri"].Value);

    [Theory]
    [InlineData("(, $secretKey)")]
    [InlineData("@{ Key = $secretKey }")]
    [InlineData("$null")]
    public void What_is_no_key_is_refused_without_showing_it(string value)
    {
        var run = _session.Invoke($"Connect-Chatalo -PublicKey $publicKey -SecretKey {value} -BaseUri $gateway");

        Assert.Empty(run.Output);
        Assert.StartsWith("ParameterArgumentTransformationError", Assert.Single(run.ErrorIds), StringComparison.Ordinal);
        RunErrors.HoldsNoSecret(run.Describe());
    }

    [Fact]
    public void Wrong_keys_are_an_error_and_the_session_before_stays()
    {
        _session.Invoke("$first = Connect-Chatalo " + Keys).Ok();

        var run = _session.Invoke("Connect-Chatalo -PublicKey $publicKey -SecretKey 'WRONG-SECRET-KEY' -BaseUri $gateway");

        var error = run.OneError("Chatalo.Unauthorized", ErrorCategory.AuthenticationError);
        Assert.DoesNotContain("WRONG-SECRET-KEY", error.Exception.ToString(), StringComparison.Ordinal);
        Assert.Equal(_gateway.BaseUri, error.TargetObject);
        Assert.Empty(run.Output);
        Assert.Equal(true, _session.Invoke("$first.Equals((Get-ChataloSession)) -and $first.IsConnected").Single().BaseObject);
    }

    [Fact]
    public void A_failed_check_ends_the_script_block_that_catches_it() => Assert.Equal(
        ["Chatalo.Unauthorized"],
        _session.Invoke("try { Connect-Chatalo $publicKey 'WRONG-SECRET-KEY' -BaseUri $gateway; 'went on' } catch { $_.FullyQualifiedErrorId.Split(',')[0] }").Values<string>());

    [Theory]
    [InlineData("http://gateway.example/api/v1")]
    [InlineData("http://192.0.2.7/api/v1")]
    [InlineData("ftp://127.0.0.1/api/v1")]
    [InlineData("https://user:sesame@127.0.0.1/api/v1")]
    [InlineData("api/v1")]
    public void An_address_that_would_show_the_keys_is_refused(string address)
    {
        var error = _session.Invoke("Connect-Chatalo $publicKey $secretKey -BaseUri $address", ("address", address)).OneError("Chatalo.InvalidInput", ErrorCategory.InvalidArgument);

        Assert.DoesNotContain("sesame", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void SkipCheck_asks_nothing()
    {
        Assert.Null(_session.Invoke($"Connect-Chatalo {Keys} -SkipCheck").Single().Properties["Account"].Value);

        Assert.Empty(_gateway.Requests);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("ftp://127.0.0.1:21")]
    public void A_proxy_that_is_none_is_refused(string proxy) =>
        _session.Invoke($"Connect-Chatalo {Keys} -Proxy $proxy", ("proxy", proxy)).OneError("Chatalo.InvalidInput", ErrorCategory.InvalidArgument);

    [Fact]
    public void A_proxy_that_does_not_answer_is_named_as_unreachable() => _session
        .Invoke("Connect-Chatalo $publicKey $secretKey -BaseUri https://gateway.invalid/api/v1 -Proxy http://127.0.0.1:1 -MaximumRetryCount 0")
        .OneError("Chatalo.Unreachable", ErrorCategory.ConnectionError);

    [Fact]
    public void A_gateway_that_is_not_there_is_unreachable()
    {
        var address = _gateway.BaseUri;
        _gateway.Dispose();

        _session.Invoke("Connect-Chatalo $publicKey $secretKey -BaseUri $address -MaximumRetryCount 0", ("address", address))
            .OneError("Chatalo.Unreachable", ErrorCategory.ConnectionError);
    }

    [Fact]
    public void A_web_page_instead_of_the_api_is_an_unexpected_answer()
    {
        _gateway.AddFault(new FaultRule { Kind = FaultKind.Html });

        _session.Invoke("Connect-Chatalo " + Keys).OneError("Chatalo.UnexpectedAnswer", ErrorCategory.ProtocolError);
    }

    [Theory]
    [InlineData("-UtcOffset 20:00:00")]
    [InlineData("-UtcOffset 00:00:30")]
    [InlineData("-DefaultRegion Atlantis")]
    public void A_setting_that_is_none_is_refused(string setting) =>
        _session.Invoke($"Connect-Chatalo {Keys} {setting}").OneError("Chatalo.InvalidInput", ErrorCategory.InvalidArgument);

    [Fact]
    public void The_settings_are_in_the_session()
    {
        var session = _session.Invoke(
            $"Connect-Chatalo {Keys} -Device 'Andi - CS' -DefaultRegion sg -UtcOffset 08:00 -TimeoutSec 2.5 -MaximumRetryCount 3 -SkipCheck -Proxy http://me:word@127.0.0.1:3128").Single();

        Assert.Equal("Andi - CS", session.Properties["Device"].Value);
        Assert.Equal("SG", session.Properties["DefaultRegion"].Value);
        Assert.Equal(TimeSpan.FromHours(8), session.Properties["UtcOffset"].Value);
        Assert.Equal(2.5, session.Properties["TimeoutSec"].Value);
        Assert.Equal(3, session.Properties["MaximumRetryCount"].Value);
        Assert.Equal("http://127.0.0.1:3128", session.Properties["Proxy"].Value);
    }

    [Fact]
    public void Every_request_says_who_asks_and_that_it_takes_json()
    {
        _session.Invoke("Connect-Chatalo " + Keys).Ok();

        var request = Assert.Single(_gateway.Requests);
        Assert.Equal("application/json", request.Accept);
        Assert.StartsWith("Chatalo/", request.UserAgent, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _session.Dispose();
        _gateway.Dispose();
    }
}
