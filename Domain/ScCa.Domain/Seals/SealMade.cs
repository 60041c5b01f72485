using NodaTime;
using ScCa.Domain.Certificates;
using ScCa.Domain.Platforms;

namespace ScCa.Domain.Seals;

/// <summary>Why a seal was made.</summary>
public enum SealCause
{
    New,

    /// <summary>Its certificate has a new generation, and a seal names its signer (C6, C7).</summary>
    NewGeneration,
    Upgrade,
    Renewal,
}

/// <param name="Replaces">The seal that it stands in for; null for the first of its line.</param>
public sealed record SealMade(
    int Application, int Seal, int? Replaces, SealCause Cause, SealFormat Format, Digest Picture, int Generation, LocalDate NotAfter, Instant At)
    : ApplicationEvent(Application, At)
{
    public override Certificate Evolve(Certificate state) => state is IssuedCertificate c && Seal == c.Seals.Length + 1
        ? c with { Seals = [.. c.Seals.Select(s => s.Number == Replaces ? s with { Status = SealStatus.Replaced } : s), new Seal(Seal, Format, Picture, Generation, NotAfter)] }
        : throw ImpossibleIn(state);
}
