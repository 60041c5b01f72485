using NodaTime;
using ScCa.Application.History;

namespace ScCa.Application.BackOffice;

/// <summary>Certificates' histories for members of staff (C12).</summary>
public sealed class HistoryDesk(StaffGate gate, HistoryReader reader)
{
    public async Task<Outcome<CertificateHistory>> Read(string certificate, Instant? asOf, string staff, CancellationToken cancellation) =>
        await gate.Refusal(staff, nameof(HistoryDesk), nameof(Read), cancellation).ConfigureAwait(false) is { } refusal
            ? refusal
            : await reader.Read(certificate, asOf, cancellation).ConfigureAwait(false);
}
