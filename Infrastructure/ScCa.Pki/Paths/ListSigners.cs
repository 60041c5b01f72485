using ScCa.Pki.Algorithms;
using ScCa.Pki.Certificates;
using ScCa.Pki.Extensions;
using ScCa.Pki.RevocationLists;

namespace ScCa.Pki.Paths;

/// <summary>
/// Whether a list is signed by who may, RFC 5280 §6.3.3 (f) and (g): the certificate's issuer, or somebody of that name whose own path leads to the same anchor, as after a
/// change of keys; and the key's usage allows lists.
/// </summary>
internal sealed class ListSigners(PathInputs inputs, CertificateBook book, PathOptions options, SignatureChecks signatures)
{
    private readonly Dictionary<(RevocationList List, PublicKey Key), bool> known = [];

    public bool MaySign(RevocationList list, IssuedCertificate certificate)
    {
        if ((certificate.Issuer?.MaySign(KeyUsages.CrlSign) ?? true) && IsSigned(list, certificate.IssuerKey))
            return true;
        return inputs.Intermediates.Concat(inputs.Anchors.Select(anchor => anchor.Certificate).OfType<PkiCertificate>())
            .Where(other => other.Subject.Equals(list.Issuer) && book[other].MaySign(KeyUsages.CrlSign))
            .Any(other => IsSigned(list, other.PublicKey) && LeadsTo(certificate.Anchor, other));
    }

    private bool IsSigned(RevocationList list, PublicKey key)
    {
        if (known.TryGetValue((list, key), out var isSigned))
            return isSigned;
        if (!signatures.TryTake())
            return false;
        isSigned = list.IsSignedBy(key);
        known.Add((list, key), isSigned);
        return isSigned;
    }

    private bool LeadsTo(TrustAnchor anchor, PkiCertificate signer)
    {
        var result = PathValidator.Validate(signer, inputs with { Anchors = [anchor] }, new PathOptions(options.At) { LengthMax = options.LengthMax }, book, signatures);
        return result.IsValid;
    }
}
