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

    public static IssuanceFinding KeyNotAccepted { get; } = new(
        nameof(KeyNotAccepted), "GM/T 0015; RFC 5480 §2",
        "请求中的公钥种类或长度不在证书模板允许的范围内。请在密钥上重新生成密钥对（一般为 SM2）。",
        "The public key in the request is of a kind or length that no certificate profile allows. Make another key pair on the key (SM2 as a rule).");

    public static IssuanceFinding KeyManagementMissing { get; } = new(
        nameof(KeyManagementMissing), "GM/T 0014; GM/T 0034",
        "签发双证书需要密钥管理，但没有配置密钥库。请先举行密钥库仪式并配置，再重新签发。",
        "A pair of certificates needs the key management, and no key archive is configured. Hold the archive's ceremony, configure it, and issue again.");

    public static IssuanceFinding AuthorityNotValid { get; } = new(
        nameof(AuthorityNotValid), "RFC 5280 §6.1.3 (a)(2)",
        "签发 CA 的证书目前不在有效期内。请检查系统时钟，或换用有效的 CA 证书。",
        "The issuing authority's certificate is not valid now. Check the clock, or use a CA certificate that is valid.");

    public static IssuanceFinding ValidityTooLong(int daysMax) => new(
        nameof(ValidityTooLong), "ScCa.Core",
        string.Create(CultureInfo.InvariantCulture, $"有效期超过证书模板允许的 {daysMax} 天。请缩短有效期，或更正模板。"),
        string.Create(CultureInfo.InvariantCulture, $"The validity is longer than the {daysMax} days that the profile allows. Shorten it, or correct the profile."));

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
