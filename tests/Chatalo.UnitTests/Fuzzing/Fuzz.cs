using CsCheck;

namespace Chatalo.UnitTests.Fuzzing;

/// <summary>
/// How many inputs each property is tried with: some, so that every run of the tests does it; or its share of
/// <see cref="Properties.Variable"/>, the number for all of them together.
/// </summary>
internal static class Fuzz
{
    /// <summary>The sum of all shares; kept by <see cref="FuzzShareTests"/>.</summary>
    public const int Whole = 100;

    /// <summary>Tries inputs; the first that brings an exception is made small and shown, with the seed that makes it again.</summary>
    public static void Inputs<T>(this Gen<T> inputs, Action<T> act, [System.Runtime.CompilerServices.CallerMemberName] string property = "", Func<T, string>? print = null)
        => inputs.Sample(act, Math.Max(Properties.OrdinaryInputs * FuzzShares.Of(property) / Whole, 1), threads: 1, print, property);
}
