using BenchmarkDotNet.Attributes;
using Chatalo.Contacts;

namespace Chatalo.Benchmarks.Parts;

/// <summary>What reading a number costs: one that was read before, and others.</summary>
[MemoryDiagnoser]
public class Numbers
{
    private readonly PhoneNumberNormalizer _normalizer = new();
    private int _next;

    [Benchmark(Baseline = true)]
    public string? Known() => _normalizer.Normalize("0812-3456-789", "ID").Digits;

    [Benchmark]
    public string? National() => _normalizer.Normalize($"0812{Next()}", "ID").Digits;

    [Benchmark]
    public string? International() => _normalizer.Normalize($"+62812{Next()}", "ID").Digits;

    [Benchmark]
    public string? Refused() => _normalizer.Normalize($"12{Next()}", "ID").Refusal;

    private int Next() => 10_000_000 + (_next++ & 0xFFFFF);
}
