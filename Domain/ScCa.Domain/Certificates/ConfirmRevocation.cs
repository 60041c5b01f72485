using NodaTime;
using ScCa.Domain.Applications;
using ScCa.Domain.People;
using ScCa.Domain.Platforms;
using ScCa.Domain.Refusals;

namespace ScCa.Domain.Certificates;

/// <summary>The second of two people lets the authority's revocation happen (C8); what was open, or granted and not written, is closed and refunded (A2).</summary>
public sealed record ConfirmRevocation(CommandId Id, CertificateId Certificate, StaffId By, Instant At) : CertificateCommand(Id, Certificate, At)
{
    public override Decision<Certificate> Decide(Certificate state, PolicyBook policies) => state switch
    {
        NotApplied => Refuse.CertificateUnknown(),
        RevokedCertificate revoked => Refuse.CertificateIsRevoked(Shanghai.DateOf(revoked.RevokedAt)),
        IssuedCertificate { RevocationOrder: { } order } when order.By == By => Refuse.SecondPersonNeeded(),
        IssuedCertificate { RevocationOrder: { } order } c => Revoked(c, order),
        _ => Refuse.RevocationNotOrdered(),
    };

    private Decision<Certificate> Revoked(IssuedCertificate certificate, RevocationOrder order)
    {
        List<Event<Certificate>> facts = [];
        if (certificate.Open is { } open)
            facts.Add(new ApplicationSuperseded(open.Number, null, open.Payments, At));
        facts.AddRange(certificate.GrantsEnded(At));
        facts.Add(new CertificateRevoked(null, order.Reason, [order.By, By], At));
        return Record([.. facts]);
    }
}
