using Chatalo.Contacts;

namespace Chatalo.UnitTests.Contacts;

/// <summary>Identity numbers that would be somebody's mobile number abroad, and mobile numbers abroad that are as long as identity numbers.</summary>
public class IdentityNumbersTests
{
    // The well-known examples of each kind, from the authorities' own papers.
    [Theory]
    [InlineData("BR", "52998224725")]
    [InlineData("TR", "10000000146")]
    [InlineData("AU", "51824753556")]
    [InlineData("DE", "86095742719")]
    [InlineData("HR", "69435151530")]
    [InlineData("IT", "00743110157", false)]
    [InlineData("IT", "12345670017")]
    [InlineData("IN", "234123412346")]
    [InlineData("JP", "123456789018")]
    [InlineData("TH", "1234567890121")]
    [InlineData("AR", "20267565393")]
    [InlineData("PL", "44051401359")]
    [InlineData("MY", "770305021234")]
    [InlineData("KR", "9710139019902")]
    [InlineData("ZA", "7503305044089")]
    [InlineData("VN", "084866404462")]
    public void Identity_numbers_are_told_by_their_check_digits_or_birthday(string region, string digits, bool isOne = true) =>
        Assert.Equal(isOne, IdentityNumbers.IsOne(digits, PhoneLibrary.GetPlan(region)));

    [Theory]
    [InlineData("BR", "52998224726")]
    [InlineData("TR", "84844626876")]
    [InlineData("DE", "86095742718")]
    [InlineData("IN", "234123412347")]
    [InlineData("JP", "923456789019")]
    [InlineData("TH", "1234567890122")]
    [InlineData("KR", "8201380190999")]
    [InlineData("PK", "9715012345678")]
    [InlineData("VN", "848664044621")]
    public void Other_digits_of_that_length_are_not_one(string region, string digits) => Assert.False(IdentityNumbers.IsOne(digits, PhoneLibrary.GetPlan(region)));

    [Theory]
    [InlineData("AR")]
    [InlineData("BR")]
    [InlineData("DE")]
    [InlineData("NG")]
    [InlineData("TR")]
    public void Eleven_digits_from_1_count_as_one_whatever_their_check_digits_say(string region)
    {
        Assert.True(IdentityNumbers.IsOne("14155552671", PhoneLibrary.GetPlan(region)));
        Assert.False(new PhoneNumberNormalizer().Normalize("14155552671", region).IsAccepted);
    }
}
