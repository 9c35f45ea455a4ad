using System.Management.Automation;
using Chatalo.ModuleTests.Engine;

namespace Chatalo.ModuleTests.Secrets;

/// <summary>Every cmdlet at its most talkative, with marked keys, texts and one-time passwords: then everything is searched.</summary>
public sealed class SecretSweepTests
{
    private const string Preferences = "$VerbosePreference = $DebugPreference = 'Continue'\n";

    // Given on each command, which makes the engine say what ShouldProcess is asked too.
    private const string Switches = "$PSDefaultParameterValues['*-Chatalo*:Verbose'] = $PSDefaultParameterValues['*-Chatalo*:Debug'] = $true\n";

    [Theory]
    [InlineData(false, Preferences)]
    [InlineData(true, Preferences)]
    [InlineData(false, Switches)]
    [InlineData(true, Switches)]
    public void No_stream_error_export_or_store_holds_a_key_and_no_log_a_text(bool hostile, string talk)
    {
        using var gateway = new MarkedGateway(hostile);
        using var session = new ModuleSession();
        session.Invoke(
            talk + "$InformationPreference = $WarningPreference = 'Continue'", [.. gateway.Variables]).Ok();

        var run = session.Invoke(Sweep.Script);

        Assert.True(run.Output.Count > 30 || hostile, "The sweep did not get far.");
        Assert.NotEmpty(run.Errors);
        Assert.NotEmpty(run.Debug);
        Assert.True(talk != Switches || run.Verbose.Any(static line => line.Contains("Send text of", StringComparison.Ordinal)), "No switch was given.");
        var spoken = string.Join('\n', [.. run.Verbose, .. run.Debug, .. run.Warnings, .. run.Information, .. run.Progress.Select(static p => $"{p} {p.StatusDescription} {p.CurrentOperation}")]);
        var errors = string.Join('\n', run.Errors.Select(static e => $"{e} {e.ErrorDetails} {e.Exception} {e.CategoryInfo} {e.InvocationInfo?.Line} {e.ScriptStackTrace}"));
        // What a result is about is the target of its error: the text is in it, as in the result.
        var exports = string.Join('\n', run.Output.Cast<object>().Concat(run.Errors).Select(static o => PSSerializer.Serialize(o, 3)));
        var properties = string.Join('\n', run.Output.SelectMany(Properties));
        Sweep.HoldsNone([.. Sweep.Keys, .. Sweep.Texts], spoken, "A log");
        Sweep.HoldsNone([.. Sweep.Keys, .. Sweep.Texts], errors, "An error");
        Sweep.HoldsNone(Sweep.Keys, exports, "An export");
        Sweep.HoldsNone(Sweep.Keys, properties, "An object");
        Sweep.HoldsNone(Sweep.Keys, session.Text("$chat, (Get-ChataloSession -ErrorAction Ignore), $Error[0..50]"), "The screen");
        Assert.All(Directory.GetFiles(gateway.Folder), static file => Sweep.HoldsNone(Sweep.Keys, ReadShared(file), file));
        // A search that could find nothing would prove nothing.
        Assert.Contains(Sweep.Text, exports, StringComparison.Ordinal);
        Assert.Contains(Sweep.PublicKey, gateway.Variables.Select(static v => v.Value));
    }

    [Fact]
    public void Every_exported_cmdlet_is_swept()
    {
        using var session = new ModuleSession();
        var exported = session.Invoke("(Get-Module Chatalo).ExportedCmdlets.Keys").Ok().Values<string>();

        Assert.All(exported, static name => Assert.Contains(name, Sweep.Script, StringComparison.Ordinal));
    }

    [Fact]
    public void The_search_finds_what_it_looks_for()
    {
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(static () => Sweep.HoldsNone(Sweep.Keys, "x" + Sweep.SecretKey, "here"));
        using var secure = new System.Security.SecureString();
        Sweep.SecretKey.ToList().ForEach(secure.AppendChar);
        if (!OperatingSystem.IsWindows())
        {
            // Where nothing encrypts them, this is how PowerShell exports the secrets that it is handed.
            Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => Sweep.HoldsNone(Sweep.Keys, PSSerializer.Serialize(secure), "here"));
        }
    }

    private static IEnumerable<string> Properties(PSObject item)
    {
        foreach (var property in item.Properties)
        {
            yield return $"{property.Name} : {Value(property)}";
        }
    }

    // A getter that does not apply says so with an exception; what it says is looked at too.
    private static string? Value(PSPropertyInfo property)
    {
        try
        {
            return property.Value?.ToString();
        }
        catch (GetValueException e)
        {
            return e.ToString();
        }
    }

    // The store may still be open.
    private static byte[] ReadShared(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
