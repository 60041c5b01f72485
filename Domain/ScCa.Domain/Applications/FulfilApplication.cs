using NodaTime;
using ScCa.Domain.Certificates;
using ScCa.Domain.Platforms;
using ScCa.Domain.Refusals;

namespace ScCa.Domain.Applications;

/// <summary>Does what an application asks for, once nothing stands in its way any more (A3); each operation says what that is.</summary>
public sealed record FulfilApplication(CommandId Id, CertificateId Certificate, int Application, Instant At) : CertificateCommand(Id, Certificate, At)
{
    public override Decision<Certificate> Decide(Certificate state, PolicyBook policies) => state switch
    {
        NotApplied => Refuse.CertificateUnknown(),
        IssuedCertificate { Open: { Step: ApplicationStep.ReadyToFulfil, Request: DecidedRequest request } open } c when open.Number == Application =>
            request.Fulfil(c, open, policies, At),
        { Open: { Step: ApplicationStep.ReadyToFulfil } open } when open.Number == Application => Refuse.FulfilledByItsIssue(open.Operation),
        { Open: { } open } when open.Number == Application => Refuse.ApplicationNotReady(open.Number, open.Step),
        _ => Refuse.ApplicationNotOpen(Application),
    };
}
