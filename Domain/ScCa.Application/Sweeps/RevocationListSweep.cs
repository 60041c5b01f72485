using NodaTime;
using ScCa.Application.Ports;

namespace ScCa.Application.Sweeps;

/// <summary>Every night's lists of revoked certificates (C8).</summary>
public sealed class RevocationListSweep(IRevocationListPublisher lists) : ISweep
{
    public string Name => "revocation-lists";

    public Task<int> Run(Instant asOf, CancellationToken cancellation) => lists.IssueDue(asOf, cancellation);
}
