using NodaTime;

namespace ScCa.Domain.Certificates;

/// <summary>
/// The second signature of a pair is committed to with the first (C1): one intent for each signature, so that each is known before it is made and neither can be
/// made twice.
/// </summary>
public sealed record EncryptionIntended(int Application, int Generation, SerialNumber Serial, Digest TbsDigest, string SigningKey, Instant At)
    : ApplicationEvent(Application, At)
{
    public override Certificate Evolve(Certificate state) =>
        state is KnownCertificate { Intent: { Encryption: null } intent } c && intent.Application == Application && intent.Generation == Generation && intent.Serial != Serial
            ? c with { Intent = intent with { Encryption = new EncryptionIntent(Serial, TbsDigest) } }
            : throw ImpossibleIn(state);
}
