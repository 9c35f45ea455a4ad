using System.Reflection;

namespace Chatalo.UnitTests.Fuzzing;

/// <summary>A million inputs are a million only if every property takes its share.</summary>
public class FuzzShareTests
{
    [Fact]
    public void Every_property_of_the_folder_has_a_share_and_the_shares_are_the_whole()
    {
        var properties = typeof(FuzzShareTests).Assembly.GetTypes()
            .Where(static type => type.Namespace == typeof(FuzzShareTests).Namespace && type != typeof(FuzzShareTests))
            .SelectMany(static type => type.GetMethods()).Where(static method => method.GetCustomAttribute<FactAttribute>() is not null)
            .Select(static method => method.Name);

        Assert.Equal(properties.Order(StringComparer.Ordinal), FuzzShares.All.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(Fuzz.Whole, FuzzShares.All.Values.Sum());
    }
}
