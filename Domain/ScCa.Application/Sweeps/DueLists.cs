using NodaTime;
using ScCa.Application.Ports;

namespace ScCa.Application.Sweeps;

/// <summary>
/// Revocation lists between the nights (C8): deltas follow one another by the hour, and a list that was damaged at rest is not left so until the next night. For a worker
/// that stays, from round to round; one at a time.
/// </summary>
/// <param name="publishers">None where no lists are issued.</param>
public sealed class DueLists(IEnumerable<IRevocationListPublisher> publishers, IClock clock)
{
    // How late a delta may be; each look reads the newest lists once.
    private static readonly Duration Every = Duration.FromMinutes(5);

    private Instant? lastAt;

    public async Task<int> Run(CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        // A clock that was ahead for an hour must not keep the lists away until it is caught up with.
        if (lastAt is { } last && now >= last && now < last + Every)
            return 0;
        var issued = 0;
        foreach (var lists in publishers)
            issued += await lists.IssueDue(now, cancellation).ConfigureAwait(false);
        lastAt = now;
        return issued;
    }
}
