using NodaTime;
using ScCa.Domain.Certificates;

namespace ScCa.Application.Ports;

/// <summary>What the events know of a serial.</summary>
/// <param name="Revocation">Null where it stands.</param>
/// <param name="NotAfter">After which lists no longer name it.</param>
public sealed record SerialStatus(SerialNumber Serial, Instant NotAfter, Revocation? Revocation);

/// <summary>
/// Serials as the events have them. A question is answered from everything that was acknowledged before it was asked, however far views have come.
/// <b>Concurrency</b>: safe from any thread.
/// </summary>
public interface ICertificateStatuses
{
    /// <summary>Null where no event has ever named the serial. A serial whose signing was given up is revoked.</summary>
    ValueTask<SerialStatus?> Find(SerialNumber serial, CancellationToken cancellation);

    /// <summary>Everything revoked that has not passed its notAfter, in the order of serials.</summary>
    IAsyncEnumerable<SerialStatus> Revoked(Instant at, CancellationToken cancellation);
}
