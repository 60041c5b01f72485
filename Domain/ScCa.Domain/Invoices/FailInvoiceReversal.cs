using NodaTime;
using ScCa.Domain.Certificates;
using ScCa.Domain.Platforms;
using ScCa.Domain.Refusals;

namespace ScCa.Domain.Invoices;

/// <summary>The e-invoice platform has not taken the invoice back; the invoice stands, and its reversal can be asked for anew (D4).</summary>
/// <param name="Attempt">Which attempt failed; what is told of an earlier one counts no more.</param>
/// <param name="Code">The platform's, never free text.</param>
public sealed record FailInvoiceReversal(CommandId Id, CertificateId Certificate, int Application, int Attempt, string Code, Instant At)
    : CertificateCommand(Id, Certificate, At)
{
    public override Decision<Certificate> Decide(Certificate state, PolicyBook policies) => (state as KnownCertificate)?.Invoices.LastOrDefault(i => i.Application == Application) switch
    {
        null when state is NotApplied => Refuse.CertificateUnknown(),
        { Reversing: { Failure: null }, ReversalAttempts: var attempt } when attempt == Attempt => new InvoiceReversalFailed(Application, Code, At),
        _ => Refuse.ReversalNotRequested(Application),
    };
}

public sealed record InvoiceReversalFailed(int Application, string Code, Instant At) : ApplicationEvent(Application, At)
{
    public override Certificate Evolve(Certificate state) => state is KnownCertificate c && c.Invoices.Any(i => i.Application == Application && i.Reversing is { Failure: null })
        ? c with { Invoices = [.. c.Invoices.Select(i => i.Application == Application ? i with { Reversing = i.Reversing! with { Failure = Code } } : i)] }
        : throw ImpossibleIn(state);
}
