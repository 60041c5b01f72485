using System.Collections.Concurrent;
using ScCa.Application.Ports;
using ScCa.Domain.Certificates;

namespace ScCa.Application.Status;

/// <summary>
/// What was worked out of serials once. It holds for as long as the tail reaches back to where it was worked out and says nothing newer of the certificate, so
/// nothing has to be taken out when something happens. Full, it begins anew: what is asked often is back at once.
/// </summary>
internal sealed class KnownStatuses
{
    private const int Max = 65_536;

    private readonly ConcurrentDictionary<SerialNumber, (string Certificate, long At, SerialStatus Status)> known = new();

    /// <summary>Null where it has to be worked out.</summary>
    public SerialStatus? Find(SerialNumber serial, Tail tail) =>
        known.TryGetValue(serial, out var entry) && tail.From <= entry.At && tail.LastOf(entry.Certificate) <= entry.At ? entry.Status : null;

    /// <param name="at">Everything up to this position is in the status.</param>
    public void Keep(string certificate, long at, SerialStatus status)
    {
        if (known.Count >= Max)
            known.Clear();
        known[status.Serial] = (certificate, at, status);
    }
}
