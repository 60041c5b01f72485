using NodaTime;
using ScCa.Domain.Certificates;
using ScCa.Domain.Platforms;
using ScCa.Domain.Refusals;

namespace ScCa.Domain.Invoices;

/// <summary>The e-invoice platform has taken back what it was asked to (D4). Told of an attempt that had failed before, it counts all the same.</summary>
public sealed record RecordInvoiceReversal(CommandId Id, CertificateId Certificate, int Application, string RedNumber, Instant At)
    : CertificateCommand(Id, Certificate, At)
{
    public override Decision<Certificate> Decide(Certificate state, PolicyBook policies) => (state as KnownCertificate)?.Invoices.LastOrDefault(i => i.Application == Application) switch
    {
        null when state is NotApplied => Refuse.CertificateUnknown(),
        { IsIssued: true, Reversing: not null } when string.IsNullOrWhiteSpace(RedNumber) => Refuse.InvoiceNumberMissing(),
        { IsIssued: true, Reversing: { } request, Number: var number } => new InvoiceReversed(Application, number!, RedNumber, request.Reason, request.By, At),
        _ => Refuse.ReversalNotRequested(Application),
    };
}
