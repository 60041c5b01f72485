using NodaTime;
using ScCa.Domain.Applications;
using ScCa.Domain.Platforms;
using ScCa.Domain.Refusals;

namespace ScCa.Domain.Certificates;

/// <summary>What may be signed now: for a New or a Reissue that is ready, or for a grant that has no generation yet.</summary>
public sealed record IssuancePlan(int Application, int Generation, Holder Holder, PlatformId Platform, Validity Validity)
{
    /// <summary>The plan, or the refusal that stands in its way (C1, C2, C4).</summary>
    public static (IssuancePlan? Plan, Refusal? Refusal) For(Certificate state, Instant at) => state switch
    {
        RevokedCertificate revoked => (null, Refuse.CertificateIsRevoked(Shanghai.DateOf(revoked.RevokedAt))),
        KnownCertificate { Intent: { } intent } => (null, Refuse.SignatureAlreadyIntended(intent.Serial)),
        RequestedCertificate { Open: { Step: ApplicationStep.ReadyToFulfil, Request: NewRequest wish } open } c => (New(c, open, wish, at), null),
        RequestedCertificate { Open: { } open } => (null, Refuse.ApplicationNotReady(open.Number, open.Step)),
        IssuedCertificate { Open: { Step: ApplicationStep.ReadyToFulfil, Request: ReissueRequest } open } c => Reissued(c, open, at),
        // A grant that was left unused past the date it gives has nothing left to give: its certificate would end before it began.
        IssuedCertificate { Grant: { Generation: null } grant } c when Shanghai.DateOf(at) <= grant.NotAfter => (Granted(c, grant, at), null),
        NotApplied => (null, Refuse.CertificateUnknown()),
        _ => (null, Refuse.NothingToIssue()),
    };

    private static IssuancePlan New(RequestedCertificate certificate, OpenApplication open, NewRequest wish, Instant at) =>
        new(open.Number, 1, certificate.Holder, certificate.Platform, Validity.Until(at, wish.Term.After(Shanghai.DateOf(at))));

    // C7: notAfter stays. Left until there is nothing of it any more, a renewal is what helps.
    private static (IssuancePlan?, Refusal?) Reissued(IssuedCertificate certificate, OpenApplication open, Instant at) => Shanghai.DateOf(at) <= certificate.NotAfter
        ? (Next(certificate, open.Number, certificate.Holder, certificate.NotAfter, at), null)
        : (null, Refuse.ReissueNeedsValidCertificate(certificate.NotAfter));

    private static IssuancePlan Granted(IssuedCertificate certificate, UpdateGrant grant, Instant at) =>
        Next(certificate, grant.Application, grant.Holder, grant.NotAfter, at);

    private static IssuancePlan Next(IssuedCertificate certificate, int application, Holder holder, LocalDate notAfter, Instant at) =>
        new(application, certificate.Generations.Length + 1, holder, certificate.Platform, Validity.Until(at, notAfter));
}
