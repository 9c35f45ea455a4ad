using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using CsCheck;

namespace Chatalo.UnitTests.Conventions;

/// <summary>What the random tests promise: the same inputs in every run, and a seed for what they find.</summary>
public class PropertyTests
{
    private static readonly Gen<int> Numbers = Gen.Int[0, 1_000_000];

    [Fact]
    public void Each_run_has_the_same_inputs_and_they_differ()
    {
        var first = Inputs("A");

        Assert.Equal(first, Inputs("A"));
        Assert.NotEqual(first, Inputs("B"));
        Assert.InRange(first.Distinct().Count(), 95, 100);
    }

    [Fact]
    public void What_fails_is_made_small_and_shown_with_the_seed_that_makes_it_again()
    {
        var failure = Assert.Throws<CsCheckException>(() => Numbers.Sample(static n => Assert.True(n < 500_000)));

        var seed = System.Text.RegularExpressions.Regex.Match(failure.Message, "\"([0-9A-Za-z_-]{12,})\"").Groups[1].Value;
        Assert.Throws<CsCheckException>(() => Check.Sample(Numbers, static n => Assert.True(n < 500_000), seed: seed, iter: 1, threads: 1));
    }

    [Fact]
    public void What_fails_once_only_fails_too()
    {
        var calls = 0;

        Assert.Throws<InvalidOperationException>(() => Numbers.Sample(_ =>
        {
            if (++calls == 5)
            {
                throw new InvalidOperationException();
            }
        }));
    }

    // By the references that the compiler wrote: each overload of CsCheck's that is used is one.
    [Fact]
    public void No_property_begins_anywhere()
    {
        using var file = new PEReader(File.OpenRead(typeof(PropertyTests).Assembly.Location));
        var metadata = file.GetMetadataReader();

        var samples = metadata.MemberReferences.Select(metadata.GetMemberReference)
            .Where(member => member.Parent.Kind == HandleKind.TypeReference
                && metadata.GetString(metadata.GetTypeReference((TypeReferenceHandle)member.Parent).Name) == nameof(Check)
                && metadata.GetString(member.Name).StartsWith("Sample", StringComparison.Ordinal))
            .ToArray();

        Assert.Single(samples);
    }

    private static List<int> Inputs(string property)
    {
        var inputs = new List<int>();
        Numbers.Sample(inputs.Add, property: property);
        return inputs;
    }
}
