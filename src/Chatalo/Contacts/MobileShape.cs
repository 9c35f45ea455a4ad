using System.Collections.Concurrent;

namespace Chatalo.Contacts;

/// <summary>How long the mobile numbers of a region are and which digits they begin with, without trunk prefix; found by asking the plan.</summary>
internal sealed class MobileShape
{
    private const string Filler = "2345678901234";

    private static readonly ConcurrentDictionary<string, MobileShape> Known = new(StringComparer.Ordinal);

    private readonly HashSet<(int Length, char First)> _forms = [];

    private MobileShape(RegionPlan plan)
    {
        // Three leading digits tell mobile ranges nearly everywhere; what follows is free.
        for (var length = 7; length <= plan.LongestNational && length <= Filler.Length; length++)
        {
            for (var lead = 100; lead < 1000; lead++)
            {
                var digits = lead.ToString(System.Globalization.CultureInfo.InvariantCulture) + Filler.Substring(0, length - 3);
                if (!_forms.Contains((length, digits[0])) && PlanReader.International(plan.Code + digits) is { IsMobile: true })
                {
                    _forms.Add((length, digits[0]));
                }
            }
        }
    }

    public static MobileShape Of(RegionPlan plan) => Known.GetOrAdd(plan.Region, _ => new MobileShape(plan));

    /// <summary>Whether the digits are as long as a mobile number and begin like one, valid or not.</summary>
    public bool Fits(string digits) => _forms.Contains((digits.Length, digits[0]));
}
