using NodaTime;
using ScCa.Domain.Invoices;
using ScCa.Domain.Platforms;
using ScCa.Domain.Refusals;
using ScCa.Domain.Seals;

namespace ScCa.Domain.Certificates;

/// <summary>The assistant, or the clerk at the window, says that the granted generation is on the key (C5, C6).</summary>
public sealed record CompleteUpdate(CommandId Id, CertificateId Certificate, SerialNumber WrittenSerial, Instant At)
    : CertificateCommand(Id, Certificate, At)
{
    public override Decision<Certificate> Decide(Certificate state, PolicyBook policies) => state switch
    {
        NotApplied => Refuse.CertificateUnknown(),
        RevokedCertificate revoked => Refuse.CertificateIsRevoked(Shanghai.DateOf(revoked.RevokedAt)),
        // A generation is being signed for a new key: it ends, and names the holder, as things stood when it was committed to (C7).
        IssuedCertificate { Grant.Generation: not null, Intent: { } intent } => Refuse.SignatureAlreadyIntended(intent.Serial),
        IssuedCertificate { Grant: { Generation: { } number } grant } c => c.Generations[number - 1].Serial == WrittenSerial
            ? Completed(c, grant, number, policies)
            : Refuse.AnotherGenerationWasWritten(WrittenSerial),
        _ => Refuse.NothingToWrite(),
    };

    private Decision<Certificate> Completed(IssuedCertificate certificate, UpdateGrant grant, int generation, PolicyBook policies)
    {
        List<Event<Certificate>> facts = [];
        // C6: what names the holder as he no longer is stops being valid. A renewal leaves the old generation to its own end.
        if (grant.Operation == Operation.Change)
            facts.AddRange(certificate.RevokedBefore(grant.Application, generation, Superseding(certificate, grant), At));
        facts.Add(new UpdateCompleted(grant.Application, generation, At));
        facts.AddRange(SealWork.ForGeneration(certificate, grant.Application, generation, grant.Seals ? grant.NotAfter : null, At));
        facts.AddRange(InvoicePromised.For(grant.Application, grant.Charge, policies.Calendar, At));
        return Record([.. facts]);
    }

    private static RevocationReason Superseding(IssuedCertificate certificate, UpdateGrant grant) =>
        certificate.Holder.Unit?.CreditCode == grant.Holder.Unit?.CreditCode ? RevocationReason.Superseded : RevocationReason.AffiliationChanged;
}

public sealed record UpdateCompleted(int Application, int Generation, Instant At) : ApplicationEvent(Application, At)
{
    public override Certificate Evolve(Certificate state) => state is IssuedCertificate { Grant: { Generation: { } granted } grant } certificate && granted == Generation
        ? certificate with { Holder = grant.Holder, CurrentGeneration = Generation, Grant = null }
        : throw ImpossibleIn(state);
}
