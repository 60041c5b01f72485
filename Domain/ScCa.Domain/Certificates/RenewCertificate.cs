using NodaTime;
using ScCa.Domain.Applications;
using ScCa.Domain.Platforms;
using ScCa.Domain.Refusals;

namespace ScCa.Domain.Certificates;

/// <summary>Renew (更新), in validity or after expiry.</summary>
public sealed record RenewCertificate(CommandId Id, CertificateId Certificate, Applying Applying, Term Term, KeyProof? Proof, Instant At)
    : OperationCommand(Id, Certificate, Applying, Proof, At)
{
    /// <summary>Renew opens so many days before notAfter, the day itself included (C3).</summary>
    public const int OpensDaysBefore = 60;

    protected override Operation Operation => Operation.Renew;

    protected override Refusal? Ineligible(IssuedCertificate certificate) => certificate switch
    {
        // A grant that was left unused past the date it gives can give nothing any more, and must not stand in the way of a new one.
        { Grant: { } grant } when Today <= grant.NotAfter => Refuse.UpdateAlreadyGranted(grant.Operation, grant.NotAfter),
        _ when Today < FirstDate(certificate) => Refuse.RenewalNotYetOpen(FirstDate(certificate), certificate.NotAfter),
        _ => null,
    };

    protected override Refusal? NotTaken(IssuedCertificate certificate, PlatformPolicy policy) =>
        policy.Terms.Contains(Term) ? null : Refuse.TermNotOffered(Term, policy.Name);

    protected override Charge ChargeOf(IssuedCertificate certificate, PlatformPolicy policy) =>
        policy.Tariff(certificate.Holder.Kind).Renew(Term, policy.Seals.Coupling == SealCoupling.Coupled ? 1 : 0);

    protected override OperationApplied Applied(int number, AppliedUnder under) => new RenewalApplied(number, under, Term, At);

    private static LocalDate FirstDate(IssuedCertificate certificate) => certificate.NotAfter.PlusDays(-OpensDaysBefore);
}

public sealed record RenewalApplied(int Application, AppliedUnder Under, Term Term, Instant At) : OperationApplied(Application, Under, At)
{
    public override Request Request => new RenewRequest(Term);
}

public sealed record RenewRequest(Term Term) : DecidedRequest
{
    public override Operation Operation => Operation.Renew;

    internal override Decision<Certificate> Fulfil(IssuedCertificate certificate, OpenApplication open, PolicyBook policies, Instant at) =>
        Fulfilled([
            .. Outlived(certificate, at),
            .. certificate.UpdateGrantEnded(at),
            new UpdateGranted(
                open.Number, Operation, certificate.Holder, NotAfter(certificate, open, at), open.Charge.Total,
                Coupling.IsOneWithSeal(certificate, open, policies), at),
        ]);

    // C1: a signature left under way for a grant that can give nothing any more must not be taken for this one's.
    private static IEnumerable<IssuanceAbandoned> Outlived(IssuedCertificate certificate, Instant at) =>
        certificate.Intent is { } intent ? [new IssuanceAbandoned(intent.Generation, intent.Serial, at)] : [];

    // C4: nothing is lost by renewing early; after expiry the new term counts from the grant.
    private LocalDate NotAfter(IssuedCertificate certificate, OpenApplication open, Instant at) =>
        Term.After(open.Under.Stage == Stage.InValidity ? certificate.NotAfter : Shanghai.DateOf(at));
}
