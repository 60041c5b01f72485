using NodaTime;
using ScCa.Domain.Platforms;
using ScCa.Domain.Refusals;

namespace ScCa.Domain.Certificates;

/// <summary>
/// An intent without a known outcome is given up. Whether its signature was made is unknowable after a crash, so the serial is burned,
/// and with it the other one of a pair: they count as revoked from now on and are never used again.
/// </summary>
public sealed record AbandonIssuance(CommandId Id, CertificateId Certificate, SerialNumber Serial, Instant At)
    : CertificateCommand(Id, Certificate, At)
{
    public override Decision<Certificate> Decide(Certificate state, PolicyBook policies) => state switch
    {
        KnownCertificate { Intent: { } intent } when intent.Serial == Serial => new IssuanceAbandoned(intent.Generation, Serial, At),
        NotApplied => Refuse.CertificateUnknown(),
        _ => Refuse.SignatureNotIntended(Serial),
    };
}

public sealed record IssuanceAbandoned(int Generation, SerialNumber Serial, Instant At) : CertificateEvent(At)
{
    public override Certificate Evolve(Certificate state) => state is KnownCertificate { Intent: { } intent } certificate && intent.Serial == Serial
        ? certificate with { Intent = null, BurnedSerials = certificate.BurnedSerials.AddRange(intent.Serials) }
        : throw ImpossibleIn(state);
}
