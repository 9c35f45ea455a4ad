using System.Collections;
using System.Globalization;

namespace Chatalo.Completion;

/// <summary>Completes a region: two letters, found also by the English name of the country.</summary>
public sealed class RegionCompleter : Completer
{
    private static readonly Lazy<IReadOnlyList<Candidate>> Regions = new(Read);

    private protected override IEnumerable<Candidate> Candidates(IDictionary boundParameters) => Regions.Value;

    private static IReadOnlyList<Candidate> Read() => CultureInfo.GetCultures(CultureTypes.SpecificCultures)
        .Select(c => new RegionInfo(c.Name))
        .Where(r => r.TwoLetterISORegionName.Length == 2 && r.TwoLetterISORegionName.All(char.IsLetter))
        .GroupBy(r => r.TwoLetterISORegionName, StringComparer.Ordinal)
        .Select(g => new Candidate(g.Key, g.First().EnglishName, $"{g.First().EnglishName} ({g.Key})"))
        .OrderBy(c => c.Value, StringComparer.Ordinal)
        .ToList();
}
