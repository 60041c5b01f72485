using NodaTime;
using ScCa.Domain.Certificates;
using ScCa.Domain.Dispatch;
using ScCa.Domain.Payments;
using ScCa.Domain.Platforms;
using ScCa.Domain.Refusals;

namespace ScCa.Domain.Applications;

/// <summary>Counts a claimed corporate transfer (对公转账) towards the open application: it may verify, pay, or both (P1, P2).</summary>
public sealed record CountTransfer(
    CommandId Id, CertificateId Certificate, int Application, BankReference Reference, string PayerName, Money Amount, Instant At)
    : CertificateCommand(Id, Certificate, At)
{
    // Order is precedence: the first arm that matches is the answer given.
    public override Decision<Certificate> Decide(Certificate state, PolicyBook policies) => state switch
    {
        NotApplied => Refuse.CertificateUnknown(),
        // An amount of nothing would verify an application that charges nothing, and leave it open to withdrawal while it is being issued.
        _ when Amount <= Money.Zero => Refuse.AmountNotPositive(Amount),
        { Open: { } open } when open.Transfers.Contains(Reference) => Refuse.TransferAlreadyCounted(Reference),
        KnownCertificate { Open: { Step: ApplicationStep.AwaitingTransfer } open } c when open.Number == Application =>
            c.Holder.CertificateName.IsSameNameAs(PayerName) ? Counted(c, open, policies) : Refuse.PayerIsNotTheHolder(c.Holder.CertificateName),
        { Open: { } open } when open.Number == Application => Refuse.ApplicationAwaitsNoTransfer(open.Number, open.Step),
        _ => Refuse.ApplicationNotOpen(Application),
    };

    private Decision<Certificate> Counted(KnownCertificate certificate, OpenApplication open, PolicyBook policies)
    {
        var received = open.Received + Amount;
        var counted = new TransferCounted(Application, Reference, Amount, open.Charge.Total.Beyond(received), received.Beyond(open.Charge.Total), At);
        if (counted.Missing > Money.Zero)
            return counted;

        // One match, up to two facts: a transfer can prove who pays and pay what is due. A step that is not needed is absent (A3).
        List<Event<Certificate>> facts = [counted];
        if (open.Charge.Total > Money.Zero)
            facts.Add(new ApplicationPaid(Application, open.Charge.Total, At));
        if (!open.IsVerified)
            facts.Add(new IdentityVerified(Application, Verification.CorporateTransfer, Reference.Value, At));
        if (PostedWithin(certificate, open, policies) is { } workingDays)
            facts.Add(new ParcelPromised(Application, policies.Calendar.WorkingDaysAfter(Shanghai.DateOf(At), workingDays), At));
        return Record([.. facts]);
    }

    private static int? PostedWithin(KnownCertificate certificate, OpenApplication open, PolicyBook policies) =>
        policies.Version(certificate.Platform, open.PolicyVersion)
            .Service(open.Operation, certificate.Holder.Kind, open.Stage)?.PostedWithinWorkingDays;
}

/// <param name="Missing">What is still to be paid after this transfer.</param>
/// <param name="Excess">What was received beyond the charge and can be refunded.</param>
public sealed record TransferCounted(int Application, BankReference Reference, Money Amount, Money Missing, Money Excess, Instant At)
    : ApplicationEvent(Application, At)
{
    public override Certificate Evolve(Certificate state) =>
        this.WithOpen(state, open => open with { Received = open.Received + Amount, Transfers = open.Transfers.Add(Reference) });
}

/// <summary>The charge is met in full.</summary>
public sealed record ApplicationPaid(int Application, Money Charge, Instant At) : ApplicationEvent(Application, At)
{
    public override Certificate Evolve(Certificate state) => this.WithOpen(state, open => open);
}
