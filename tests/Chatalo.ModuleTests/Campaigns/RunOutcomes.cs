using Chatalo.ModuleTests.Engine;

namespace Chatalo.ModuleTests.Campaigns;

/// <summary>The outcomes of what a script sent, whatever their order.</summary>
internal static class RunOutcomes
{
    public static IEnumerable<string> Outcomes(this Run run) => run.Property("Outcome").Select(static o => $"{o}").Order(StringComparer.Ordinal);
}
