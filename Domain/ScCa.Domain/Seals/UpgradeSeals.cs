using System.Collections.Immutable;
using NodaTime;
using ScCa.Domain.Applications;
using ScCa.Domain.Certificates;
using ScCa.Domain.Platforms;
using ScCa.Domain.Refusals;

namespace ScCa.Domain.Seals;

/// <summary>SealUpgrade (印章升级): legacy seals become seals of the national standard (S3).</summary>
public sealed record UpgradeSeals(CommandId Id, CertificateId Certificate, Applying Applying, KeyProof? Proof, Instant At)
    : OperationCommand(Id, Certificate, Applying, Proof, At)
{
    /// <summary>So many days of validity must be left, the day itself included.</summary>
    public const int DaysLeftMin = 60;

    protected override Operation Operation => Operation.SealUpgrade;

    protected override Refusal? Ineligible(IssuedCertificate certificate) => certificate switch
    {
        _ when Today > LastDate(certificate) => Refuse.SealUpgradeNeedsRenewal(LastDate(certificate), certificate.NotAfter),
        _ when !certificate.StandingSeals.Any() => Refuse.NoSealToUpgrade(),
        _ when !Legacy(certificate).Any() => Refuse.SealsAlreadyUpgraded(),
        _ => null,
    };

    protected override OperationApplied Applied(int number, AppliedUnder under) => new SealUpgradeApplied(number, under, At);

    internal static ImmutableArray<Seal> Legacy(IssuedCertificate certificate) =>
        [.. certificate.StandingSeals.Where(s => s.Format == SealFormat.GmT0031V2014)];

    private static LocalDate LastDate(IssuedCertificate certificate) => certificate.NotAfter.PlusDays(-DaysLeftMin);
}

public sealed record SealUpgradeApplied(int Application, AppliedUnder Under, Instant At) : OperationApplied(Application, Under, At)
{
    public override Request Request => new SealUpgradeRequest();
}

public sealed record SealUpgradeRequest : DecidedRequest
{
    public override Operation Operation => Operation.SealUpgrade;

    public override bool NeedsValidCertificate => true;

    // S4: the stamped form shows the seal anew.
    public override int SealPictures => 1;

    internal override Decision<Certificate> Fulfil(IssuedCertificate certificate, OpenApplication open, PolicyBook policies, Instant at) =>
        certificate.Current.IsValidAt(at)
            ? SealsFulfilled.With(
                SealWork.Replaced(
                    certificate, open.Number, UpgradeSeals.Legacy(certificate), SealCause.Upgrade, _ => policies.SealFormatFor(certificate, open),
                    certificate.CurrentGeneration, _ => certificate.NotAfter, at),
                open, policies, at)
            : Refuse.SealNeedsValidCertificate(certificate.NotAfter);
}
