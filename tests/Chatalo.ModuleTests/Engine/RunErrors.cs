using System.Management.Automation;
using Chatalo.Emulator;

namespace Chatalo.ModuleTests.Engine;

/// <summary>What every error of the module is held to.</summary>
public static class RunErrors
{
    /// <summary>The one error of a run: with its id, category and a recommended action; no stack trace and no key in what a user sees.</summary>
    public static ErrorRecord OneError(this Run run, string id, ErrorCategory category)
    {
        var error = Assert.Single(run.Errors.Append(run.TerminatingError).OfType<ErrorRecord>());
        Check(error, id, category);
        return error;
    }

    /// <summary>Holds an error to the rules.</summary>
    public static void Check(ErrorRecord error, string id, ErrorCategory category)
    {
        Assert.Equal(id, error.FullyQualifiedErrorId.Split(',')[0]);
        Assert.Equal(category, error.CategoryInfo.Category);
        Assert.False(string.IsNullOrWhiteSpace(error.ErrorDetails?.RecommendedAction), "There is no recommended action.");
        HoldsNoSecret(error.ToString());
        HoldsNoSecret(error.ErrorDetails!.RecommendedAction);
        HoldsNoSecret(error.Exception.ToString());
        Assert.DoesNotContain("   at ", error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.ToString());
    }

    /// <summary>Neither key stands in a text.</summary>
    public static void HoldsNoSecret(string text)
    {
        Assert.DoesNotContain(EmulatorOptions.DefaultSecretKey, text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(EmulatorOptions.DefaultPublicKey, text, StringComparison.OrdinalIgnoreCase);
    }
}
