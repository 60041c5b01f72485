using ScCa.Pki.Certificates;

namespace ScCa.Pki.Messages;

/// <summary>How one signer fared.</summary>
/// <param name="Certificate">Null where it was not found.</param>
/// <param name="Failed">The first step that failed; null where all went well.</param>
public sealed record SignerVerdict(SignerInfo Signer, PkiCertificate? Certificate, SignerStep? Failed)
{
    public bool IsGood => Failed is null;
}
