using NodaTime;

namespace ScCa.Domain.Certificates;

/// <summary>One generation stops being valid; the certificate lives on in another (C6, C7).</summary>
public sealed record GenerationRevoked(int Application, int Generation, SerialNumber Serial, RevocationReason Reason, Instant At)
    : ApplicationEvent(Application, At)
{
    public override Certificate Evolve(Certificate state) => state is IssuedCertificate c && c.Generations.Any(g => g.Number == Generation && g.Serial == Serial)
        ? c with { Generations = [.. c.Generations.Select(g => g.Number == Generation ? g.RevokedFor(Reason, At) : g)] }
        : throw ImpossibleIn(state);
}

internal static class Revocations
{
    /// <summary>Every earlier generation that could still pass for valid is revoked, not the current one alone: they lie on the same key.</summary>
    public static IEnumerable<GenerationRevoked> RevokedBefore(
        this IssuedCertificate certificate, int application, int generation, RevocationReason reason, Instant at) =>
        certificate.Generations
            .Where(g => g.Number < generation && g.Revocation is null && Shanghai.DateOf(at) <= g.NotAfterDate)
            .Select(g => new GenerationRevoked(application, g.Number, g.Serial, reason, at));
}
