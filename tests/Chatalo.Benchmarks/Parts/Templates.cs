using System.Globalization;
using BenchmarkDotNet.Attributes;
using Chatalo.Sending;

namespace Chatalo.Benchmarks.Parts;

/// <summary>What filling a template costs.</summary>
[MemoryDiagnoser]
public class Templates
{
    private static readonly CultureInfo Indonesian = CultureInfo.GetCultureInfo("id-ID");

    private readonly MessageTemplate _template = MessageTemplate.Parse("Halo {Nama}, tagihan {Jumlah:N0} jatuh tempo {Tanggal:d MMMM yyyy}.");
    private readonly Dictionary<string, object?> _row = new() { ["Nama"] = "Budi", ["Jumlah"] = 1_250_000m, ["Tanggal"] = new DateTime(2025, 2, 26) };

    [Benchmark]
    public string Render()
    {
        _template.TryRender(name => (_row.TryGetValue(name, out var value), value), () => _row.Keys, Indonesian, out var text, out _);
        return text;
    }
}
