using NodaTime;
using ScCa.Application.Ports;

namespace ScCa.Application.Tests.Crashes;

/// <summary>A publisher that issues a list a day and writes down when it did, and how many lists it issued out of turn.</summary>
internal sealed class PaperLists(Perils perils) : IRevocationListPublisher
{
    private static readonly Duration Every = Duration.FromDays(1);

    private readonly SortedSet<Instant> atOnce = [];

    /// <summary>When the newest list is from; null before the first.</summary>
    public Instant? Newest { get; private set; }

    /// <summary>The instants at which lists did not wait; issued twice within a minute, as after a crash, they are the same.</summary>
    public IReadOnlySet<Instant> AtOnce => atOnce;

    public Task<int> IssueDue(Instant asOf, CancellationToken cancellation) =>
        Newest is { } newest && asOf < newest + Every ? Task.FromResult(0) : Issue(asOf);

    public Task<int> IssueNow(Instant asOf, CancellationToken cancellation) => perils.Around("lists at once", () =>
    {
        Newest = asOf;
        atOnce.Add(MinuteOf(asOf));
        return ValueTask.FromResult(1);
    }).AsTask();

    private Task<int> Issue(Instant asOf) => perils.Around("lists", () =>
    {
        Newest = asOf;
        return ValueTask.FromResult(1);
    }).AsTask();

    private static Instant MinuteOf(Instant instant) => instant - Duration.FromSeconds(instant.ToUnixTimeSeconds() % NodaConstants.SecondsPerMinute);
}
