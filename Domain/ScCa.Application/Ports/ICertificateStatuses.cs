using NodaTime;
using ScCa.Domain.Certificates;

namespace ScCa.Application.Ports;

/// <summary>What the events know of a serial.</summary>
/// <param name="NotAfter">After which lists no longer name it.</param>
/// <param name="SigningKey">The name of the authority's key that signed: two authorities must not answer for each other's serials.</param>
/// <param name="Revocation">Null where it stands.</param>
public sealed record SerialStatus(SerialNumber Serial, Instant NotAfter, string SigningKey, Revocation? Revocation);

/// <summary>
/// Serials as the events have them. A question is answered from everything that was acknowledged before it was asked, however far views have come.
/// <b>Concurrency</b>: safe from any thread.
/// </summary>
public interface ICertificateStatuses
{
    /// <summary>Null where no event has ever named the serial. A serial whose signing was given up is revoked.</summary>
    ValueTask<SerialStatus?> Find(SerialNumber serial, CancellationToken cancellation);

    /// <summary>Everything revoked that has not passed its notAfter, in no particular order.</summary>
    IAsyncEnumerable<SerialStatus> Revoked(Instant at, CancellationToken cancellation);
}
