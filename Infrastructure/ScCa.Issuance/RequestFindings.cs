using System.Globalization;
using ScCa.Application.Ports;

namespace ScCa.Issuance;

/// <summary>What can be wrong before there is a certificate to lint.</summary>
internal static class RequestFindings
{
    public static IssuanceFinding RequestNotProven { get; } = new(
        nameof(RequestNotProven), "RFC 2986 §3",
        "证书请求不完整，或不是用请求中的密钥签名的。请在密钥上重新生成请求。",
        "The request is malformed, or was not signed by the key inside it. Make the request again on the key.");

    public static IssuanceFinding KeyNotP256 { get; } = new(
        nameof(KeyNotP256), "RFC 5480 §2",
        "请求中的公钥不是 P-256 曲线上的未压缩公钥。请在密钥上生成 P-256 密钥对。",
        "The public key in the request is not an uncompressed key on P-256. Make a P-256 key pair on the key.");

    public static IssuanceFinding NameNotText { get; } = new(
        nameof(NameNotText), "RFC 5280 §4.1.2.4",
        "证书名称含有无法编码的字符。请更正名称后重新申请。",
        "The certificate name holds a character that cannot be encoded. Correct the name and apply again.");

    public static IssuanceFinding RequestTooLong(int octetsMax) => new(
        nameof(RequestTooLong), "RFC 2986",
        string.Create(CultureInfo.InvariantCulture, $"证书请求超过 {octetsMax} 字节。请在密钥上重新生成请求。"),
        string.Create(CultureInfo.InvariantCulture, $"The request is longer than {octetsMax} bytes. Make the request again on the key."));

    // Never cut short: the name on the certificate is what a payer's account is compared with (P1).
    public static IssuanceFinding NameTooLong(int characters, int charactersMax) => new(
        nameof(NameTooLong), "RFC 5280 Appendix A.1 (ub-organization-name)",
        string.Create(CultureInfo.InvariantCulture, $"证书名称有 {characters} 个字符，证书最多容纳 {charactersMax} 个。请与单位确认登记的简称后重新申请。"),
        string.Create(CultureInfo.InvariantCulture,
            $"The certificate name has {characters} characters; a certificate holds {charactersMax}. Agree on the registered short name with the unit and apply again."));
}
