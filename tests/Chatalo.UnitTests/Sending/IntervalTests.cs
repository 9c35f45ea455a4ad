using System.Globalization;
using Chatalo.Sending;
using CsCheck;

namespace Chatalo.UnitTests.Sending;

public class IntervalTests
{
    [Theory]
    [InlineData("5", 5, 5)]
    [InlineData("0", 0, 0)]
    [InlineData("0.5", 0.5, 0.5)]
    [InlineData("5-10", 5, 10)]
    [InlineData(" 5 - 10.5 ", 5, 10.5)]
    [InlineData("86400", 86400, 86400)]
    public void Seconds_or_a_range_of_them(string text, double minimum, double maximum)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            foreach (var culture in new[] { "en-US", "de-DE", "ar-SA" })
            {
                CultureInfo.CurrentCulture = new CultureInfo(culture);
                Assert.True(Interval.TryParse(text, out var interval));
                Assert.Equal(new Interval(minimum, maximum), interval);
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("-5")]
    [InlineData("10-5")]
    [InlineData("5-")]
    [InlineData("1-2-3")]
    [InlineData("5,5")]
    [InlineData("1e3")]
    [InlineData("NaN")]
    [InlineData("86401")]
    [InlineData("fast")]
    public void Anything_else_is_none(string? text) => Assert.False(Interval.TryParse(text, out _));

    [Fact]
    public void Each_gap_is_in_the_range() => Gen.Select(Gen.Double[0, 1000], Gen.Double[0, 1000], Gen.Int).Sample(
        (minimum, more, seed) =>
        {
            var gap = new Interval(minimum, minimum + more).Draw(new Random(seed)).TotalSeconds;
            return gap >= minimum - 0.001 && gap <= minimum + more + 0.001;
        },
        iter: 500, threads: 1);
}
