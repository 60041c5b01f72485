using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace ScCa.Testing.Tests;

public sealed class PropertyTests
{
    private static readonly Arbitrary<int> Numbers = ArbMap.Default.ArbFor<int>();

    [Fact]
    public void A_property_that_holds_is_tried_as_often_as_asked()
    {
        var tries = 0;

        Property.Run(Prop.ForAll(Numbers, _ => { tries++; }), PropertyRuns.From(50, count: null, seed: null));

        Assert.Equal(50, tries);
    }

    [Fact]
    public void A_failure_shows_the_smallest_case_the_reason_and_how_to_replay_it()
    {
        var failure = Assert.Throws<TestFailedException>(() => Fails(seed: null));

        Assert.Contains("Smallest case:\n  10\n", failure.Message, StringComparison.Ordinal);
        Assert.Contains("Why: too large", failure.Message, StringComparison.Ordinal);
        Assert.Matches(@"Replay: SCCA_SEED=\d+,\d+,\d+", failure.Message);
        Assert.IsType<InvalidOperationException>(failure.InnerException);
    }

    [Fact]
    public void The_printed_seed_leads_to_the_same_case_at_the_first_try()
    {
        var found = Assert.Throws<TestFailedException>(() => Fails(seed: null)).Message;
        var seed = found.Split("SCCA_SEED=")[1].Split('\n')[0];

        var replayed = Assert.Throws<TestFailedException>(() => Fails(seed)).Message;

        Assert.Contains("(try 1,", replayed, StringComparison.Ordinal);
        Assert.Equal(found.Split("First case found:")[1], replayed.Split("First case found:")[1]);
    }

    [Fact]
    public void A_seed_without_its_size_starts_a_whole_run_that_is_the_same_each_time()
    {
        var first = Tried();

        Assert.Equal(200, first.Count);
        Assert.Equal(first, Tried());

        static List<int> Tried()
        {
            var tried = new List<int>();
            Property.Run(Prop.ForAll(Numbers, tried.Add), PropertyRuns.From(200, count: null, "20260105,11400714819323198485"));
            return tried;
        }
    }

    [Fact]
    public void A_property_that_answers_false_fails() =>
        Assert.Contains("it answered false", Assert.Throws<TestFailedException>(() => Property.Check((int n) => n < 10)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_property_whose_conditions_are_never_met_fails() =>
        Assert.Throws<TestFailedException>(() => Property.Run(Prop.ForAll(Numbers, n => Prop.When(true, false)), PropertyRuns.From(10, null, null)));

    [Theory]
    [InlineData(200, null, 200)]
    [InlineData(200, "10000", 10_000)]
    [InlineData(50, "10000", 2_500)]
    [InlineData(1, "20", 1)]
    public void The_long_run_tries_each_property_more_often_in_proportion(int asked, string? count, int tries) =>
        Assert.Equal(tries, PropertyRuns.From(asked, count, seed: null).Count);

    [Theory]
    [InlineData("0", null)]
    [InlineData("-5", null)]
    [InlineData("many", null)]
    [InlineData(null, "12")]
    [InlineData(null, "1,2,3,4")]
    [InlineData(null, "a,b,c")]
    public void A_count_or_seed_that_cannot_be_read_is_refused(string? count, string? seed) =>
        Assert.Throws<FormatException>(() => PropertyRuns.From(200, count, seed));

    private static void Fails(string? seed) => Property.Run(
        Prop.ForAll(Numbers, n =>
        {
            if (n >= 10)
                throw new InvalidOperationException("too large");
        }),
        PropertyRuns.From(200, count: null, seed));
}
