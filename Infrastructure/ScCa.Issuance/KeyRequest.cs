using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ScCa.Application.Ports;

namespace ScCa.Issuance;

/// <summary>
/// The public key that a PKCS#10 request (RFC 2986) asks a certificate for, its possession proven. Nothing else is taken from the request: the subject's
/// name and any extensions in it are the requester's wishes, and the plan decides.
/// </summary>
internal sealed class KeyRequest
{
    // Real requests are below 1 KiB; this is room enough, and no invitation.
    private const int LengthMax = 16 * 1024;

    private KeyRequest(byte[] subjectPublicKeyInfo) => SubjectPublicKeyInfo = subjectPublicKeyInfo;

    public byte[] SubjectPublicKeyInfo { get; }

    /// <summary>The request, or null and why not.</summary>
    public static KeyRequest? TryRead(ReadOnlyMemory<byte> request, out IssuanceFinding? refusal)
    {
        if (request.Length > LengthMax)
        {
            refusal = RequestFindings.RequestTooLong(LengthMax);
            return null;
        }

        if (LoadWithProof(request) is not { } spki)
        {
            refusal = RequestFindings.RequestNotProven;
            return null;
        }

        refusal = EcdsaP256.IsPublicKey(spki) ? null : RequestFindings.KeyNotP256;
        return refusal is null ? new KeyRequest(spki) : null;
    }

    // The framework checks the request's own signature with the key inside it: the proof of possession.
    private static byte[]? LoadWithProof(ReadOnlyMemory<byte> request)
    {
        try
        {
            return CertificateRequest
                .LoadSigningRequest(request.ToArray(), HashAlgorithmName.SHA256, CertificateRequestLoadOptions.Default, RSASignaturePadding.Pkcs1)
                .PublicKey.ExportSubjectPublicKeyInfo();
        }
        catch (Exception e) when (e is CryptographicException or NotSupportedException)
        {
            // Malformed, signed by another key or with an algorithm that is not known here: all one to us, and no fault of this program.
            return null;
        }
    }
}
