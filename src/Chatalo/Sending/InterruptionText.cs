using System.Globalization;

namespace Chatalo.Sending;

/// <summary>Says what became of a send that was stopped.</summary>
internal static class InterruptionText
{
    // More are looked up in the session.
    private const int MostNamed = 5;

    public static string Describe(IReadOnlyList<InterruptedInput> inputs, bool isCampaign)
    {
        var counts = string.Join(", ", new[]
        {
            Count(inputs, InterruptedOutcome.Sent, "sent"), Count(inputs, InterruptedOutcome.Unknown, "unknown (maybe delivered)"),
            Count(inputs, InterruptedOutcome.Failed, "failed"), Count(inputs, InterruptedOutcome.Skipped, "skipped"), Count(inputs, InterruptedOutcome.NotSent, "not sent"),
        }.Where(static text => text is not null));
        var unknown = inputs.Where(static input => input.Outcome == InterruptedOutcome.Unknown).Select(static input => input.Number ?? input.GroupId).Take(MostNamed).ToArray();
        var named = unknown.Length == 0 ? "" : $" Unknown: {string.Join(", ", unknown)}{(inputs.Count(static i => i.Outcome == InterruptedOutcome.Unknown) > MostNamed ? ", …" : "")}.";
        return isCampaign
            ? $"Stopped with {inputs.Count:N0} under way: {counts}.{named} (Get-ChataloSession).Interrupted has them; the campaign's store has all, and the same command goes on."
            : string.Format(
                CultureInfo.InvariantCulture,
                "Stopped after {0:N0} {1}: {2}.{3} (Get-ChataloSession).Interrupted has these in their order. Inputs that had not reached the command are not among them: it cannot know of any. "
                + "Sending the whole list again would send twice; with -Campaign NAME the same command goes on where it stopped. See about_Chatalo_Sending.",
                inputs.Count, inputs.Count == 1 ? "input" : "inputs", counts, named);
    }

    private static string? Count(IReadOnlyList<InterruptedInput> inputs, InterruptedOutcome outcome, string word)
    {
        var count = inputs.Count(input => input.Outcome == outcome);
        return count == 0 ? null : string.Format(CultureInfo.InvariantCulture, "{0:N0} {1}", count, word);
    }
}
