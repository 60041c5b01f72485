using NodaTime;
using ScCa.Domain.Platforms;
using ScCa.Domain.Refusals;

namespace ScCa.Domain.Certificates;

/// <summary>The nightly sweep notes that the generation on the key has passed its notAfter (C9).</summary>
public sealed record ExpireCertificate(CommandId Id, CertificateId Certificate, Instant At) : CertificateCommand(Id, Certificate, At)
{
    public override Decision<Certificate> Decide(Certificate state, PolicyBook policies) => state switch
    {
        NotApplied => Refuse.CertificateUnknown(),
        RevokedCertificate revoked => Refuse.CertificateIsRevoked(Shanghai.DateOf(revoked.RevokedAt)),
        IssuedCertificate c when c.ExpiredGeneration == c.CurrentGeneration => Refuse.ExpiryAlreadyRecorded(c.NotAfter),
        IssuedCertificate c when Shanghai.DateOf(At) <= c.NotAfter => Refuse.CertificateStillValid(c.NotAfter),
        // Effective at notAfter, however late the sweep runs.
        IssuedCertificate c => new CertificateExpired(c.CurrentGeneration, c.Current.Validity.NotAfter),
        _ => Refuse.CertificateNotIssued(),
    };
}

public sealed record CertificateExpired(int Generation, Instant At) : CertificateEvent(At)
{
    public override Certificate Evolve(Certificate state) => state is IssuedCertificate certificate && certificate.CurrentGeneration == Generation
        ? certificate with { ExpiredGeneration = Generation }
        : throw ImpossibleIn(state);
}
