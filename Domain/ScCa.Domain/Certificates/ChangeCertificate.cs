using NodaTime;
using ScCa.Domain.Applications;
using ScCa.Domain.Platforms;
using ScCa.Domain.Refusals;

namespace ScCa.Domain.Certificates;

/// <summary>Change (变更): the holder's name or licence number is another; notAfter stays (C6).</summary>
public sealed record ChangeCertificate(CommandId Id, CertificateId Certificate, Applying Applying, Holder NewHolder, KeyProof? Proof, Instant At)
    : OperationCommand(Id, Certificate, Applying, Proof, At)
{
    protected override Operation Operation => Operation.Change;

    protected override Refusal? Ineligible(IssuedCertificate certificate) => certificate switch
    {
        { Grant: { } grant } when Today <= grant.NotAfter => Refuse.UpdateAlreadyGranted(grant.Operation, grant.NotAfter),
        _ when !certificate.Current.IsValidAt(At) => Refuse.ChangeNeedsValidCertificate(certificate.NotAfter),
        _ when NewHolder.Kind != certificate.Holder.Kind || NewHolder.Role != certificate.Holder.Role => Refuse.HolderKindStays(certificate.Holder.Kind),
        _ when NewHolder == certificate.Holder => Refuse.NothingChanged(),
        _ => null,
    };

    protected override Refusal? NotTaken(IssuedCertificate certificate, PlatformPolicy policy) =>
        policy.Role(NewHolder.Role) is { BelongsToUnit: true } && NewHolder.Unit is null ? Refuse.UnitOfHolderMissing(policy.Name) : null;

    protected override OperationApplied Applied(int number, AppliedUnder under) => new ChangeApplied(number, under, NewHolder, At);
}

public sealed record ChangeApplied(int Application, AppliedUnder Under, Holder NewHolder, Instant At) : OperationApplied(Application, Under, At)
{
    public override Request Request => new ChangeRequest(NewHolder);
}

public sealed record ChangeRequest(Holder NewHolder) : DecidedRequest
{
    public override Operation Operation => Operation.Change;

    public override bool NeedsValidCertificate => true;

    // Approved after expiry, it has nothing left to give: its notAfter stays.
    internal override Decision<Certificate> Fulfil(IssuedCertificate certificate, OpenApplication open, PolicyBook policies, Instant at) =>
        Shanghai.DateOf(at) <= certificate.NotAfter
            ? Fulfilled(new UpdateGranted(
                open.Number, Operation, NewHolder, certificate.NotAfter, open.Charge.Total, Coupling.IsOneWithSeal(certificate, open, policies), at))
            : Refuse.ChangeNeedsValidCertificate(certificate.NotAfter);
}
