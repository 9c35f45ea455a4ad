using System.Globalization;
using CsCheck;

namespace Chatalo.UnitTests.Fuzzing;

/// <summary>
/// How many inputs each property is tried with: some, so that every run of the tests does it; or its share of
/// <c>CHATALO_FUZZ_ITERATIONS</c>, the number for all of them together.
/// </summary>
internal static class Fuzz
{
    public const string Variable = "CHATALO_FUZZ_ITERATIONS";

    /// <summary>The sum of all shares; kept by <see cref="FuzzShareTests"/>.</summary>
    public const int Whole = 100;

    private const int OrdinaryInputs = 20_000;

    /// <summary>Tries inputs; the first that brings an exception is made small and shown, with the seed that makes it again.</summary>
    public static void Inputs<T>(this Gen<T> inputs, Action<T> act, [System.Runtime.CompilerServices.CallerMemberName] string property = "", Func<T, string>? print = null)
        => inputs.Sample(act, iter: Count(FuzzShares.Of(property)), threads: 1, print: print!);

    private static long Count(int share)
    {
        var total = long.TryParse(Environment.GetEnvironmentVariable(Variable), NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : OrdinaryInputs;
        return Math.Max(total * share / Whole, 1);
    }
}
