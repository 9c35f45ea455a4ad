using System.Text;
using BenchmarkDotNet.Attributes;
using Chatalo.Contacts.Files;

namespace Chatalo.Benchmarks.Parts;

/// <summary>What reading a list costs, for a file of a thousand rows.</summary>
[MemoryDiagnoser]
public class ContactFiles
{
    private const int Rows = 1_000;

    private byte[] _csv = [];

    [GlobalSetup]
    public void Write()
    {
        var text = new StringBuilder("Nama;No HP;Jumlah\r\n");
        for (var i = 0; i < Rows; i++)
        {
            text.Append("Budi ").Append(i).Append(";0812-3456-").Append(1000 + i).Append(";\"1.250.000\"\r\n");
        }

        _csv = Encoding.UTF8.GetBytes(text.ToString());
    }

    [Benchmark(OperationsPerInvoke = Rows)]
    public int Csv() => new ContactFileReader(new ListOptions { DefaultRegion = "ID" }).Read(new MemoryStream(_csv), "list").Count();
}
