using NodaTime;
using ScCa.Domain.Certificates;
using ScCa.Domain.Platforms;
using ScCa.Domain.Refusals;

namespace ScCa.Domain.Invoices;

/// <summary>The tax system has issued the invoice (D4); after a reversal, a corrected one.</summary>
public sealed record RecordInvoice(CommandId Id, CertificateId Certificate, int Application, string Number, Instant At) : CertificateCommand(Id, Certificate, At)
{
    public override Decision<Certificate> Decide(Certificate state, PolicyBook policies) => (state as KnownCertificate)?.Invoices.LastOrDefault(i => i.Application == Application) switch
    {
        null when state is NotApplied => Refuse.CertificateUnknown(),
        null => Refuse.NoInvoiceDue(Application),
        { IsIssued: true } invoice => Refuse.InvoiceAlreadyIssued(invoice.Number!),
        _ when string.IsNullOrWhiteSpace(Number) => Refuse.InvoiceNumberMissing(),
        _ => new InvoiceIssued(Application, Number, At),
    };
}

public sealed record InvoiceIssued(int Application, string Number, Instant At) : ApplicationEvent(Application, At)
{
    public override Certificate Evolve(Certificate state) => state is KnownCertificate c && c.Invoices.Any(i => i.Application == Application && !i.IsIssued)
        ? c with { Invoices = [.. c.Invoices.Select(i => i.Application == Application ? i with { Number = Number, Reversal = null } : i)] }
        : throw ImpossibleIn(state);
}
