using NodaTime;
using ScCa.Domain.Applications;
using ScCa.Domain.People;
using ScCa.Domain.Platforms;
using ScCa.Domain.Refusals;

namespace ScCa.Domain.Certificates;

/// <summary>Renew (更新), in validity or after expiry. <paramref name="Proof"/> shows that the present key is at hand (A6).</summary>
public sealed record RenewCertificate(
    CommandId Id, CertificateId Certificate, Handler Handler, Channel Channel, Term Term, KeyProof? Proof, Instant At)
    : CertificateCommand(Id, Certificate, At)
{
    /// <summary>Renew opens so many days before notAfter, the day itself included (C3).</summary>
    public const int OpensDaysBefore = 60;

    // Order is precedence: the first arm that matches is the answer given.
    public override Decision<Certificate> Decide(Certificate state, PolicyBook policies) => state switch
    {
        { Open: { } open } => Refuse.ApplicationInProgress(open.Number, open.Operation),
        // A grant that was left unused past the date it gives can give nothing any more, and must not stand in the way of a new one.
        IssuedCertificate { Grant: { } grant } when Today <= grant.NotAfter => Refuse.RenewalAlreadyGranted(grant.NotAfter),
        IssuedCertificate c when Today < FirstDate(c) => Refuse.RenewalNotYetOpen(FirstDate(c), c.NotAfter),
        IssuedCertificate c => Offered(c, policies),
        RequestedCertificate => Refuse.CertificateNotIssued(),
        _ => Refuse.CertificateUnknown(),
    };

    private LocalDate Today => Shanghai.DateOf(At);

    private static LocalDate FirstDate(IssuedCertificate certificate) => certificate.NotAfter.PlusDays(-OpensDaysBefore);

    private Decision<Certificate> Offered(IssuedCertificate certificate, PolicyBook policies)
    {
        // C3: judged when applied; what is decided here holds even if the approval comes after expiry.
        var stage = certificate.Current.IsValidAt(At) ? Stage.InValidity : Stage.Expired;
        var policy = policies.InEffect(certificate.Platform, Today);
        var service = policy?.Service(Operation.Renew, certificate.Holder.Kind, stage);
        return (policy, service) switch
        {
            (null, _) => Refuse.PlatformNotServed(certificate.Platform),
            (_, null) => Refuse.OperationNotOffered(Operation.Renew, stage, policy.Name),
            _ when !service.Channels.Contains(Channel) => Refuse.ChannelNotOffered(Channel, policy.Name),
            _ when !policy.Terms.Contains(Term) => Refuse.TermNotOffered(Term, policy.Name),
            _ when service.Verification == Verification.KeySignature && Proof?.Serial != certificate.Current.Serial => Refuse.PresentKeyNotProven(),
            _ => Applied(certificate, stage, policy, service),
        };
    }

    private Decision<Certificate> Applied(IssuedCertificate certificate, Stage stage, PlatformPolicy policy, ServicePolicy service)
    {
        var number = certificate.Applications + 1;
        var applied = new RenewalApplied(
            number, stage, Handler, Channel, Term, policy.Version, service.Verification, policy.Charge(Operation.Renew, certificate.Holder.Kind, Term), At);
        return service.Verification == Verification.KeySignature
            ? Record(applied, new IdentityVerified(number, Verification.KeySignature, Proof!.ChallengeDigest.Value, At))
            : applied;
    }
}

/// <summary>
/// The outcome of a challenge signed with the key whose certificate has this serial. Only code that has verified the signature makes one.
/// </summary>
public sealed record KeyProof(SerialNumber Serial, Digest ChallengeDigest);

public sealed record RenewalApplied(
    int Application, Stage Stage, Handler Handler, Channel Channel, Term Term, int PolicyVersion, Verification Verification, Charge Charge, Instant At)
    : ApplicationEvent(Application, At)
{
    public override Certificate Evolve(Certificate state) => state is IssuedCertificate { Open: null } certificate
        ? certificate with
        {
            Handler = Handler,
            Applications = Application,
            Open = new OpenApplication(Application, Operation.Renew, Stage, Handler, Channel, Term, PolicyVersion, Verification, Charge, At),
        }
        : throw ImpossibleIn(state);
}
