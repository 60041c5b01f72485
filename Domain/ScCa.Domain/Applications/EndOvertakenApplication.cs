using System.Collections.Immutable;
using NodaTime;
using ScCa.Domain.Certificates;
using ScCa.Domain.Platforms;
using ScCa.Domain.Refusals;

namespace ScCa.Domain.Applications;

/// <summary>The certificate has ended before an application was fulfilled that needs it valid: the application ends by itself, and what was paid goes back (A3).</summary>
public sealed record EndOvertakenApplication(CommandId Id, CertificateId Certificate, int Application, Instant At) : CertificateCommand(Id, Certificate, At)
{
    public override Decision<Certificate> Decide(Certificate state, PolicyBook policies) => state switch
    {
        NotApplied => Refuse.CertificateUnknown(),
        IssuedCertificate { Open: { Request.NeedsValidCertificate: true } open } c when open.Number == Application && Shanghai.DateOf(At) > c.NotAfter =>
            new ApplicationOvertaken(Application, c.NotAfter, open.Payments, At),
        { Open: { } open } when open.Number == Application => Refuse.ApplicationNotOvertaken(Application),
        _ => Refuse.ApplicationNotOpen(Application),
    };
}

/// <summary>Nothing can come of the application any more; what was to be posted for it is not posted, and a signature under way for it is burned.</summary>
/// <param name="NotAfter">The reason: the certificate's last date, before which it was not fulfilled.</param>
/// <param name="Refunds">The payments that are to be refunded whole.</param>
public sealed record ApplicationOvertaken(int Application, LocalDate NotAfter, ImmutableArray<CountedPayment> Refunds, Instant At) : ApplicationEvent(Application, At)
{
    public override Certificate Evolve(Certificate state) => this.Closed(state);
}
