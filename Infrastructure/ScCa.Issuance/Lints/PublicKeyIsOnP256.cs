using NodaTime;

namespace ScCa.Issuance.Lints;

/// <summary>One form of key, so that equal keys are equal bytes.</summary>
internal sealed class PublicKeyIsOnP256 : ILint
{
    public LintRule Rule { get; } = new(
        nameof(PublicKeyIsOnP256), "RFC 5480 §2.1.1, §2.2", new LocalDate(2009, 3, 1),
        "公钥必须是 P-256 曲线上的未压缩点。请在密钥上重新生成密钥对。",
        "The public key is an uncompressed point on P-256. Make another key pair on the key.");

    public bool IsMetBy(ToBeSigned certificate, LintIssuer issuer) => EcdsaP256.IsPublicKey(certificate.SubjectPublicKeyInfo);
}
