using System.Text.Json;
using ScCa.Benchmarks.Compare;
using ScCa.Benchmarks.Issuing;
using ScCa.Benchmarks.Stores;
using Xunit;

namespace ScCa.Stores.Sqlite.Tests;

/// <summary>The benchmarks run tiny here, so that they never rot, and what they print stays readable by programs.</summary>
public sealed class CompareTests : IDisposable
{
    private readonly StringWriter output = new();
    private readonly StringWriter error = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        output.Dispose();
        error.Dispose();
    }

    [Fact]
    public async Task The_append_comparison_runs_and_its_last_line_is_the_result()
    {
        Assert.Equal(0, await new CompareVerb([new AppendCompared()], output, error).Run(["append", "--quick"], Cancellation));

        using var result = JsonDocument.Parse(LastLine());
        Assert.Equal(["name", "ours", "peer", "unit", "ratio", "spread"], result.RootElement.EnumerateObject().Select(property => property.Name));
        Assert.Equal("append", result.RootElement.GetProperty("name").GetString());
        Assert.Equal("rows/s", result.RootElement.GetProperty("unit").GetString());
        Assert.True(result.RootElement.GetProperty("ratio").GetDouble() > 0);
    }

    [Fact]
    public async Task The_comparison_of_issuing_runs_and_both_sides_have_written_the_same()
    {
        Assert.Equal(0, await new CompareVerb([new IssueDurableCompared()], output, error).Run(["issue-durable", "--quick"], Cancellation));

        using var result = JsonDocument.Parse(LastLine());
        Assert.Equal("certificates/s", result.RootElement.GetProperty("unit").GetString());
        Assert.True(result.RootElement.GetProperty("ratio").GetDouble() > 0);
    }

    [Fact]
    public async Task The_ratio_is_the_median_of_the_pairs_and_the_spread_their_range_with_the_first_pair_thrown_away()
    {
        var compared = new Scripted(MeasuredUnit.PerSecond("rows"), ours: [999, 10, 20, 30, 40, 50], peer: [1, 10, 10, 10, 10, 10]);

        Assert.Equal(0, await new CompareVerb([compared], output, error).Run(["scripted"], Cancellation));

        Assert.Equal("""{"name":"scripted","ours":30,"peer":10,"unit":"rows/s","ratio":3,"spread":4}""", LastLine());
    }

    [Fact]
    public async Task Where_less_is_better_the_ratio_is_turned_round()
    {
        var compared = new Scripted(MeasuredUnit.MillisecondsPer("page"), ours: [1, 2, 2, 2, 2, 2], peer: [1, 5, 5, 5, 5, 5]);

        Assert.Equal(0, await new CompareVerb([compared], output, error).Run(["scripted"], Cancellation));

        Assert.Equal("""{"name":"scripted","ours":2,"peer":5,"unit":"ms/page","ratio":2.5,"spread":0}""", LastLine());
    }

    [Fact]
    public async Task The_sides_take_turns_in_going_first()
    {
        var compared = new Scripted(MeasuredUnit.PerSecond("rows"), ours: [1, 1, 1, 1, 1, 1], peer: [1, 1, 1, 1, 1, 1]);

        await new CompareVerb([compared], output, error).Run(["scripted"], Cancellation);

        Assert.Equal("op op po op po op", compared.Order);
    }

    [Theory]
    [InlineData("unknown")]
    [InlineData("unknown", "--quick")]
    public async Task An_unknown_name_is_said_with_the_names_there_are(params string[] args)
    {
        Assert.Equal(2, await new CompareVerb([new AppendCompared()], output, error).Run(args, Cancellation));

        Assert.Contains("'unknown'", error.ToString(), StringComparison.Ordinal);
        Assert.Contains("append", error.ToString(), StringComparison.Ordinal);
        Assert.Empty(output.ToString());
    }

    [Theory]
    [InlineData]
    [InlineData("--quick")]
    [InlineData("append", "append")]
    [InlineData("append", "--pairs")]
    [InlineData("append", "--pairs", "4")]
    [InlineData("append", "--fast")]
    public async Task A_line_that_makes_no_sense_is_answered_with_the_usage(params string[] args)
    {
        Assert.Equal(2, await new CompareVerb([new AppendCompared()], output, error).Run(args, Cancellation));

        Assert.StartsWith("Usage: compare", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_has_a_line_for_each_comparison()
    {
        Assert.Equal(0, await new CompareVerb([new AppendCompared()], output, error).Run(["--list"], Cancellation));

        Assert.StartsWith("append\trows/s\t", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_measurement_that_is_no_positive_number_is_no_result()
    {
        Assert.Throws<ArgumentException>(() => Comparison.Of("n", MeasuredUnit.PerSecond("rows"), [new(1, 0)]));
        Assert.Throws<ArgumentException>(() => Comparison.Of("n", MeasuredUnit.PerSecond("rows"), [new(double.PositiveInfinity, 1)]));
    }

    private string LastLine() => output.ToString().TrimEnd('\n', '\r').Split(Environment.NewLine)[^1];

    private sealed class Scripted(MeasuredUnit unit, double[] ours, double[] peer) : ICompared
    {
        private readonly Queue<double> oursLeft = new(ours);
        private readonly Queue<double> peerLeft = new(peer);
        private string order = "";

        public string Name => "scripted";

        public string What => "a script";

        public MeasuredUnit Unit => unit;

        public string Order => string.Join(' ', order.Chunk(2).Select(pair => new string(pair)));

        public Task<double> Ours(Effort effort, CancellationToken cancellation) => Next('o', oursLeft);

        public Task<double> Peer(Effort effort, CancellationToken cancellation) => Next('p', peerLeft);

        private Task<double> Next(char side, Queue<double> left)
        {
            order += side;
            return Task.FromResult(left.Dequeue());
        }
    }
}
