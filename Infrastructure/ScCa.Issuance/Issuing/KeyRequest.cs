using ScCa.Application.Ports;
using ScCa.Pki;
using ScCa.Pki.Algorithms;
using ScCa.Pki.Requests;

namespace ScCa.Issuance.Issuing;

/// <summary>
/// The public key that a PKCS#10 request (RFC 2986, GM/T 0092) asks a certificate for, its possession proven. Nothing else is taken from the request: the
/// subject's name and any extensions in it are the requester's wishes, and the plan decides.
/// </summary>
internal static class KeyRequest
{
    // Real requests are below 1 KiB; this is room enough, and no invitation.
    private const int LengthMax = 16 * 1024;

    /// <summary>The key, or null and why not.</summary>
    public static PublicKey? TryRead(ReadOnlyMemory<byte> request, out IssuanceFinding? refusal)
    {
        refusal = null;
        if (request.Length > LengthMax)
        {
            refusal = RequestFindings.RequestTooLong(LengthMax);
            return null;
        }

        try
        {
            var read = CertificationRequest.From(request.ToArray());
            if (read.IsProven)
                return read.PublicKey;
            refusal = RequestFindings.RequestNotProven;
        }
        catch (PkiRefusedException e)
        {
            refusal = e.Refusal == PkiRefusal.PublicKeyMalformed ? RequestFindings.KeyNotAccepted : RequestFindings.RequestNotProven;
        }

        return null;
    }
}
