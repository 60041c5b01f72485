using System.Collections.Immutable;
using NodaTime;
using ScCa.Domain.Certificates;
using ScCa.Domain.People;
using ScCa.Domain.Platforms;
using ScCa.Domain.Refusals;

namespace ScCa.Domain.Applications;

/// <summary>The applicant takes the application back; once money has come in, only together with its refund (A3).</summary>
public sealed record WithdrawApplication(CommandId Id, CertificateId Certificate, int Application, PhoneIndex Phone, bool WithRefund, Instant At)
    : CertificateCommand(Id, Certificate, At)
{
    public override Decision<Certificate> Decide(Certificate state, PolicyBook policies) => Applicant.Refuses(state, Application, Phone) switch
    {
        { } refusal => refusal,
        null when state is KnownCertificate { Intent: { } intent } && intent.Application == Application => Refuse.ApplicationIsBeingFulfilled(Application),
        null when state.Open!.Received > Money.Zero && !WithRefund => Refuse.WithdrawalNeedsRefund(state.Open.Received),
        null => new ApplicationWithdrawn(Application, state.Open!.Payments, At),
    };
}

/// <param name="Refunds">The payments that are to be refunded whole.</param>
public sealed record ApplicationWithdrawn(int Application, ImmutableArray<CountedPayment> Refunds, Instant At) : ApplicationEvent(Application, At)
{
    public override Certificate Evolve(Certificate state) => this.WithOpen(state, _ => null) switch
    {
        // What was to be posted for it is not posted.
        KnownCertificate { Parcel: { } parcel } c when parcel.Application == Application => c with { Parcel = null },
        var other => other,
    };
}
