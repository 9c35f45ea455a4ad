using Chatalo.Sending;

namespace Chatalo.UnitTests.Sending;

public class SendLogTests
{
    private readonly SendLog _log = new();

    [Fact]
    public void Each_input_is_told_in_its_order_with_what_became_of_it()
    {
        Add("first", "6281234567891", SendOutcome.Sent);
        Add("second", "6281234567892", SendOutcome.Unknown);
        Add("third", "6281234567893", null);
        Add("fourth", "6281234567894", SendOutcome.Failed);
        _log.Add("never read");
        _log.Address(_log.Add("a group"), new Recipient("120363", IsGroup: true), "a group");

        var inputs = _log.ToList();

        Assert.Equal([1, 2, 3, 4, 5, 6], inputs.Select(static i => i.Position));
        Assert.Equal(["Sent", "Unknown", "NotSent", "Failed", "NotSent", "NotSent"], inputs.Select(static i => i.Outcome.ToString()));
        Assert.Equal(["+6281234567891", "+6281234567892", "+6281234567893", "+6281234567894", null, null], inputs.Select(static i => i.Number));
        Assert.Equal("120363", inputs[5].GroupId);
        Assert.Equal([null, "second", "third", "fourth", "never read", "a group"], inputs.Select(static i => i.InputObject));
    }

    [Fact]
    public void Of_a_hundred_thousand_sent_inputs_the_numbers_alone_are_kept()
    {
        var rows = SendMany();

        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();

        Assert.DoesNotContain(rows, static row => row.IsAlive);
        var inputs = _log.ToList();
        Assert.Equal(100_000, inputs.Count);
        Assert.Equal("+628120099999", inputs[99_999].Number);
        Assert.All(inputs, static input => Assert.Equal(InterruptedOutcome.Sent, input.Outcome));
    }

    // Apart, so that no variable of the test keeps a row.
    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private List<WeakReference> SendMany()
    {
        var rows = new List<WeakReference>();
        for (var i = 0; i < 100_000; i++)
        {
            var row = new object();
            rows.Add(new WeakReference(row));
            Add(row, $"{628120000000 + i}", SendOutcome.Sent);
        }

        return rows;
    }

    [Fact]
    public void People_who_are_in_the_list_again_are_counted_and_the_first_is_shown()
    {
        Add("1", "6281234567891", SendOutcome.Sent);
        Add("2", "553188888888", SendOutcome.Sent);
        Add("3", "6281234567892", SendOutcome.Sent);
        Add("4", "5531988888888", SendOutcome.Sent);
        Add("5", "6281234567891", SendOutcome.Failed);
        Add("6", "6281234567891", SendOutcome.Sent);

        var said = RepeatedRecipients.Describe(_log.Numbers);

        Assert.Contains("3 inputs are for somebody who is in the list before (2 recipients)", said, StringComparison.Ordinal);
        Assert.Contains("+5531988888888, as inputs 2 and 4", said, StringComparison.Ordinal);
    }

    [Fact]
    public void Nobody_twice_is_nothing_to_say()
    {
        Add("1", "6281234567891", SendOutcome.Sent);
        _log.Add(null);
        _log.Add(null);

        Assert.Null(RepeatedRecipients.Describe(_log.Numbers));
    }

    private void Add(object input, string number, SendOutcome? outcome)
    {
        var position = _log.Add(input);
        _log.Address(position, new Recipient(number, IsGroup: false), input);
        if (outcome is { } known)
        {
            _log.Record(position, new SendReport(new SendResult { Outcome = known, Number = number, InputObject = input }, null));
        }
    }
}
