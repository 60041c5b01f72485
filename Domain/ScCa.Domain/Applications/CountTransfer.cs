using NodaTime;
using ScCa.Domain.Certificates;
using ScCa.Domain.Payments;
using ScCa.Domain.Platforms;
using ScCa.Domain.Refusals;

namespace ScCa.Domain.Applications;

/// <summary>Counts claimed money towards the open application; a corporate transfer (对公转账) may verify, pay, or both (P1, P2).</summary>
public sealed record CountTransfer(
    CommandId Id, CertificateId Certificate, int Application, BankReference Reference, PaymentMeans Means, Payer Payer, Money Amount, Instant At)
    : CertificateCommand(Id, Certificate, At)
{
    // Order is precedence: the first arm that matches is the answer given.
    public override Decision<Certificate> Decide(Certificate state, PolicyBook policies) => state switch
    {
        NotApplied => Refuse.CertificateUnknown(),
        // An amount of nothing would verify an application that charges nothing, and leave it open to withdrawal while it is being issued.
        _ when Amount <= Money.Zero => Refuse.AmountNotPositive(Amount),
        { Open: { } open } when open.Payments.Any(p => p.Reference == Reference) => Refuse.TransferAlreadyCounted(Reference),
        KnownCertificate { Open: { AwaitsMoney: true } open } c when open.Number == Application => Counted(c, open, policies),
        { Open: { } open } when open.Number == Application => Refuse.ApplicationAwaitsNoMoney(open.Number, open.Step),
        _ => Refuse.ApplicationNotOpen(Application),
    };

    private Decision<Certificate> Counted(KnownCertificate certificate, OpenApplication open, PolicyBook policies) => Means switch
    {
        _ when !open.Under.Payment.Contains(Means) => Refuse.PaymentMeansNotOffered(Means),
        PaymentMeans.CorporateTransfer when certificate.Holder.Payer != Payer.NameIndex => Refuse.PayerIsNotTheHolder(),
        not PaymentMeans.CorporateTransfer when open.Missing <= Money.Zero => Refuse.ApplicationAwaitsNoMoney(open.Number, open.Step),
        _ => Ready.With(certificate, policies, At, [.. Facts(open)]),
    };

    // One match, up to two facts: a transfer can prove who pays and pay what is due. A step that is not needed is absent (A3).
    private List<Event<Certificate>> Facts(OpenApplication open)
    {
        var received = open.Received + Amount;
        var counted = new TransferCounted(Application, Reference, Means, Amount, open.Charge.Total.Beyond(received), received.Beyond(open.Charge.Total), At);
        List<Event<Certificate>> facts = [counted];
        if (counted.Missing > Money.Zero)
            return facts;
        if (open.Missing > Money.Zero)
            facts.Add(new ApplicationPaid(Application, open.Charge.Total, At));
        if (Means == PaymentMeans.CorporateTransfer && open.StillNeeds(Verification.CorporateTransfer))
            facts.Add(new IdentityVerified(Application, Verification.CorporateTransfer, Reference.Value, At));
        return facts;
    }
}

/// <param name="Missing">What is still to be paid after this transfer.</param>
/// <param name="Excess">What was received beyond the charge and can be refunded.</param>
public sealed record TransferCounted(
    int Application, BankReference Reference, PaymentMeans Means, Money Amount, Money Missing, Money Excess, Instant At)
    : ApplicationEvent(Application, At)
{
    public override Certificate Evolve(Certificate state) =>
        this.WithOpen(state, open => open with { Payments = open.Payments.Add(new CountedPayment(Reference, Amount)) });
}

/// <summary>The charge is met in full.</summary>
public sealed record ApplicationPaid(int Application, Money Charge, Instant At) : ApplicationEvent(Application, At)
{
    public override Certificate Evolve(Certificate state) => this.WithOpen(state, open => open);
}
