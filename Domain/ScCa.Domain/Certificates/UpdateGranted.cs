using NodaTime;
using ScCa.Domain.Platforms;

namespace ScCa.Domain.Certificates;

/// <summary>The update permission is open (C5): a new generation may be pulled onto the key.</summary>
public sealed record UpdateGranted(int Application, Operation Operation, Holder Holder, LocalDate NotAfter, Money Charge, bool Seals, Instant At)
    : ApplicationEvent(Application, At)
{
    // A2: the application ends here; the grant lives on until it is written to the key.
    public override Certificate Evolve(Certificate state) => state is IssuedCertificate { Open: { } open } certificate && open.Number == Application
        ? certificate with { Open = null, Grant = new UpdateGrant(Application, Operation, Holder, NotAfter, Charge, Seals, At) { Payments = open.Payments } }
        : throw ImpossibleIn(state);
}
