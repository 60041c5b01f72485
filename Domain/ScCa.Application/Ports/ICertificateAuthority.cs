using ScCa.Domain.Certificates;
using ScCa.Domain.Platforms;

namespace ScCa.Application.Ports;

/// <summary>One thing that is not in order. It names no holder and quotes nothing of the request: it may be logged and shown.</summary>
/// <param name="Id">The lint's or the check's own name.</param>
/// <param name="Source">The clause that asks for it.</param>
/// <param name="ZhCn">What is asked for, and what to do next.</param>
public sealed record IssuanceFinding(string Id, string Source, string ZhCn, string En)
{
    public override string ToString() => $"{Id} ({Source}): {En}";
}

/// <summary>Why a request or a certificate-to-be was turned down: a lint or a broken request, with its findings.</summary>
public sealed class IssuanceRefusedException(string reason) : Exception(reason)
{
    public IssuanceRefusedException(params IReadOnlyList<IssuanceFinding> findings)
        : this(string.Join(" ", findings)) => Findings = findings;

    /// <summary>Empty where the reason alone was given.</summary>
    public IReadOnlyList<IssuanceFinding> Findings { get; } = [];
}

/// <summary>Whom the certificate-to-be names, opened for this one purpose; for a person <paramref name="UniqueId"/> tells people of one name apart.</summary>
public sealed record CertificateSubject(HolderKind Kind, string CommonName, string? Organization, CreditCode? CreditCode, string UniqueId);

/// <summary>
/// A certificate that is built and linted and not signed. It is the single-use permission to sign exactly these bytes; only
/// <see cref="ICertificateAuthority.Prepare"/> hands one out.
/// </summary>
public abstract class PreparedCertificate
{
    public abstract SerialNumber Serial { get; }

    /// <summary>SHA-256 of the to-be-signed bytes.</summary>
    public abstract Digest TbsDigest { get; }

    /// <summary>The name of the key that will sign.</summary>
    public abstract string SigningKey { get; }
}

/// <summary>Why the authority cannot sign at present: a name of the reason, and what to do next. It carries no secret; the texts may name a device.</summary>
public sealed record AuthorityNotReady(string Code, string ZhCn, string En);

/// <summary>The authority cannot sign at present; nothing was used up, and the same may be asked again.</summary>
public sealed class AuthorityNotReadyException(AuthorityNotReady reason) : Exception($"{reason.Code}: {reason.En}")
{
    public AuthorityNotReady Reason { get; } = reason;
}

/// <summary>
/// Serials for what one generation may consist of, drawn anew for each attempt: they also name the encryption key pair to the key management, so that nothing
/// of an earlier attempt is ever used. The second is left unused where there is one certificate only.
/// </summary>
public sealed record GenerationSerials(SerialNumber Signing, SerialNumber Encryption);

/// <summary>The encryption half of a pair before it is signed: its certificate, and its private key enveloped for the holder's signature key alone.</summary>
public sealed record PreparedEncryption(PreparedCertificate Certificate, Der EnvelopedKey);

/// <summary>A generation that is built and linted and not signed: one certificate, or a pair of a signature and an encryption certificate (GM/T 0015).</summary>
public sealed record PreparedGeneration(PreparedCertificate Signing, PreparedEncryption? Encryption);

/// <summary>
/// The authority's signing, in the two halves that C1 needs: everything is fixed and checked in <see cref="Prepare"/>; the caller makes the intent durable;
/// only then <see cref="Sign"/>. <b>Idempotence</b>: none; a prepared certificate is signed at most once, whatever happens. <b>Concurrency</b>: safe from any thread.
/// </summary>
public interface ICertificateAuthority
{
    /// <summary>
    /// Why it could not sign now; null where it could. Asked before an intent is made durable, so that a key that is away burns no serials; a key that goes
    /// away right after the answer still burns one.
    /// </summary>
    ValueTask<AuthorityNotReady?> WhyNotReady(CancellationToken cancellation);

    /// <summary>
    /// Checks the PKCS#10 request's proof of possession, has an encryption key pair made where the profile wants a pair, builds the bytes to be signed and lints
    /// them.
    /// </summary>
    /// <exception cref="IssuanceRefusedException">The request or a certificate-to-be is not in order; nothing was used up.</exception>
    ValueTask<PreparedGeneration> Prepare(
        IssuancePlan plan, CertificateSubject subject, GenerationSerials serials, ReadOnlyMemory<byte> request, CancellationToken cancellation);

    /// <summary>
    /// Signs one certificate. The intent for this serial and digest must be durable before. Once begun, the permission is used up even if this fails: whether a
    /// signature exists is then unknowable, and the serial is to be abandoned.
    /// </summary>
    /// <exception cref="InvalidOperationException">It has been signed before.</exception>
    /// <exception cref="ArgumentException">Another authority prepared it; nothing was used up.</exception>
    ValueTask<Der> Sign(PreparedCertificate prepared, CancellationToken cancellation);

    /// <summary>Whether the request asks for the key that this certificate carries: a repeated pull after a crash.</summary>
    bool HasSameKey(Der certificate, ReadOnlyMemory<byte> request);

    /// <summary>Whether the signature over the challenge was made with the certificate's key (A6).</summary>
    bool VerifyWithKeyOf(Der certificate, ReadOnlySpan<byte> challenge, ReadOnlySpan<byte> signature);
}
