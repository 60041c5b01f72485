using NodaTime;
using ScCa.Domain.Invoices;
using ScCa.Domain.Platforms;
using ScCa.Domain.Refusals;

namespace ScCa.Domain.Certificates;

/// <summary>The PIN has been reset to the initial one (C11). No PIN is ever told here.</summary>
public sealed record CompleteUnlock(CommandId Id, CertificateId Certificate, SerialNumber Key, Instant At) : CertificateCommand(Id, Certificate, At)
{
    public override Decision<Certificate> Decide(Certificate state, PolicyBook policies) => state switch
    {
        NotApplied => Refuse.CertificateUnknown(),
        RevokedCertificate revoked => Refuse.CertificateIsRevoked(Shanghai.DateOf(revoked.RevokedAt)),
        IssuedCertificate { UnlockGrant: not null } c when c.Current.Serial != Key => Refuse.AnotherKeyIsInserted(Key),
        IssuedCertificate { UnlockGrant: { } grant } =>
            Record([new CertificateUnlocked(grant.Application, At), .. InvoicePromised.For(grant.Application, grant.Charge, policies.Calendar, At)]),
        _ => Refuse.NothingToUnlock(),
    };
}

public sealed record CertificateUnlocked(int Application, Instant At) : ApplicationEvent(Application, At)
{
    public override Certificate Evolve(Certificate state) => state is IssuedCertificate { UnlockGrant: not null } certificate
        ? certificate with { UnlockGrant = null }
        : throw ImpossibleIn(state);
}
