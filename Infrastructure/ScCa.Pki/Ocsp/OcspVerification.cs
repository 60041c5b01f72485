using ScCa.Pki.Certificates;

namespace ScCa.Pki.Ocsp;

/// <summary>What came of checking a response.</summary>
/// <param name="Failed">The first check that failed.</param>
/// <param name="Answer">What may be relied on; null where a check failed.</param>
/// <param name="Responder">Who signed where that was not the issuer itself. Unless it carries id-pkix-ocsp-nocheck, whether it is revoked is for the caller to find out.</param>
public sealed record OcspVerification(OcspCheck Failed, OcspAnswer? Answer, PkiCertificate? Responder)
{
    public bool IsValid => Failed is OcspCheck.None;

    internal static OcspVerification FailedAt(OcspCheck check) => new(check, null, null);
}
