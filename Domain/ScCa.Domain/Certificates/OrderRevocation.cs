using NodaTime;
using ScCa.Domain.People;
using ScCa.Domain.Platforms;
using ScCa.Domain.Refusals;

namespace ScCa.Domain.Certificates;

/// <summary>The authority's own revocation as one member of staff ordered it; another has to confirm it (C8).</summary>
public sealed record RevocationOrder(RevocationReason Reason, string Grounds, StaffId By);

/// <summary>The authority means to revoke (compromise, court order, error), whatever the platform offers: the first of two people (C8).</summary>
public sealed record OrderRevocation(CommandId Id, CertificateId Certificate, RevocationReason Reason, string Grounds, StaffId By, Instant At)
    : CertificateCommand(Id, Certificate, At)
{
    public override Decision<Certificate> Decide(Certificate state, PolicyBook policies) => state switch
    {
        NotApplied => Refuse.CertificateUnknown(),
        RevokedCertificate revoked => Refuse.CertificateIsRevoked(Shanghai.DateOf(revoked.RevokedAt)),
        IssuedCertificate { RevocationOrder: { } order } => Refuse.RevocationAlreadyOrdered(order.By),
        IssuedCertificate when string.IsNullOrWhiteSpace(Grounds) => Refuse.ReasonMissing(),
        IssuedCertificate => new RevocationOrdered(Reason, Grounds, By, At),
        _ => Refuse.CertificateNotIssued(),
    };
}

public sealed record RevocationOrdered(RevocationReason Reason, string Grounds, StaffId By, Instant At) : CertificateEvent(At)
{
    public override Certificate Evolve(Certificate state) => state is IssuedCertificate { RevocationOrder: null } c
        ? c with { RevocationOrder = new RevocationOrder(Reason, Grounds, By) }
        : throw ImpossibleIn(state);
}
