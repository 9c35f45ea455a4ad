using System.Collections;
using Chatalo.Json;

namespace Chatalo.UnitTests.Webhooks;

public class ObjectJsonTests
{
    [Fact]
    public void Plain_values_become_json()
    {
        var value = new Dictionary<string, object?>
        {
            ["s"] = "a\"é", ["n"] = 5, ["d"] = 1.5, ["m"] = 2.50m, ["u"] = ulong.MaxValue, ["t"] = true, ["z"] = null,
            ["a"] = new object?[] { 1L, "x" }, ["o"] = new Hashtable { [1] = 'c' }, ["nan"] = double.NaN,
            ["time"] = new DateTime(2024, 1, 2, 3, 4, 5, DateTimeKind.Utc),
        };

        Assert.Equal(
            """{"s":"a\"é","n":5,"d":1.5,"m":2.50,"u":18446744073709551615,"t":true,"z":null,"a":[1,"x"],"o":{"1":"c"},"nan":"NaN","time":"2024-01-02T03:04:05Z"}""",
            ObjectJson.Write(value));
    }

    [Fact]
    public void Half_a_surrogate_pair_is_replaced() => Assert.Equal("\"a\uFFFD\"", ObjectJson.Write("a\ud800"));

    [Fact]
    public void What_holds_itself_ends()
    {
        var loop = new ArrayList();
        loop.Add(loop);
        var json = ObjectJson.Write(loop);
        Assert.EndsWith(new string(']', 32), json, StringComparison.Ordinal);

        loop.Add(loop);
        Assert.Equal(ErrorKind.InvalidInput, Assert.Throws<ChataloException>(() => ObjectJson.Write(loop)).Kind);
    }
}
