using ScCa.Application.Issuing;
using ScCa.Application.Ports;
using ScCa.Domain.Certificates;
using ScCa.Domain.Platforms;

namespace ScCa.Application.Privacy;

/// <summary>Seals the certificates of natural persons and opens them again; a unit's stay in clear (A10).</summary>
public sealed class KeptCertificates(PersonalData personal)
{
    public async ValueTask<KeptDer> Keep(Holder holder, Der der, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(holder);
        ArgumentNullException.ThrowIfNull(der);
        return holder.NaturalPerson is { } person
            ? KeptDer.Of(await personal.Seal(person.Subject, SealedField.CertificateDer, der.Value, cancellation).ConfigureAwait(false))
            : KeptDer.Of(der);
    }

    /// <summary>The certificate, or null where the person's key has been destroyed.</summary>
    public async ValueTask<Der?> Open(Holder holder, KeptDer kept, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(holder);
        ArgumentNullException.ThrowIfNull(kept);
        if (kept.Clear is { } clear)
            return clear;
        return holder.NaturalPerson is { } person && kept.Sealed is { } sealedDer
            && await personal.Open(person.Subject, SealedField.CertificateDer, sealedDer, cancellation).ConfigureAwait(false) is { } opened
                ? Der.Parse(opened)
                : null;
    }

    /// <summary>Both certificates of a generation, or null where the person's key has been destroyed.</summary>
    public async ValueTask<IssuedGeneration?> Open(Holder holder, Generation generation, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(generation);
        if (await Open(holder, generation.Certificate, cancellation).ConfigureAwait(false) is not { } signing)
            return null;
        var encryption = generation.Encryption is { } pair ? await Open(holder, pair.Certificate, cancellation).ConfigureAwait(false) : null;
        return new IssuedGeneration(generation, signing, encryption);
    }

    /// <summary>Whom a certificate-to-be names; null where the person's key has been destroyed.</summary>
    public async ValueTask<CertificateSubject?> SubjectOf(Holder holder, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(holder);
        if (holder.NaturalPerson is not { } person)
        {
            var unit = holder.Unit!;
            return new CertificateSubject(HolderKind.Unit, unit.Name.Value, unit.Name.Value, unit.CreditCode, unit.CreditCode.Value);
        }

        return await personal.Open(person.Subject, SealedField.HolderName, person.Name, cancellation).ConfigureAwait(false) is { } name
            ? new CertificateSubject(holder.Kind, name, holder.Unit?.Name.Value, holder.Unit?.CreditCode, person.Subject.Value)
            : null;
    }
}
