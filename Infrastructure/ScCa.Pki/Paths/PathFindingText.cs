namespace ScCa.Pki.Paths;

/// <summary>A finding for people: what is wrong, and what to do next.</summary>
public static class PathFindingText
{
    public static (string ZhCn, string En) Of(PathFinding finding) => finding switch
    {
        PathFinding.IssuerNotFound => (
            "找不到通往受信任根证书的签发者证书。请补充中间证书，或确认该根证书是否应受信任。",
            "No issuer's certificate leads from here to a trusted root. Add the intermediate certificates, or decide whether its root is to be trusted."),
        PathFinding.SearchLimitReached => (
            "可能的证书路径过多，已达到检查上限。请只提供所需的中间证书。",
            "There are more possible paths than are tried. Give only the intermediate certificates that are needed."),
        PathFinding.SignatureWrong => (
            "证书签名不是其签发者所签：证书被改动或系伪造。请勿使用，并向签发方核实。",
            "The certificate's signature is not its issuer's: it was altered or forged. Do not use it, and ask the issuer."),
        PathFinding.SignedWithEmptyId => (
            "证书签名使用了空的 SM2 用户标识，而不是标准规定的 1234567812345678。请签发方按标准重新签发。",
            "The certificate was signed with empty ID instead of SM2's prescribed 1234567812345678. Have the issuer sign it again as the standard wants."),
        PathFinding.SignatureAlgorithmUnknown => (
            "证书的签名算法不受支持，或内外不一致。请使用 SM2/SM3、P-256/SHA-256 或 RSA/SHA-256 签发的证书。",
            "The certificate's signature algorithm is not supported, or named differently inside and outside. Use one signed by SM2 with SM3, P-256 with SHA-256 or RSA with SHA-256."),
        PathFinding.IssuerNameDiffers => (
            "证书中的签发者名称与上级证书的主体名称不同。请向签发方索取正确的上级证书。",
            "The issuer's name in the certificate is not the subject of the certificate above it. Ask the issuer for the right one."),
        PathFinding.NotYetValid => (
            "证书在该时刻尚未生效。请核对时间。",
            "The certificate is not valid yet at that instant. Check the time."),
        PathFinding.Expired => (
            "证书在该时刻已过期。请更新证书。",
            "The certificate has expired at that instant. Renew it."),
        PathFinding.NameNotPermitted => (
            "证书的名称不在上级允许签发的名称范围内。请向签发方核实。",
            "A name of the certificate is not among those that an authority above it may issue. Ask the issuer."),
        PathFinding.NameExcluded => (
            "证书的名称属于上级被禁止签发的名称范围。请向签发方核实。",
            "A name of the certificate is among those that an authority above it must not issue. Ask the issuer."),
        PathFinding.NameFormNotComparable => (
            "上级限制了某种名称，而证书中的该种名称无法比对，按不允许处理。请向签发方核实。",
            "An authority above is constrained in a form of name that cannot be compared with the certificate's, so it counts as not permitted. Ask the issuer."),
        PathFinding.NameConstraintsTooMany => (
            "名称与名称限制过多，无法检查。请向签发方核实。",
            "There are too many names and name constraints to compare. Ask the issuer."),
        PathFinding.ExtensionMalformed => (
            "证书扩展项的内容不符合其标准。请向签发方重新索取证书。",
            "An extension's content is not what its standard prescribes. Ask the issuer for the certificate again."),
        PathFinding.CriticalExtensionUnknown => (
            "证书含有无法识别的关键扩展项，标准要求拒绝。请使用支持该扩展项的软件，或向签发方核实。",
            "The certificate holds a critical extension that is not known here, and the standard wants it refused. Use software that knows it, or ask the issuer."),
        PathFinding.NoAuthority => (
            "签发者证书不是 CA 证书，无权签发证书。请勿使用该证书。",
            "The issuer's certificate is no authority's: it must not issue certificates. Do not use what it issued."),
        PathFinding.PathTooLong => (
            "CA 证书下的层级超过其允许的路径长度。请向签发方核实。",
            "More authorities follow below this one than its path length allows. Ask the issuer."),
        PathFinding.MayNotSignCertificates => (
            "签发者证书的密钥用途不含证书签名。请向签发方核实。",
            "The issuer's key usage does not include signing certificates. Ask the issuer."),
        PathFinding.KeyUsageMissing => (
            "证书的密钥用途不含此处所需的用途。请改用相应用途的证书。",
            "The certificate's key usage does not include what is needed here. Use a certificate for that usage."),
        PathFinding.PurposeMissing => (
            "证书的扩展密钥用途不含此处所需的用途。请改用相应用途的证书。",
            "The certificate's extended key usage does not include what is needed here. Use a certificate for that purpose."),
        PathFinding.PurposeMissingInAuthority => (
            "上级 CA 证书的扩展密钥用途不含此处所需的用途。请向签发方核实。",
            "The extended key usage of an authority above does not include what is needed here. Ask the issuer."),
        PathFinding.PolicyNotAcceptable => (
            "证书路径不符合所要求的证书策略。请改用按该策略签发的证书。",
            "The path is valid under none of the certificate policies that are required. Use a certificate issued under one of them."),
        PathFinding.AnyPolicyMapped => (
            "CA 证书映射了 anyPolicy，标准不允许。请向签发方核实。",
            "An authority's certificate maps anyPolicy, which the standard forbids. Ask the issuer."),
        PathFinding.Revoked => (
            "证书在该时刻已被撤销。请勿使用，并联系签发方。",
            "The certificate had been revoked at that instant. Do not use it, and ask the issuer."),
        PathFinding.RevocationEvidenceAbsent => (
            "没有可用于判断证书是否被撤销的 CRL 或 OCSP 响应。请获取后重试。",
            "No revocation list and no OCSP response speaks of the certificate. Fetch one and try again."),
        PathFinding.RevocationEvidenceNotFresh => (
            "CRL 或 OCSP 响应不覆盖该时刻（已过期或尚未生效）。请重新获取。",
            "The revocation list or OCSP response does not cover that instant: it was out of date or not yet made. Fetch a new one."),
        PathFinding.RevocationEvidenceNotAuthentic => (
            "CRL 或 OCSP 响应不是由有权签发者签名。请从签发方重新获取。",
            "The revocation list or OCSP response is not signed by somebody who may. Fetch it again from the issuer."),
        PathFinding.RevocationEvidenceOutOfScope => (
            "现有 CRL 不涵盖该证书或不涵盖全部撤销原因。请获取涵盖该证书的 CRL。",
            "The revocation lists do not cover the certificate, or not every reason. Fetch one that does."),
        PathFinding.RevocationListIndirect => (
            "不接受间接 CRL。请获取由证书签发者签发的 CRL，或使用 OCSP。",
            "Indirect revocation lists are not accepted. Fetch the issuer's own list, or use OCSP."),
        PathFinding.RevocationEvidenceMalformed => (
            "CRL 或 OCSP 响应含有无法识别的关键扩展项，或其内容有误。请重新获取。",
            "The revocation list or OCSP response is malformed or holds a critical extension that is not known here. Fetch it again."),
        PathFinding.RevocationNotKnownToResponder => (
            "OCSP 服务不知道该证书。请向签发方核实。",
            "The OCSP service does not know the certificate. Ask the issuer."),
        _ => throw new ArgumentOutOfRangeException(nameof(finding)),
    };
}
