using NodaTime;
using ScCa.Domain.Certificates;
using ScCa.Domain.People;
using ScCa.Domain.Platforms;
using ScCa.Domain.Refusals;

namespace ScCa.Domain.Invoices;

/// <summary>A red-letter invoice takes an issued one back (D4); a corrected one may follow.</summary>
public sealed record ReverseInvoice(CommandId Id, CertificateId Certificate, int Application, string RedNumber, string Reason, StaffId By, Instant At)
    : CertificateCommand(Id, Certificate, At)
{
    public override Decision<Certificate> Decide(Certificate state, PolicyBook policies) => (state as KnownCertificate)?.Invoices.LastOrDefault(i => i.Application == Application) switch
    {
        null when state is NotApplied => Refuse.CertificateUnknown(),
        null or { IsIssued: false } => Refuse.NoInvoiceIssued(Application),
        _ when string.IsNullOrWhiteSpace(RedNumber) => Refuse.InvoiceNumberMissing(),
        _ when string.IsNullOrWhiteSpace(Reason) => Refuse.ReasonMissing(),
        { Number: var number } => new InvoiceReversed(Application, number!, RedNumber, Reason, By, At),
    };
}

/// <param name="By">Who in finance decided it; null where it followed from a refund.</param>
public sealed record InvoiceReversed(int Application, string Number, string RedNumber, string Reason, StaffId? By, Instant At) : ApplicationEvent(Application, At)
{
    public override Certificate Evolve(Certificate state) => state is KnownCertificate c && c.Invoices.Any(i => i.Application == Application && i.IsIssued)
        ? c with { Invoices = [.. c.Invoices.Select(i => i.Application == Application ? i with { Reversal = RedNumber, Reversing = null } : i)] }
        : throw ImpossibleIn(state);
}
