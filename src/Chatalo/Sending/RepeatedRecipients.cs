using System.Globalization;
using Chatalo.Contacts;

namespace Chatalo.Sending;

/// <summary>Finds the people who are in a list more than once. They are looked for at the end: a list of a million needs no table beside it until then.</summary>
internal static class RepeatedRecipients
{
    /// <summary>What to warn of; null where nobody is in the list twice.</summary>
    /// <param name="numbers">The recipients in the order of the inputs; 0 for none.</param>
    public static string? Describe(NumberList numbers)
    {
        var people = new ulong[numbers.Count];
        for (var i = 0; i < people.Length; i++)
        {
            people[i] = PersonOf(numbers[i]);
        }

        Array.Sort(people);
        var repeats = 0;
        var repeated = new HashSet<ulong>();
        for (var i = 1; i < people.Length; i++)
        {
            if (people[i] > 0 && people[i] == people[i - 1])
            {
                repeats++;
                repeated.Add(people[i]);
            }
        }

        return repeats == 0 ? null : Sentence(repeats, repeated.Count, First(numbers, repeated));
    }

    private static (ulong Number, int Before, int Position) First(NumberList numbers, HashSet<ulong> repeated)
    {
        var seen = new Dictionary<ulong, int>();
        for (var i = 0; i < numbers.Count; i++)
        {
            var person = PersonOf(numbers[i]);
            if (!repeated.Contains(person))
            {
                continue;
            }

            if (seen.TryGetValue(person, out var before))
            {
                return (numbers[i], before, i + 1);
            }

            seen.Add(person, i + 1);
        }

        return default;
    }

    private static string Sentence(int repeats, int people, (ulong Number, int Before, int Position) first) => string.Format(
        CultureInfo.InvariantCulture,
        "{0} for somebody who is in the list before ({1}); the first is +{2}, as inputs {3:N0} and {4:N0}. Each input is sent. Import-ChataloContact drops repeated rows, and with -Campaign each recipient gets one message.",
        repeats == 1 ? "1 input is" : $"{repeats:N0} inputs are", people == 1 ? "1 recipient" : $"{people:N0} recipients", first.Number, first.Before, first.Position);

    private static ulong PersonOf(ulong number)
    {
        // Only numbers of 12 digits that begin with 5 have two forms; all others need not become texts.
        return number is >= 500_000_000_000 and < 600_000_000_000
            ? ulong.Parse(WhatsAppNumberRules.ToIdentity(number.ToString(CultureInfo.InvariantCulture)), CultureInfo.InvariantCulture)
            : number;
    }
}
