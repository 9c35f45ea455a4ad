using System.Management.Automation;
using Chatalo.Emulator;
using Chatalo.ModuleTests.Engine;

namespace Chatalo.ModuleTests.Conventions;

/// <summary>The keys are in nothing that a user, a transcript, a log or an export gets to see.</summary>
public sealed class SecretTests : IDisposable
{
    private readonly EmulatedSession _chat = new();

    [Theory]
    [InlineData("$chat | ForEach-Object { \"$_\" }")]
    [InlineData("$chat.PSObject.Properties | ForEach-Object { \"$($_.Name)=$($_.Value)\" }")]
    [InlineData("$chat | ConvertTo-CliXmlText -Depth 6")]
    [InlineData("$chat.GetType().GetProperties() | ForEach-Object { \"$($_.GetValue($chat))\" }")]
    [InlineData("$null = Get-ChataloProfile; $chat.RateLimit | ConvertTo-CliXmlText -Depth 6")]
    public void A_session_holds_no_key(string script)
    {
        var lines = _chat.Invoke(script).Ok().Output.Select(static o => o.ToString()).ToList();

        Assert.NotEmpty(lines);
        Assert.All(lines, RunErrors.HoldsNoSecret);
    }

    [Theory]
    [InlineData("$chat")]
    [InlineData("Get-ChataloSession")]
    public void The_screen_shows_no_key(string script)
    {
        var text = _chat.Session.Text(script);

        Assert.Contains("127.0.0.1", text, StringComparison.Ordinal);
        RunErrors.HoldsNoSecret(text);
    }

    [Theory]
    [InlineData(FaultKind.Status)]
    [InlineData(FaultKind.ResetAfter)]
    [InlineData(FaultKind.Html)]
    [InlineData(FaultKind.Empty)]
    public void Verbose_debug_and_errors_hold_no_key(FaultKind kind)
    {
        _chat.Fault(new FaultRule { Kind = kind, Every = 2 });

        var run = _chat.Invoke("""
            $VerbosePreference = 'Continue'
            Get-ChataloProfile
            # Each request is told once: with both preferences by debug.
            $DebugPreference = 'Continue'
            Get-ChataloDevice; Get-ChataloProfile; Send-ChataloMessage 081234567891 Hi; Send-ChataloMessage 081234567892 Hi; Get-ChataloWebhook
            $Error | ConvertTo-CliXmlText -Depth 6
            $Error | ForEach-Object { "$_ $($_.Exception) $($_.InvocationInfo.Line) $($_.ScriptStackTrace)" }
            """);

        Assert.NotEmpty(run.Debug);
        Assert.NotEmpty(run.Verbose);
        Assert.NotEmpty(run.Errors);
        RunErrors.HoldsNoSecret(string.Join('\n', [.. run.Debug, .. run.Verbose, .. run.Warnings, .. run.Output.Select(static o => $"{o}"), run.Describe()]));
        Assert.All(run.Errors, static e => RunErrors.HoldsNoSecret(PSSerializer.Serialize(e, 6)));
    }

    [Fact]
    public void Debug_shows_method_path_status_and_time_of_each_exchange()
    {
        var run = _chat.Invoke("$DebugPreference = 'Continue'; $null = Send-ChataloMessage 081234567891 'a private text'").Ok();

        var line = Assert.Single(run.Debug, static l => l.Contains("POST", StringComparison.Ordinal));
        Assert.Contains("/messages", line, StringComparison.Ordinal);
        Assert.Contains("200", line, StringComparison.Ordinal);
        Assert.DoesNotContain("private", line, StringComparison.Ordinal);
        Assert.DoesNotContain("6281234567891", line, StringComparison.Ordinal);
    }

    [Fact]
    public void A_gateway_that_repeats_the_keys_in_its_answer_is_not_quoted()
    {
        _chat.Fault(new FaultRule
        {
            Kind = FaultKind.Status, StatusCode = 403, Body = $$$"""{"meta":{"code":403,"message":"The key {{{EmulatorOptions.DefaultSecretKey}}} is wrong"}}""",
        });

        _chat.Invoke("Get-ChataloProfile").OneError("Chatalo.Unauthorized", ErrorCategory.AuthenticationError);
    }

    [Fact]
    public void No_parameter_takes_the_secret_as_plain_text_into_the_history_of_bound_parameters()
    {
        var type = _chat.Invoke("(Get-Command Connect-Chatalo).Parameters['SecretKey'].ParameterType").Single();

        Assert.Equal(typeof(System.Security.SecureString), type.BaseObject);
    }

    public void Dispose() => _chat.Dispose();
}
