using Chatalo.Contacts;

namespace Chatalo.UnitTests.Contacts;

public class NumberDoubtsTests
{
    private readonly NumberDoubts _doubts = new();

    [Fact]
    public void Numbers_with_one_reading_and_refused_ones_are_not_mentioned()
    {
        _doubts.Add("081234567890", NumberResult.Accept("6281234567890"));
        _doubts.Add("abc", NumberResult.Refuse("'abc' has no digits."));

        Assert.Empty(_doubts.Take());
    }

    [Fact]
    public void One_number_is_shown_with_both_readings()
    {
        _doubts.Add("85251234567", NumberResult.Accept("6285251234567", alternative: "85251234567"));

        Assert.Equal(
            "1 number can be read in two ways: '85251234567' was read as +6285251234567, and could be +85251234567. "
            + "Put + and the country code in front of the digits where the other person is meant.",
            Assert.Single(_doubts.Take()));
    }

    [Fact]
    public void Several_numbers_are_counted_and_the_first_is_shown()
    {
        for (var i = 0; i < 1234; i++)
        {
            _doubts.Add(85251230000L + i, NumberResult.Accept($"62{85251230000L + i}", alternative: $"{85251230000L + i}"));
        }

        var warning = Assert.Single(_doubts.Take());
        Assert.StartsWith("1,234 numbers can be read in two ways; the first: '85251230000' was read as +6285251230000, and could be +85251230000.", warning, StringComparison.Ordinal);
        Assert.Empty(_doubts.Take());
    }

    [Fact]
    public void A_doubt_is_counted_by_itself()
    {
        _doubts.Add("6281230000000", NumberResult.Accept("6281230000000", doubt: "'6281230000000' ends with seven zeros."));
        _doubts.Add("85251234567", NumberResult.Accept("6285251234567", alternative: "85251234567"));

        Assert.Equal(["1 number can be read in two ways:", "1 number may not be what somebody wrote: '6281230000000' ends with seven zeros."],
            [.. _doubts.Take().Select(static (w, i) => i == 0 ? w[..33] : w)]);
    }

    [Fact]
    public void What_is_shown_does_not_act_on_a_terminal()
    {
        _doubts.Add("\u001b[2J852\u202e51234567", NumberResult.Accept("6285251234567", alternative: "85251234567"));

        Assert.DoesNotContain(_doubts.Take().Single(), static c => char.IsControl(c) || c == '\u202e');
    }
}
