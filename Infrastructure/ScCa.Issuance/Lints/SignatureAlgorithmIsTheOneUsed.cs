using NodaTime;
using ScCa.Issuance.Lints.Reading;

namespace ScCa.Issuance.Lints;

/// <summary>What the certificate says of its signature is what stands beside it.</summary>
internal sealed class SignatureAlgorithmIsTheOneUsed : ILint
{
    public LintRule Rule { get; } = new(
        nameof(SignatureAlgorithmIsTheOneUsed), "RFC 5280 §4.1.1.2, §4.1.2.3; RFC 5758 §3.2; GM/T 0015", new LocalDate(2010, 1, 1), LintedUses.All,
        "证书内写明的签名算法必须与实际使用的逐字节一致。请检查签发密钥。",
        "The algorithm inside is, byte for byte, the one that will sign. Check the signing key.");

    public bool IsMetBy(ToBeSigned certificate, LintIssuer issuer) => certificate.SignatureAlgorithm.Span.SequenceEqual(issuer.SignatureAlgorithm.Span);
}
