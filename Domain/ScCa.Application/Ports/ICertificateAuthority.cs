using ScCa.Domain.Certificates;

namespace ScCa.Application.Ports;

/// <summary>Why a request or a certificate-to-be was turned down: a lint or a broken request, with its findings.</summary>
public sealed class IssuanceRefusedException(string reason) : Exception(reason);

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

/// <summary>
/// The authority's signing, in the two halves that C1 needs: everything is fixed and checked in <see cref="Prepare"/>; the caller makes the intent durable;
/// only then <see cref="Sign"/>. <b>Idempotence</b>: none; a prepared certificate is signed at most once, whatever happens. <b>Concurrency</b>: safe from any thread.
/// </summary>
public interface ICertificateAuthority
{
    /// <summary>Checks the PKCS#10 request's proof of possession, builds the bytes to be signed and lints them.</summary>
    /// <exception cref="IssuanceRefusedException">The request or the certificate-to-be is not in order; nothing was used up.</exception>
    ValueTask<PreparedCertificate> Prepare(IssuancePlan plan, SerialNumber serial, ReadOnlyMemory<byte> request, CancellationToken cancellation);

    /// <summary>Signs. The intent for this serial and digest must be durable before.</summary>
    /// <exception cref="InvalidOperationException">It has been signed before.</exception>
    ValueTask<Der> Sign(PreparedCertificate prepared, CancellationToken cancellation);

    /// <summary>Whether the request asks for the key that this certificate carries: a repeated pull after a crash.</summary>
    bool HasSameKey(Der certificate, ReadOnlyMemory<byte> request);

    /// <summary>Whether the signature over the challenge was made with the certificate's key (A6).</summary>
    bool VerifyWithKeyOf(Der certificate, ReadOnlySpan<byte> challenge, ReadOnlySpan<byte> signature);
}
