using System.Collections.Immutable;
using Xunit;

namespace ScCa.Testing.Tests;

public sealed class SequenceTests
{
    private static readonly PropertyRuns Usual = PropertyRuns.From(PropertyRuns.Usual, count: null, seed: null);

    [Fact]
    public void A_failing_sequence_is_made_as_short_and_simple_as_it_can_be()
    {
        // Fails as soon as two doors are open; what else happens is noise that must disappear.
        var failure = Assert.Throws<TestFailedException>(() => Sequence.Check(() => ImmutableList<string>.Empty, OpenOrClose, Usual, [AtMostOneOpen]));

        Assert.Contains(
            "Smallest case:\n  step 1:\n      opened red\n  step 2:\n      opened green\n      InvalidOperationException: two open\n", failure.Message, StringComparison.Ordinal);
        Assert.Matches(@"SCCA_SEED=\d+,\d+,\d+", failure.Message);
    }

    [Fact]
    public void A_failing_sequence_is_told_with_its_seed_where_there_is_no_time_to_make_it_smaller()
    {
        var failure = Assert.Throws<TestFailedException>(() => Sequence.Check(
            () => ImmutableList<string>.Empty, OpenOrClose, Usual, [AtMostOneOpen], new Patience(TimeSpan.Zero)));

        Assert.Contains("made smaller 0 times", failure.Message, StringComparison.Ordinal);
        Assert.Matches(@"SCCA_SEED=\d+,\d+,\d+", failure.Message);
    }

    [Fact]
    public void What_happened_is_counted_and_what_never_did_is_named()
    {
        var coverage = Sequence.Check(() => ImmutableList<string>.Empty, OpenOrClose, Usual, []);

        coverage.Requires("opened red", "opened green", "closed red");
        Assert.True(coverage["opened red"] > 0);
        Assert.Contains("opened red", coverage.ToString(), StringComparison.Ordinal);
        var failure = Assert.Throws<TestFailedException>(() => coverage.Requires("opened red", "opened blue"));
        Assert.Contains("Never happened in any sequence: opened blue.", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_smaller_script_is_shorter_or_has_smaller_choices()
    {
        var script = new Script([[5, 9], [3]]);
        Draw(script, 2, 1);

        var smaller = script.Smaller().ToArray();

        Assert.NotEmpty(smaller);
        Assert.All(smaller, s => Assert.True(s.Steps.Length < 2 || s.Steps.SelectMany(r => r).Sum() < 17));
        Assert.Contains(smaller, s => s.Steps.Length == 1);
    }

    [Fact]
    public void Choices_that_a_step_did_not_use_are_not_made_smaller()
    {
        var script = new Script([[0, 9, 9]]);
        Draw(script, 1);

        Assert.Single(script.Smaller());
    }

    [Theory]
    [InlineData(0, "rare")]
    [InlineData(1, "often")]
    [InlineData(3, "often")]
    [InlineData(4, "rare")]
    public void Weights_share_out_the_choices(int choice, string picked) =>
        Assert.Equal(picked, Of(choice).Weighted((1, "rare"), (0, "never"), (3, "often")));

    [Fact]
    public void Choices_that_have_run_out_are_the_simplest() => Assert.Equal((0, "first", 7), (Of().Int(5), Of().Pick(["first", "second"]), Of().Int(7, 9)));

    [Fact]
    public void Nothing_to_pick_from_is_a_defect_of_the_test()
    {
        Assert.Throws<InvalidOperationException>(() => Of(1).Pick(Array.Empty<int>()));
        Assert.Throws<InvalidOperationException>(() => Of(1).Weighted((0, "never")));
    }

    private static ImmutableList<string> OpenOrClose(ImmutableList<string> open, Choices choices)
    {
        string[] possible = [.. new[] { "red", "green" }.Except(open).Select(d => $"opened {d}"), .. open.Select(d => $"closed {d}")];
        var happened = choices.Pick(possible);
        choices.Count(happened);
        return happened.StartsWith("opened", StringComparison.Ordinal) ? open.Add(happened[7..]) : open.Remove(happened[7..]);
    }

    private static void AtMostOneOpen(ImmutableList<string> open)
    {
        if (open.Count > 1)
            throw new InvalidOperationException("two open");
    }

    private static Choices Of(params ImmutableArray<int> row) => new Script([row]).Choices(0, new Coverage(), null);

    private static void Draw(Script script, params int[] counts)
    {
        for (var step = 0; step < counts.Length; step++)
        {
            var choices = script.Choices(step, new Coverage(), null);
            for (var i = 0; i < counts[step]; i++)
                choices.Int(10);
        }
    }
}
