using NodaTime;
using ScCa.Domain.Applications;
using ScCa.Domain.Platforms;
using ScCa.Domain.Refusals;

namespace ScCa.Domain.Certificates;

/// <summary>
/// Applies for an operation on an issued certificate. What all of them share is decided here; an operation adds what it alone needs.
/// <paramref name="Proof"/> shows that the present key is at hand (A6).
/// </summary>
public abstract record OperationCommand(CommandId Id, CertificateId Certificate, Applying Applying, KeyProof? Proof, Instant At)
    : CertificateCommand(Id, Certificate, At)
{
    protected abstract Operation Operation { get; }

    protected LocalDate Today => Shanghai.DateOf(At);

    // Order is precedence: the first arm that matches is the answer given.
    public sealed override Decision<Certificate> Decide(Certificate state, PolicyBook policies) => state switch
    {
        NotApplied => Refuse.CertificateUnknown(),
        RevokedCertificate revoked => Refuse.CertificateIsRevoked(Shanghai.DateOf(revoked.RevokedAt)),
        { Open: { } open } when !Supersedes(open) => Refuse.ApplicationInProgress(open.Number, open.Operation),
        IssuedCertificate c => Ineligible(c) is { } refusal ? refusal : Offered(c, policies),
        _ => Refuse.CertificateNotIssued(),
    };

    /// <summary>Whether this operation closes the open one instead of waiting for it (A2).</summary>
    protected virtual bool Supersedes(OpenApplication open) => false;

    /// <summary>Why the certificate as it stands cannot have this operation, whatever its platform offers.</summary>
    protected virtual Refusal? Ineligible(IssuedCertificate certificate) => null;

    /// <summary>Why this platform does not take what is asked for.</summary>
    protected virtual Refusal? NotTaken(IssuedCertificate certificate, PlatformPolicy policy) => null;

    protected virtual Charge ChargeOf(IssuedCertificate certificate, PlatformPolicy policy) => policy.Tariff(certificate.Holder.Kind).Each(Operation);

    protected abstract OperationApplied Applied(int number, AppliedUnder under);

    private Decision<Certificate> Offered(IssuedCertificate certificate, PolicyBook policies)
    {
        // C3: judged when applied; what is decided here holds even if the approval comes after expiry.
        var stage = certificate.Current.IsValidAt(At) ? Stage.InValidity : Stage.Expired;
        var (offer, refusal) = Offer.For(policies, certificate.Platform, certificate.Holder.Kind, Operation, stage, Applying, At);
        return offer switch
        {
            null => refusal!,
            _ when NotTaken(certificate, offer.Policy) is { } notTaken => notTaken,
            _ when offer.Way.NeedsKey && Proof?.Serial != certificate.Current.Serial => Refuse.PresentKeyNotProven(),
            _ => AppliedFor(certificate, offer, policies),
        };
    }

    private Decision<Certificate> AppliedFor(IssuedCertificate certificate, Offer offer, PolicyBook policies)
    {
        var number = certificate.Applications + 1;
        List<Event<Certificate>> facts = [];
        if (certificate.Open is { } open)
            facts.Add(new ApplicationSuperseded(open.Number, number, open.Payments, At));
        facts.Add(Applied(number, offer.Under(ChargeOf(certificate, offer.Policy), policies.Calendar)));
        if (offer.Way.NeedsKey)
            facts.Add(new IdentityVerified(number, Verification.KeySignature, Proof!.ChallengeDigest.Value, At));
        return Ready.With(certificate, policies, At, [.. facts]);
    }
}

/// <summary>An application was made; everything it is judged by later is fixed in it.</summary>
public abstract record OperationApplied(int Application, AppliedUnder Under, Instant At) : ApplicationEvent(Application, At)
{
    public abstract Request Request { get; }

    public override Certificate Evolve(Certificate state) => state is IssuedCertificate { Open: null } certificate
        ? certificate with { Handler = Under.Applying.Handler, Applications = Application, Open = new OpenApplication(Application, Request, Under, At) }
        : throw ImpossibleIn(state);
}
