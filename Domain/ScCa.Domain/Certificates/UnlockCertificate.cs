using NodaTime;
using ScCa.Domain.Applications;
using ScCa.Domain.Platforms;
using ScCa.Domain.Refusals;

namespace ScCa.Domain.Certificates;

/// <summary>Unlock (解锁): the PIN is forgotten or locked (C11); after expiry too.</summary>
public sealed record UnlockCertificate(CommandId Id, CertificateId Certificate, Applying Applying, KeyProof? Proof, Instant At)
    : OperationCommand(Id, Certificate, Applying, Proof, At)
{
    protected override Operation Operation => Operation.Unlock;

    protected override Refusal? Ineligible(IssuedCertificate certificate) => certificate.UnlockGrant is null ? null : Refuse.UnlockAlreadyGranted();

    protected override OperationApplied Applied(int number, AppliedUnder under) => new UnlockApplied(number, under, At);
}

public sealed record UnlockApplied(int Application, AppliedUnder Under, Instant At) : OperationApplied(Application, Under, At)
{
    public override Request Request => new UnlockRequest();
}

public sealed record UnlockRequest : DecidedRequest
{
    public override Operation Operation => Operation.Unlock;

    internal override Decision<Certificate> Fulfil(IssuedCertificate certificate, OpenApplication open, PolicyBook policies, Instant at) =>
        Fulfilled(new UnlockGranted(open.Number, open.Charge.Total, at));
}

/// <summary>The PIN may be reset through the administrator key.</summary>
public sealed record UnlockGranted(int Application, Money Charge, Instant At) : ApplicationEvent(Application, At)
{
    public override Certificate Evolve(Certificate state) => state is IssuedCertificate { Open: { } open } certificate && open.Number == Application
        ? certificate with { Open = null, UnlockGrant = new UnlockGrant(Application, Charge, At) { Payments = open.Payments } }
        : throw ImpossibleIn(state);
}
