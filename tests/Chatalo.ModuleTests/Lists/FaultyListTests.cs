using System.Management.Automation;
using Chatalo.Emulator;
using Chatalo.ModuleTests.Engine;

namespace Chatalo.ModuleTests.Lists;

/// <summary>A list against a gateway that fails now and then: every row is accounted for, nobody gets it twice.</summary>
public sealed class FaultyListTests : IDisposable
{
    private const int Rows = 2_000;
    private const int BadEvery = 50;

    private readonly EmulatedSession _chat = new();

    [Theory]
    [InlineData(1)]
    [InlineData(16)]
    public void Each_row_ends_in_exactly_one_outcome_and_no_recipient_is_served_twice(int throttleLimit)
    {
        _chat.Fault(new FaultRule { Kind = FaultKind.Status, StatusCode = 500, Every = 50, ProcessFirst = true });
        _chat.Fault(new FaultRule { Kind = FaultKind.ResetAfter, Every = 70 });
        _chat.Fault(new FaultRule { Kind = FaultKind.Status, StatusCode = 429, RetryAfter = 0, Every = 390 });
        var rows = Enumerable.Range(0, Rows).Select(Row).ToArray();

        var run = _chat.Pipe(rows, $"Send-ChataloMessage -Template 'Halo {{Nama}}' -ThrottleLimit {throttleLimit} -WarningAction SilentlyContinue");

        Assert.Equal(Rows, run.Output.Count);
        Assert.Equal(Enumerable.Range(0, Rows), run.Output.Select(r => (int)Input(r).Properties["Id"].Value).Order());
        var outcomes = run.Output.GroupBy(r => r.Properties["Outcome"].Value.ToString()).ToDictionary(g => g.Key!, g => g.ToList());
        Assert.Equal(Rows / BadEvery, outcomes["Failed"].Count);
        Assert.All(outcomes["Failed"], r => Assert.Equal("no number", Input(r).Properties["Nomor"].Value));
        Assert.True(outcomes["Unknown"].Count > 40, "The faults were not met.");
        Assert.Equal(run.Output.Count(r => r.Properties["Outcome"].Value.ToString() != "Sent"), run.Errors.Count);
        Assert.All(_chat.Gateway.DeliveriesByRecipient(), d => Assert.Equal(1, d.Value));
        // What was said to be sent was delivered; what is unknown may have been.
        var delivered = _chat.Gateway.DeliveriesByRecipient();
        Assert.All(outcomes["Sent"], r => Assert.Contains(((string)r.Properties["Number"].Value).TrimStart('+'), delivered.Keys));
    }

    [Fact]
    public void What_failed_comes_back_as_the_rows_that_went_in()
    {
        var rows = Enumerable.Range(0, 100).Select(Row).ToArray();

        var again = _chat.Pipe(rows, """
            Send-ChataloMessage -Message Halo -ErrorAction SilentlyContinue -WarningAction SilentlyContinue |
                Where-Object Outcome -eq Failed | ForEach-Object InputObject
            """).Ok();

        Assert.Equal(2, again.Output.Count);
        Assert.All(again.Output, row => Assert.Same(rows[(int)row.Properties["Id"].Value].ImmediateBaseObject, row.ImmediateBaseObject));
        Assert.Equal(["Id", "Nama", "Nomor"], again.Output[0].Properties.Select(p => p.Name));
    }

    public void Dispose() => _chat.Dispose();

    private static PSObject Input(PSObject result) => (PSObject)result.Properties["InputObject"].Value;

    private static PSObject Row(int i)
    {
        var row = new PSObject();
        row.Properties.Add(new PSNoteProperty("Id", i));
        row.Properties.Add(new PSNoteProperty("Nama", $"Budi {i}"));
        row.Properties.Add(new PSNoteProperty("Nomor", i % BadEvery == 0 ? "no number" : $"0812{10_000_000 + i}"));
        return row;
    }
}
