using NodaTime;

namespace ScCa.Domain.Certificates;

/// <summary>
/// The encryption certificate that was committed to is signed. It comes before its generation is issued: a generation is never there with half of its pair.
/// </summary>
/// <param name="EnvelopedKey">The private key, enveloped for the holder's signature key alone (SM2EnvelopedKey).</param>
public sealed record EncryptionIssued(int Application, int Generation, SerialNumber Serial, KeptDer Certificate, Der EnvelopedKey, Instant At)
    : ApplicationEvent(Application, At)
{
    public override Certificate Evolve(Certificate state) =>
        state is KnownCertificate { Intent: { Encryption: { Issued: null } pair } intent } c
        && intent.Application == Application && intent.Generation == Generation && pair.Serial == Serial
            ? c with { Intent = intent with { Encryption = pair with { Issued = new EncryptionCertificate(Serial, Certificate, EnvelopedKey) } } }
            : throw ImpossibleIn(state);
}
