using System.Collections.Immutable;
using NodaTime;
using ScCa.Domain.Certificates;

namespace ScCa.Domain.Applications;

/// <summary>A revocation closes what was open; what was paid for it goes back, and a signature under way for it is burned (A2).</summary>
/// <param name="Successor">The holder's application for the revocation; null where the authority revokes.</param>
/// <param name="Refunds">The payments that are to be refunded whole.</param>
public sealed record ApplicationSuperseded(int Application, int? Successor, ImmutableArray<CountedPayment> Refunds, Instant At) : ApplicationEvent(Application, At)
{
    public override Certificate Evolve(Certificate state) => this.Closed(state);
}
