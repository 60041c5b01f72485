using ScCa.Pki.Algorithms;
using ScCa.Pki.Certificates;
using ScCa.Signing;

namespace ScCa.Pki.Paths;

/// <summary>Checks signatures, none twice and no more than so many.</summary>
internal sealed class SignatureChecks(int countMax)
{
    private readonly Dictionary<(PkiCertificate Certificate, PublicKey Key), PathFinding?> known = [];

    private int count;

    public bool IsExhausted => count >= countMax;

    /// <summary>Whether one more may be tried; asking counts.</summary>
    public bool TryTake() => count < countMax && ++count > 0;

    /// <summary>Null where the key signed the certificate.</summary>
    public PathFinding? Check(PkiCertificate certificate, PublicKey key)
    {
        if (known.TryGetValue((certificate, key), out var finding))
            return finding;
        if (!TryTake())
            return PathFinding.SearchLimitReached;
        finding = Judge(certificate, key);
        known.Add((certificate, key), finding);
        return finding;
    }

    private PathFinding? Judge(PkiCertificate certificate, PublicKey key)
    {
        if (certificate.SignatureAlgorithm is null)
            return PathFinding.SignatureAlgorithmUnknown;
        if (certificate.IsSignedBy(key))
            return null;
        return key.Sm2 is { } sm2 && certificate.SignatureAlgorithm.Kind == PublicKeyKind.Sm2 && TryTake() && IsSignedUnderEmptyId(certificate, sm2)
            ? PathFinding.SignedWithEmptyId
            : PathFinding.SignatureWrong;
    }

    private static bool IsSignedUnderEmptyId(PkiCertificate certificate, Sm2PublicKey key) =>
        new Sm2VerifyKey(key, []).Verify(certificate.ToBeSigned.Span, certificate.Signature.Span);
}
