using NodaTime;
using ScCa.Domain.Certificates;
using ScCa.Domain.People;
using ScCa.Domain.Platforms;
using ScCa.Domain.Refusals;

namespace ScCa.Domain.Invoices;

/// <summary>An invoice is to be taken back by a red-letter one (D4). One that is promised and not issued yet is taken back as soon as it is.</summary>
/// <param name="By">Who in finance decided it; null where it follows from a refund.</param>
public sealed record RequestInvoiceReversal(CommandId Id, CertificateId Certificate, int Application, string Reason, StaffId? By, Instant At)
    : CertificateCommand(Id, Certificate, At)
{
    public override Decision<Certificate> Decide(Certificate state, PolicyBook policies) => (state as KnownCertificate)?.Invoices.LastOrDefault(i => i.Application == Application) switch
    {
        null when state is NotApplied => Refuse.CertificateUnknown(),
        null or { Reversal: not null } => Refuse.NoInvoiceIssued(Application),
        { Reversing.Failure: null, Reversing: not null } => Refuse.ReversalAlreadyRequested(Application),
        _ when string.IsNullOrWhiteSpace(Reason) => Refuse.ReasonMissing(),
        _ => new InvoiceReversalRequested(Application, Reason, By, At),
    };
}

/// <summary>Asked for again after a failure, it is another attempt.</summary>
public sealed record InvoiceReversalRequested(int Application, string Reason, StaffId? By, Instant At) : ApplicationEvent(Application, At)
{
    public override Certificate Evolve(Certificate state) => state is KnownCertificate c && c.Invoices.Any(i => i.Application == Application && (i.Reversing is null or { Failure: not null }))
        ? c with { Invoices = [.. c.Invoices.Select(i => i.Application == Application ? Requested(i) : i)] }
        : throw ImpossibleIn(state);

    private Invoice Requested(Invoice invoice) =>
        invoice with { Reversing = new ReversalRequest(Reason, By, null), ReversalAttempts = invoice.ReversalAttempts + 1 };
}
