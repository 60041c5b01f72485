using NodaTime;
using ScCa.Domain.Certificates;
using ScCa.Domain.People;
using ScCa.Domain.Platforms;
using ScCa.Domain.Refusals;

namespace ScCa.Domain.Applications;

/// <summary>
/// What a handler handles goes with him to the phone that his unit has moved him to (U2). The proof was given to the unit, and is not asked for once more.
/// </summary>
/// <param name="Former">Who he was until then: where somebody else handles the certificate by now, nothing moves.</param>
public sealed record FollowHandler(CommandId Id, CertificateId Certificate, SubjectId Former, Handler Handler, Instant At)
    : CertificateCommand(Id, Certificate, At)
{
    public override Decision<Certificate> Decide(Certificate state, PolicyBook policies) => state switch
    {
        NotApplied => Refuse.CertificateUnknown(),
        RevokedCertificate revoked => Refuse.CertificateIsRevoked(Shanghai.DateOf(revoked.RevokedAt)),
        KnownCertificate c when c.Handler.Subject != Former => Refuse.HandlerIsAnother(),
        _ => new HandlerChanged(Handler, state.Open?.Number, By: null, At),
    };
}
