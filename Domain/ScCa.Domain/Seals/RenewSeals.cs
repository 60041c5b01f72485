using System.Collections.Immutable;
using NodaTime;
using ScCa.Domain.Applications;
using ScCa.Domain.Certificates;
using ScCa.Domain.Platforms;
using ScCa.Domain.Refusals;

namespace ScCa.Domain.Seals;

/// <summary>SealRenew (签章续期): seals that end before their certificate get its end (S5, P8).</summary>
public sealed record RenewSeals(CommandId Id, CertificateId Certificate, Applying Applying, KeyProof? Proof, Instant At)
    : OperationCommand(Id, Certificate, Applying, Proof, At)
{
    protected override Operation Operation => Operation.SealRenew;

    protected override Refusal? Ineligible(IssuedCertificate certificate) => certificate switch
    {
        // P8: charged until the end that the certificate has, which a grant that is still to be written moves.
        { Grant: { } grant } when Today <= grant.NotAfter && grant.NotAfter > certificate.NotAfter => Refuse.UpdateAlreadyGranted(grant.Operation, grant.NotAfter),
        _ when !certificate.Current.IsValidAt(At) => Refuse.SealRenewalNeedsValidCertificate(certificate.NotAfter),
        _ when !certificate.StandingSeals.Any() => Refuse.NoSealToRenew(),
        _ when EndingEarly(certificate).IsEmpty => Refuse.SealsLastAsLongAsTheCertificate(certificate.NotAfter),
        _ => null,
    };

    // P8: counted from today where the seal has ended already.
    protected override Charge ChargeOf(IssuedCertificate certificate, PlatformPolicy policy) => policy.Tariff(certificate.Holder.Kind)
        .Seals(EndingEarly(certificate).Select(s => LocalDate.Max(Today, s.NotAfter)), certificate.NotAfter);

    protected override OperationApplied Applied(int number, AppliedUnder under) => new SealRenewalApplied(number, under, At);

    internal static ImmutableArray<Seal> EndingEarly(IssuedCertificate certificate) =>
        [.. certificate.StandingSeals.Where(s => s.NotAfter < certificate.NotAfter)];
}

public sealed record SealRenewalApplied(int Application, AppliedUnder Under, Instant At) : OperationApplied(Application, Under, At)
{
    public override Request Request => new SealRenewRequest();
}

public sealed record SealRenewRequest : DecidedRequest
{
    public override Operation Operation => Operation.SealRenew;

    public override bool NeedsValidCertificate => true;

    internal override Decision<Certificate> Fulfil(IssuedCertificate certificate, OpenApplication open, PolicyBook policies, Instant at) =>
        certificate.Current.IsValidAt(at)
            ? SealsFulfilled.With(
                SealWork.Replaced(
                    certificate, open.Number, RenewSeals.EndingEarly(certificate), SealCause.Renewal, s => s.Format, certificate.CurrentGeneration,
                    _ => certificate.NotAfter, at),
                open, policies, at)
            : Refuse.SealRenewalNeedsValidCertificate(certificate.NotAfter);
}
