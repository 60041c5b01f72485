using NodaTime;
using ScCa.Domain.Applications;
using ScCa.Domain.Platforms;
using ScCa.Domain.Refusals;

namespace ScCa.Domain.Certificates;

/// <summary>Opens the update permission once the renewal is approved, verified and paid (C5, P7).</summary>
public sealed record GrantRenewal(CommandId Id, CertificateId Certificate, Instant At) : CertificateCommand(Id, Certificate, At)
{
    public override Decision<Certificate> Decide(Certificate state, PolicyBook policies) => state switch
    {
        NotApplied => Refuse.CertificateUnknown(),
        IssuedCertificate { Open: { Operation: Operation.Renew, Step: ApplicationStep.ReadyToFulfil } open } c =>
            new RenewalGranted(open.Number, NotAfter(c, open), At),
        { Open: { Operation: Operation.Renew } open } => Refuse.ApplicationNotReady(open.Number, open.Step),
        _ => Refuse.NoOpenRenewal(),
    };

    // C4: nothing is lost by renewing early; after expiry the new term counts from the grant.
    private LocalDate NotAfter(IssuedCertificate certificate, OpenApplication open) =>
        open.Term.After(open.Stage == Stage.InValidity ? certificate.NotAfter : Shanghai.DateOf(At));
}

public sealed record RenewalGranted(int Application, LocalDate NotAfter, Instant At) : ApplicationEvent(Application, At)
{
    // A2: the application ends here; the grant lives on until it is written to the key.
    public override Certificate Evolve(Certificate state) => state is IssuedCertificate { Open.Number: var open } certificate && open == Application
        ? certificate with { Open = null, Grant = new UpdateGrant(Application, NotAfter, At) }
        : throw ImpossibleIn(state);
}
