using System.Collections.Immutable;
using NodaTime;
using ScCa.Domain.Applications;
using ScCa.Domain.Certificates;
using ScCa.Domain.Platforms;
using ScCa.Domain.Refusals;

namespace ScCa.Domain.Seals;

/// <summary>SealApply (申请签章): seals for a certificate that is already there (S8), one for each picture.</summary>
public sealed record ApplyForSeals(
    CommandId Id, CertificateId Certificate, Applying Applying, ImmutableArray<Digest> Pictures, KeyProof? Proof, Instant At)
    : OperationCommand(Id, Certificate, Applying, Proof, At)
{
    protected override Operation Operation => Operation.SealApply;

    protected override Refusal? Ineligible(IssuedCertificate certificate) => certificate switch
    {
        // P8: charged until the end that the certificate has, which a grant that is still to be written moves.
        { Grant: { } grant } when Today <= grant.NotAfter && grant.NotAfter > certificate.NotAfter => Refuse.UpdateAlreadyGranted(grant.Operation, grant.NotAfter),
        _ when Pictures.IsEmpty => Refuse.SealPictureMissing(),
        _ when !certificate.Current.IsValidAt(At) => Refuse.SealNeedsValidCertificate(certificate.NotAfter),
        _ => null,
    };

    protected override Charge ChargeOf(IssuedCertificate certificate, PlatformPolicy policy) =>
        policy.Tariff(certificate.Holder.Kind).Seals(Pictures.Length, Today, certificate.NotAfter);

    protected override OperationApplied Applied(int number, AppliedUnder under) => new SealsAppliedFor(number, under, Pictures, At);
}

public sealed record SealsAppliedFor(int Application, AppliedUnder Under, ImmutableArray<Digest> Pictures, Instant At) : OperationApplied(Application, Under, At)
{
    public override Request Request => new SealApplyRequest(Pictures);
}

public sealed record SealApplyRequest(ImmutableArray<Digest> Pictures) : DecidedRequest
{
    public override Operation Operation => Operation.SealApply;

    public override bool NeedsValidCertificate => true;

    public override int SealPictures => Pictures.Length;

    internal override Decision<Certificate> Fulfil(IssuedCertificate certificate, OpenApplication open, PolicyBook policies, Instant at) =>
        certificate.Current.IsValidAt(at)
            ? SealsFulfilled.With(
                SealWork.Made(
                    open.Number, certificate.Seals.Length + 1, Pictures, policies.SealFormatFor(certificate, open), certificate.CurrentGeneration,
                    certificate.NotAfter, at),
                open, policies, at)
            : Refuse.SealNeedsValidCertificate(certificate.NotAfter);
}
