using System.Security.Cryptography;

namespace ScCa.Signing;

/// <summary>A key, a ciphertext or an envelope that must not be used. The texts carry nothing of what was refused.</summary>
public sealed class Sm2RefusedException : CryptographicException
{
    internal Sm2RefusedException(Sm2Refusal refusal)
        : base($"{refusal}: {Text(refusal).En}") => Refusal = refusal;

    public Sm2Refusal Refusal { get; }

    public string ZhCn => Text(Refusal).ZhCn;

    public string En => Text(Refusal).En;

    private static (string ZhCn, string En) Text(Sm2Refusal refusal) => refusal switch
    {
        Sm2Refusal.PublicKeyMalformed => (
            "不是 SM2 公钥的规定编码。请提供未压缩点（04‖X‖Y）或 SubjectPublicKeyInfo。",
            "Not an SM2 public key in its prescribed encoding. Give an uncompressed point (04‖X‖Y) or a SubjectPublicKeyInfo."),
        Sm2Refusal.PublicKeyNotOnCurve => (
            "公钥不是 SM2 曲线上的点。请向来源方索取正确的公钥。",
            "The public key is no point of the SM2 curve. Ask whoever it came from for the right one."),
        Sm2Refusal.PrivateKeyMalformed => (
            "不是 SM2 私钥的规定编码。请提供 PKCS#8 或 ECPrivateKey（DER）。",
            "Not an SM2 private key in its prescribed encoding. Give PKCS#8 or ECPrivateKey in DER."),
        Sm2Refusal.PrivateKeyOutOfRange => (
            "私钥不在 1 到 n−2 之间。请更换密钥。",
            "The private key is not between 1 and n−2. Use another key."),
        Sm2Refusal.PublicKeyNotOfPrivateKey => (
            "公钥与私钥不配对。请确认两者来自同一密钥对。",
            "The public key does not belong to the private key. Make sure that both are of one pair."),
        Sm2Refusal.CiphertextMalformed => (
            "不是 SM2 密文的规定编码。请确认格式与长度。",
            "Not an SM2 ciphertext in its prescribed encoding. Check its format and length."),
        Sm2Refusal.CiphertextRejected => (
            "密文无法用此私钥解开：密文被改动，或是为另一密钥加密的。",
            "The ciphertext does not open with this private key: it was altered, or encrypted for another."),
        Sm2Refusal.EnvelopeMalformed => (
            "不是 SM2EnvelopedKey 的规定编码。请向签发方重新索取。",
            "Not an SM2EnvelopedKey in its prescribed encoding. Ask the issuer for it again."),
        Sm2Refusal.EnvelopeRejected => (
            "数字信封无法打开，或其中的私钥与所附公钥不配对。请确认签名密钥，并向签发方重新索取。",
            "The envelope does not open, or the private key inside does not belong to its public key. Check the signature key, and ask the issuer for it again."),
        Sm2Refusal.PeerPointRejected => (
            "对方的临时公钥不能用于密钥协商。请终止本次协商。",
            "The other side's ephemeral point cannot be used for the exchange. End it."),
        _ => throw new ArgumentOutOfRangeException(nameof(refusal)),
    };
}
