using System.Security.Cryptography;

namespace ScCa.Pki;

/// <summary>Bytes or values that must not be used. The texts carry nothing of what was refused; <see cref="Exception.InnerException"/> may name the place.</summary>
public sealed class PkiRefusedException : CryptographicException
{
    internal PkiRefusedException(PkiRefusal refusal, Exception? inner = null)
        : base($"{refusal}: {Text(refusal).En}", inner) => Refusal = refusal;

    public PkiRefusal Refusal { get; }

    public string ZhCn => Text(Refusal).ZhCn;

    public string En => Text(Refusal).En;

    private static (string ZhCn, string En) Text(PkiRefusal refusal) => refusal switch
    {
        PkiRefusal.CertificateMalformed => (
            "不是 X.509 证书的规定编码。请提供 DER 或 PEM 格式的证书文件。",
            "Not an X.509 certificate in its prescribed encoding. Give a certificate file in DER or PEM."),
        PkiRefusal.NameMalformed => (
            "可分辨名称的编码有误。请向签发方重新索取文件。",
            "A distinguished name is not encoded as prescribed. Ask the issuer for the file again."),
        PkiRefusal.ExtensionMalformed => (
            "扩展项的内容不符合其标准。请向签发方重新索取文件。",
            "An extension's content is not what its standard prescribes. Ask the issuer for the file again."),
        PkiRefusal.PublicKeyMalformed => (
            "公钥不是 SM2、P-256 或 2048 位以上 RSA 的规定编码。请更换密钥。",
            "Not a public key of SM2, P-256 or RSA from 2048 bits in its prescribed encoding. Use another key."),
        PkiRefusal.AlgorithmUnknown => (
            "算法不受支持。请使用 SM2/SM3、P-256/SHA-256 或 RSA/SHA-256。",
            "The algorithm is not supported. Use SM2 with SM3, P-256 with SHA-256 or RSA with SHA-256."),
        PkiRefusal.RequestMalformed => (
            "不是 PKCS#10 证书请求的规定编码。请重新生成请求。",
            "Not a PKCS#10 request in its prescribed encoding. Make the request again."),
        PkiRefusal.RequestNotProven => (
            "证书请求的签名验证不通过，无法证明持有私钥。请用该密钥重新生成请求。",
            "The request's own signature does not verify, so possession of the key is not proven. Make the request again with that key."),
        PkiRefusal.RevocationListMalformed => (
            "不是证书撤销列表的规定编码。请重新下载。",
            "Not a certificate revocation list in its prescribed encoding. Download it again."),
        PkiRefusal.OcspRequestMalformed => (
            "不是 OCSP 请求的规定编码。请检查客户端。",
            "Not an OCSP request in its prescribed encoding. Check the client."),
        PkiRefusal.OcspResponseMalformed => (
            "不是 OCSP 响应的规定编码。请重新查询。",
            "Not an OCSP response in its prescribed encoding. Ask again."),
        PkiRefusal.TimestampRequestMalformed => (
            "不是时间戳请求的规定编码。请检查客户端。",
            "Not a timestamp request in its prescribed encoding. Check the client."),
        PkiRefusal.TimestampMalformed => (
            "不是时间戳的规定编码。请向时间戳服务重新索取。",
            "Not a timestamp in its prescribed encoding. Ask the timestamp authority for it again."),
        PkiRefusal.MessageMalformed => (
            "不是 CMS（GM/T 0010）消息的规定编码。请向发送方重新索取。",
            "Not a CMS (GM/T 0010) message in its prescribed encoding. Ask the sender for it again."),
        PkiRefusal.MessageRejected => (
            "消息无法用此私钥打开：被改动，或是发给他人的。请确认证书并向发送方重新索取。",
            "The message does not open with this key: it was altered, or meant for another. Check the certificate and ask the sender again."),
        PkiRefusal.KeyFileMalformed => (
            "不是 PKCS#12 密钥文件的规定编码。请重新导出。",
            "Not a PKCS#12 key file in its prescribed encoding. Export it again."),
        PkiRefusal.KeyFileRejected => (
            "密钥文件的口令不正确，或文件被改动。请核对口令后重试。",
            "The key file's password is wrong, or the file was altered. Check the password and try again."),
        PkiRefusal.TooLong => (
            "文件超过允许的长度。请确认文件是否正确。",
            "The file is longer than allowed. Make sure that it is the right one."),
        PkiRefusal.ValueNotEncodable => (
            "值无法按规定的类型编码。请更正后重试。",
            "A value cannot be encoded in its prescribed type. Correct it and try again."),
        _ => throw new ArgumentOutOfRangeException(nameof(refusal)),
    };
}
