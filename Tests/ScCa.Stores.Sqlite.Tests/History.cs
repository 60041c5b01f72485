using ScCa.Application.Ports;
using Xunit;

namespace ScCa.Stores.Sqlite.Tests;

/// <summary>Acknowledged appends of one caller, with the length that the log had when each was acknowledged.</summary>
internal sealed class History
{
    private readonly List<(string Command, int Events, long LogLength)> appends = [];

    public static async Task<History> Append(SqliteStores stores, int seed, int appends)
    {
        var random = new Random(seed);
        var history = new History();
        var revisions = new Dictionary<string, long>();
        for (var n = 0; n < appends; n++)
        {
            var stream = $"s{random.Next(5)}";
            var revision = revisions.GetValueOrDefault(stream, IEventStore.NoStream);
            var body = new byte[random.Next(9000)];
            random.NextBytes(body);
            var events = Enumerable.Range(0, random.Next(1, 6)).Select(ordinal => new NewEvent("t", body, new byte[] { 1 }, $"{n}", ordinal)).ToArray();
            var result = await stores.Events.Append(stream, revision, events, Contract.Given.RecordedAt, CancellationToken.None);
            Assert.Equal(AppendOutcome.Appended, result.Outcome);
            revisions[stream] = revision + events.Length;
            history.appends.Add(($"{n}", events.Length, stores.History.LogBytes));
        }

        return history;
    }

    /// <summary>How many appends had been acknowledged when the log was this long.</summary>
    public int AcknowledgedAt(long length) => appends.Count(append => append.LogLength <= length);

    /// <summary>Around every acknowledged length, and anywhere.</summary>
    public IEnumerable<int> InterestingLengths(int logLength, int seed)
    {
        var random = new Random(seed);
        var around = appends.SelectMany(append => (long[])[append.LogLength - 1, append.LogLength, append.LogLength + 1]).Where(length => length <= logLength);
        var anywhere = Enumerable.Range(0, 40).Select(_ => (long)random.Next(logLength + 1));
        return around.Concat(anywhere).Append(0).Append(logLength).Distinct().Order().Select(length => (int)length);
    }

    /// <summary>The events are those of the first appends, each whole; answers how many.</summary>
    public int CheckPrefix(IReadOnlyList<StoredEvent> stored, int atLeast, string when)
    {
        var whole = 0;
        for (var events = 0; events < stored.Count; whole++)
        {
            Assert.True(whole < appends.Count, $"{when}: more than was appended");
            var (command, count, _) = appends[whole];
            var found = stored.Skip(events).Take(count).Select(e => $"{e.CommandId}#{e.Ordinal}");
            Assert.True(found.SequenceEqual(Enumerable.Range(0, count).Select(ordinal => $"{command}#{ordinal}")), $"{when}: append {command} is torn or out of place");
            events += count;
        }

        Assert.True(whole >= atLeast, $"{when}: {whole} appends are there, {atLeast} had been acknowledged");
        return whole;
    }
}
