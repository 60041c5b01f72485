using System.Globalization;
using ScCa.Application.Ports;
using Xunit;

namespace ScCa.Stores.Contract;

/// <summary>Random appends and reads, answered by the store and by a model that fits on a screen. A failure names the seed that repeats it.</summary>
public abstract class RandomSequenceContract : StoreContract
{
    private const int Steps = 300;

    [Theory]
    [InlineData(1)]
    [InlineData(20260110)]
    [InlineData(null)]
    public async Task Any_sequence_is_answered_as_the_model_answers(int? fixedSeed)
    {
        var seed = fixedSeed ?? Random.Shared.Next();
        var random = new Random(seed);
        var model = new Model();
        for (var step = 0; step < Steps; step++)
        {
            var at = string.Create(CultureInfo.InvariantCulture, $"seed {seed}, step {step}");
            await Append(random, model, at);
            await Read(random, model, at);
        }

        Assert.True(model.All.Count > Steps / 10, $"seed {seed} appended next to nothing");
    }

    private async Task Append(Random random, Model model, string at)
    {
        var stream = $"s{random.Next(4)}";
        var expected = random.Next(10) == 0 ? random.Next(-1, 6) : model.Last(stream);
        var command = $"c{random.Next(100)}";
        var events = Enumerable.Range(0, random.Next(1, 5)).Select(ordinal => RandomEvent(random, random.Next(4) == 0 ? $"{command}+" : command, ordinal)).ToArray();

        var modelled = model.Append(stream, expected, events);
        var answered = await Stores.Events.Append(stream, expected, events, Given.RecordedAt, Cancellation);

        Assert.True(modelled == answered.Outcome, $"{at}: append answered {answered.Outcome}, the model {modelled}");
        Assert.True((answered.Outcome == AppendOutcome.Appended) == (answered.LastPosition > 0), $"{at}: {answered}");
    }

    private async Task Read(Random random, Model model, string at)
    {
        var stream = $"s{random.Next(5)}";
        Same(model.All.Where(e => e.Stream == stream), await Stores.Events.ReadStream(stream, Cancellation), $"{at}: {stream}");

        var all = await Stores.Events.ReadAll(0, model.All.Count + 1, Cancellation);
        Same(model.All, all, $"{at}: all");
        var skipped = random.Next(model.All.Count + 1);
        var max = random.Next(1, 20);
        var page = await Stores.Events.ReadAll(skipped == 0 ? 0 : all[skipped - 1].Position, max, Cancellation);
        Same(model.All.Skip(skipped).Take(max), page, $"{at}: {max} after {skipped}");
    }

    private static void Same(IEnumerable<Kept> modelled, IReadOnlyList<StoredEvent> read, string at)
    {
        var expected = string.Join('\n', modelled.Select(e => e.Print()));
        var actual = string.Join('\n', read.Select(e => Kept.Print(e.Stream, e.Revision, e.CommandId, e.Ordinal, e.Body, e.Metadata)));
        Assert.True(expected == actual, $"{at}\nthe model:\n{expected}\nthe store:\n{actual}");
        Assert.True(read.Zip(read.Skip(1)).All(pair => pair.First.Position < pair.Second.Position), $"{at}: positions do not rise");
    }

    private static NewEvent RandomEvent(Random random, string command, int ordinal)
    {
        var bytes = new byte[random.Next(3) == 0 ? 0 : random.Next(5000)];
        random.NextBytes(bytes);
        return new("t", bytes, bytes.AsMemory(0, bytes.Length / 2), command, ordinal);
    }

    private sealed record Kept(string Stream, long Revision, NewEvent Event)
    {
        public string Print() => Print(Stream, Revision, Event.CommandId, Event.Ordinal, Event.Body, Event.Metadata);

        public static string Print(string stream, long revision, string command, int ordinal, ReadOnlyMemory<byte> body, ReadOnlyMemory<byte> metadata) =>
            string.Create(
                CultureInfo.InvariantCulture,
                $"{stream}/{revision} {command}#{ordinal} {Digest(body)} {Digest(metadata)}");

        private static string Digest(ReadOnlyMemory<byte> bytes) => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(bytes.Span))[..16];
    }

    private sealed class Model
    {
        public List<Kept> All { get; } = [];

        public long Last(string stream) => All.Count(e => e.Stream == stream) - 1;

        public AppendOutcome Append(string stream, long expected, NewEvent[] events)
        {
            if (All.Any(e => e.Stream == stream && events.Any(added => added.CommandId == e.Event.CommandId)))
            {
                return AppendOutcome.CommandAlreadyRecorded;
            }

            if (Last(stream) != expected)
            {
                return AppendOutcome.WrongRevision;
            }

            All.AddRange(events.Select((added, n) => new Kept(stream, expected + 1 + n, added)));
            return AppendOutcome.Appended;
        }
    }
}
