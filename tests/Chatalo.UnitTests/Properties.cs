using System.Globalization;
using System.Runtime.CompilerServices;
using CsCheck;

namespace Chatalo.UnitTests;

/// <summary>
/// Tries a property with the same inputs in every run. It stands in the namespace of all tests, where the compiler finds it before CsCheck's <c>Sample</c>: CsCheck begins
/// anywhere, so that a commit that changed nothing could fail; and its seed decides the first input alone.
/// </summary>
/// <remarks>New inputs, and more of them, are searched for with <c>CHATALO_FUZZ_ITERATIONS</c>; an input that was found is made again with <c>CsCheck_Seed</c>.</remarks>
internal static class Properties
{
    public const string Variable = "CHATALO_FUZZ_ITERATIONS";

    /// <summary>How many inputs the fuzzed properties share in an ordinary run; other properties grow in proportion.</summary>
    public const int OrdinaryInputs = 20_000;

    /// <summary>The number of inputs that is asked for; null in an ordinary run.</summary>
    public static long? Asked => long.TryParse(Environment.GetEnvironmentVariable(Variable), NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : null;

    /// <summary>Tries inputs; the first that brings an exception is made small and shown, with the seed that makes it again.</summary>
    /// <param name="inputs">What makes them.</param>
    /// <param name="act">What must not throw.</param>
    /// <param name="iter">How many in an ordinary run.</param>
    /// <param name="threads">How many threads a search may use; an ordinary run has one.</param>
    /// <param name="print">How an input is shown.</param>
    /// <param name="property">Where the sequence of inputs begins: each property has one of its own.</param>
    public static void Sample<T>(this Gen<T> inputs, Action<T> act, long iter = 100, int threads = -1, Func<T, string>? print = null, [CallerMemberName] string property = "")
    {
        if (Check.Seed is not null || Asked is not null)
        {
            var count = Math.Max(iter, iter * (Asked ?? 0) / OrdinaryInputs);
            Check.Sample(inputs, act, iter: count, threads: threads, print: print!);
            return;
        }

        var random = new PCG(0, Start(property));
        for (var left = iter; left > 0; left--)
        {
            var state = random.State;
            try
            {
                act(inputs.Generate(random, null, out _));
            }
            catch (Exception)
            {
                Check.Sample(inputs, act, seed: random.ToString(state), iter: iter, threads: 1, print: print!);
                // Not the second time: it depends on more than its input.
                throw;
            }
        }
    }

    /// <inheritdoc cref="Sample{T}(Gen{T}, Action{T}, long, int, Func{T, string}?, string)" />
    public static void Sample<T>(this Gen<T> inputs, Func<T, bool> holds, long iter = 100, int threads = -1, Func<T, string>? print = null, [CallerMemberName] string property = "")
        => inputs.Sample(input => Assert.True(holds(input)), iter, threads, print, property);

    /// <inheritdoc cref="Sample{T}(Gen{T}, Action{T}, long, int, Func{T, string}?, string)" />
    public static void Sample<T1, T2>(
        this Gen<(T1, T2)> inputs, Action<T1, T2> act, long iter = 100, int threads = -1, Func<(T1, T2), string>? print = null, [CallerMemberName] string property = "")
        => inputs.Sample(i => act(i.Item1, i.Item2), iter, threads, print, property);

    /// <inheritdoc cref="Sample{T}(Gen{T}, Action{T}, long, int, Func{T, string}?, string)" />
    public static void Sample<T1, T2>(
        this Gen<(T1, T2)> inputs, Func<T1, T2, bool> holds, long iter = 100, int threads = -1, Func<(T1, T2), string>? print = null, [CallerMemberName] string property = "")
        => inputs.Sample(i => Assert.True(holds(i.Item1, i.Item2)), iter, threads, print, property);

    /// <inheritdoc cref="Sample{T}(Gen{T}, Action{T}, long, int, Func{T, string}?, string)" />
    public static void Sample<T1, T2, T3>(
        this Gen<(T1, T2, T3)> inputs, Action<T1, T2, T3> act, long iter = 100, int threads = -1, Func<(T1, T2, T3), string>? print = null, [CallerMemberName] string property = "")
        => inputs.Sample(i => act(i.Item1, i.Item2, i.Item3), iter, threads, print, property);

    /// <inheritdoc cref="Sample{T}(Gen{T}, Action{T}, long, int, Func{T, string}?, string)" />
    public static void Sample<T1, T2, T3>(
        this Gen<(T1, T2, T3)> inputs, Func<T1, T2, T3, bool> holds, long iter = 100, int threads = -1, Func<(T1, T2, T3), string>? print = null, [CallerMemberName] string property = "")
        => inputs.Sample(i => Assert.True(holds(i.Item1, i.Item2, i.Item3)), iter, threads, print, property);

    /// <inheritdoc cref="Sample{T}(Gen{T}, Action{T}, long, int, Func{T, string}?, string)" />
    public static void Sample<T1, T2, T3, T4>(
        this Gen<(T1, T2, T3, T4)> inputs, Action<T1, T2, T3, T4> act, long iter = 100, int threads = -1, Func<(T1, T2, T3, T4), string>? print = null, [CallerMemberName] string property = "")
        => inputs.Sample(i => act(i.Item1, i.Item2, i.Item3, i.Item4), iter, threads, print, property);

    /// <inheritdoc cref="Sample{T}(Gen{T}, Action{T}, long, int, Func{T, string}?, string)" />
    public static void Sample<T1, T2, T3, T4>(
        this Gen<(T1, T2, T3, T4)> inputs, Func<T1, T2, T3, T4, bool> holds, long iter = 100, int threads = -1, Func<(T1, T2, T3, T4), string>? print = null, [CallerMemberName] string property = "")
        => inputs.Sample(i => Assert.True(holds(i.Item1, i.Item2, i.Item3, i.Item4)), iter, threads, print, property);

    /// <inheritdoc cref="Sample{T}(Gen{T}, Action{T}, long, int, Func{T, string}?, string)" />
    public static void Sample<T1, T2, T3, T4, T5>(
        this Gen<(T1, T2, T3, T4, T5)> inputs, Func<T1, T2, T3, T4, T5, bool> holds, long iter = 100, int threads = -1, Func<(T1, T2, T3, T4, T5), string>? print = null, [CallerMemberName] string property = "")
        => inputs.Sample(i => Assert.True(holds(i.Item1, i.Item2, i.Item3, i.Item4, i.Item5)), iter, threads, print, property);

    // FNV-1a: a text's own hash code differs from process to process.
    private static ulong Start(string property) => property.Aggregate(14695981039346656037UL, static (hash, letter) => (hash ^ letter) * 1099511628211UL);
}
