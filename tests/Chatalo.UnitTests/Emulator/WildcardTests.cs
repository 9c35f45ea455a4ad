using Chatalo.Emulator.Faults;

namespace Chatalo.UnitTests.Emulator;

public class WildcardTests
{
    [Theory]
    [InlineData("/messages", "/messages", true)]
    [InlineData("/messages", "/messages/group", false)]
    [InlineData("/messages*", "/messages/group", true)]
    [InlineData("*/status/*", "/device/status/1", true)]
    [InlineData("*/status/*", "/device/connect/1", false)]
    [InlineData("/DEVICE/?", "/device/1", true)]
    [InlineData("/device/?", "/device/12", false)]
    [InlineData("*a*b", "xaxbxaxb", true)]
    [InlineData("*a*b", "xaxbxaxbx", false)]
    [InlineData("", "", true)]
    [InlineData("*", "", true)]
    [InlineData("", "x", false)]
    public void MatchesAsAShellWould(string pattern, string text, bool expected) => Assert.Equal(expected, Wildcard.IsMatch(pattern, text));
}
