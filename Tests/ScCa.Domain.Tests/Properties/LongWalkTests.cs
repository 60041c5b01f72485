using ScCa.Domain.Authorities;
using ScCa.Domain.Certificates;
using ScCa.Domain.Dispatch;
using ScCa.Domain.Messages;
using ScCa.Domain.Payments;
using ScCa.Domain.People;
using ScCa.Domain.Seals;
using ScCa.Domain.Staff;
using ScCa.Domain.Tests.Authorities;
using ScCa.Domain.Tests.Seals;
using ScCa.Domain.Tests.Units;
using ScCa.Domain.Units;
using ScCa.Testing;
using Xunit;

namespace ScCa.Domain.Tests.Properties;

/// <summary>What occurs now and then only is not well checked: in the long walks of every stream each event and each refusal must come often.</summary>
public sealed class LongWalkTests(ITestOutputHelper output)
{
    private const int WalksMin = 10_000;
    private const int OftenEnough = 50;

    // Walks in thousands times ten, as many as bring the rarest often enough; and the refusals that its outcome tables know.
    private static readonly Dictionary<string, (Func<int, Coverage> Walk, int Times, IEnumerable<string> Refusals)> Streams = new(StringComparer.Ordinal)
    {
        [nameof(Certificate)] = (runs => CertificateWalk.Walker.Check(runs, _ => { }), 6, OutcomeTables.CertificateRefusals),
        [nameof(Transfer)] = (runs => TransferProperties.Walk().Check(runs, _ => { }), 1, OutcomeTables.Transfers.Refusals),
        [nameof(Message)] = (runs => MessageProperties.Walk().Check(runs, _ => { }), 1, OutcomeTables.Messages.Refusals),
        [nameof(Unit)] = (runs => UnitWalk.Walker.Check(runs, _ => { }), 1, UnitOutcomes.Table.Refusals),
        [nameof(DispatchBatch)] = (runs => BatchProperties.Walk().Check(runs, _ => { }), 1, OutcomeTables.Batches.Refusals),
        [nameof(StaffDirectory)] = (runs => StaffWalk.Walker.Check(runs, _ => { }), 1, OutcomeTables.Staff.Refusals),
        [nameof(RevocationListSeries)] = (runs => RevocationListProperties.Walk().Check(runs, _ => { }), 1, RevocationListLives.Table.Refusals),
        [nameof(SealFile)] = (runs => SealFileProperties.Walk().Check(runs, _ => { }), 1, SealFileLives.Table.Refusals),
        [nameof(Subject)] = (runs => SubjectWalk.Walker.Check(runs, _ => { }), 1, OutcomeTables.Subjects.Refusals),
    };

    public static TheoryData<string> Names => [.. Streams.Keys];

    [Fact]
    public void Every_stream_of_the_domain_is_walked() =>
        Assert.Equal(Events.Keys.Order(StringComparer.Ordinal), Streams.Keys.Order(StringComparer.Ordinal));

    [Theory, Trait("set", "long"), MemberData(nameof(Names))]
    public void The_long_walks_come_to_every_event_and_every_refusal_fifty_times_or_more(string stream)
    {
        var (walk, times, refusals) = Streams[stream];
        // SCCA_RUNS stands for the usual number; where it is not set, or asks for less, this test is as long all the same.
        var asked = int.TryParse(Environment.GetEnvironmentVariable("SCCA_RUNS"), out var set) && set > 0 ? set : Walker<Certificate>.Runs;
        var coverage = walk(checked((int)(times * Math.Max(1.0, (double)WalksMin / asked) * Walker<Certificate>.Runs)));
        output.WriteLine(coverage.ToString());

        Assert.Empty(Events[stream].Concat(refusals).Where(label => coverage[label] < OftenEnough).Select(label => $"{label}: {coverage[label]}"));
    }

    // Of every stream the names of all its events, as the domain has them.
    private static Dictionary<string, string[]> Events { get; } = typeof(Certificate).Assembly.GetTypes()
        .Where(t => !t.IsAbstract)
        .Select(t => (Event: t, Of: StreamOf(t)))
        .Where(t => t.Of is not null)
        .GroupBy(t => t.Of!.Name, t => t.Event.Name, StringComparer.Ordinal)
        .ToDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal);

    private static Type? StreamOf(Type type)
    {
        for (var t = type.BaseType; t is not null; t = t.BaseType)
        {
            if (t.IsGenericType && t.GetGenericTypeDefinition() == typeof(Event<>))
                return t.GetGenericArguments()[0];
        }

        return null;
    }
}
