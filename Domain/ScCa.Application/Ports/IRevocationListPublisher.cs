using NodaTime;

namespace ScCa.Application.Ports;

/// <summary>
/// Issues the authority's lists of revoked certificates. <b>Idempotence</b>: a list that is not due is not issued again; killed anywhere, the next call gives
/// up what was begun and goes on under the next number. <b>Concurrency</b>: one call at a time per data folder.
/// </summary>
public interface IRevocationListPublisher
{
    /// <summary>Issues what is due at the instant, and what is damaged at rest; answers with how many lists there were.</summary>
    Task<int> IssueDue(Instant asOf, CancellationToken cancellation);

    /// <summary>Issues every list anew, due or not: a key is compromised, and nobody may rely on the old ones until they end.</summary>
    Task<int> IssueNow(Instant asOf, CancellationToken cancellation);
}
