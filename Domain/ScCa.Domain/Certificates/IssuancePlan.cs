using NodaTime;
using ScCa.Domain.Applications;
using ScCa.Domain.Platforms;
using ScCa.Domain.Refusals;

namespace ScCa.Domain.Certificates;

/// <summary>What may be signed now: for an application that is ready, or for a grant that has no generation yet.</summary>
public sealed record IssuancePlan(int Application, int Generation, Holder Holder, PlatformId Platform, Validity Validity)
{
    /// <summary>The plan, or the refusal that stands in its way (C1, C2, C4).</summary>
    public static (IssuancePlan? Plan, Refusal? Refusal) For(Certificate state, Instant at) => state switch
    {
        KnownCertificate { Intent: { } intent } => (null, Refuse.SignatureAlreadyIntended(intent.Serial)),
        RequestedCertificate { Open: { Step: ApplicationStep.ReadyToFulfil } open } c => (New(c, open, at), null),
        RequestedCertificate { Open: { } open } => (null, Refuse.ApplicationNotReady(open.Number, open.Step)),
        // A grant that was left unused past the date it gives has nothing left to give: its certificate would end before it began.
        IssuedCertificate { Grant: { Generation: null } grant } c when Shanghai.DateOf(at) <= grant.NotAfter => (Renewed(c, grant, at), null),
        NotApplied => (null, Refuse.CertificateUnknown()),
        _ => (null, Refuse.NothingToIssue()),
    };

    private static IssuancePlan New(RequestedCertificate certificate, OpenApplication open, Instant at) =>
        new(open.Number, 1, certificate.Holder, certificate.Platform, Validity.Until(at, open.Term.After(Shanghai.DateOf(at))));

    private static IssuancePlan Renewed(IssuedCertificate certificate, UpdateGrant grant, Instant at) =>
        new(grant.Application, certificate.Generations.Length + 1, certificate.Holder, certificate.Platform, Validity.Until(at, grant.NotAfter));
}
