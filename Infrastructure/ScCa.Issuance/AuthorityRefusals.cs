using NodaTime;
using NodaTime.Text;
using ScCa.Issuance.Profiles;
using ScCa.Pki;

namespace ScCa.Issuance;

/// <summary>Every reason not to open an authority, with its texts.</summary>
internal static class AuthorityRefusals
{
    public static AuthorityRefusedException CertificateUnreadable(string source, Exception? inner = null) => new(
        nameof(CertificateUnreadable),
        $"无法读取 CA 证书（{source}）。请提供 PEM 或 DER 格式的 X.509 证书。",
        $"The CA certificate ({source}) cannot be read. Provide an X.509 certificate as PEM or DER.",
        inner);

    public static AuthorityRefusedException NotAnAuthority(string subject) => new(
        nameof(NotAnAuthority),
        $"证书“{subject}”不是 CA 证书：需要 basicConstraints CA=TRUE、keyUsage keyCertSign 和 subjectKeyIdentifier。请检查配置的证书文件。",
        $"The certificate \"{subject}\" is no CA certificate: basicConstraints CA=TRUE, keyUsage keyCertSign and a subjectKeyIdentifier are needed. Check the configured file.");

    public static AuthorityRefusedException KeyOfAnotherKind(string source, Exception inner) => new(
        nameof(KeyOfAnotherKind),
        $"CA 证书（{source}）的公钥不是 SM2、P-256 或 2048 位以上的 RSA。请换用这类密钥的 CA 证书。",
        $"The public key of the CA certificate ({source}) is not one of SM2, P-256 and RSA from 2048 bits. Use a CA certificate with such a key.",
        inner);

    public static AuthorityRefusedException CertificateRefused(string source, PkiRefusedException refusal) =>
        refusal.Refusal == PkiRefusal.PublicKeyMalformed ? KeyOfAnotherKind(source, refusal) : CertificateUnreadable(source, refusal);

    public static AuthorityRefusedException KeyIsAnother(string subject, string key) => new(
        nameof(KeyIsAnother),
        $"密钥 {key} 与 CA 证书“{subject}”不配套。请检查密钥文件和证书文件。",
        $"The key {key} is not the key of the CA certificate \"{subject}\". Check the key file and the certificate file.");

    public static AuthorityRefusedException OutsideValidity(string subject, Instant notBefore, Instant notAfter) => new(
        nameof(OutsideValidity),
        $"CA 证书“{subject}”只在 {Iso(notBefore)} 至 {Iso(notAfter)} 之间有效。请检查系统时钟，或换用有效的 CA 证书。",
        $"The CA certificate \"{subject}\" is valid only from {Iso(notBefore)} to {Iso(notAfter)}. Check the clock, or use a CA certificate that is valid.");

    public static AuthorityRefusedException RootIsOnline(string subject) => new(
        nameof(RootIsOnline),
        $"“{subject}”是根 CA，不能联机签发。请离线保管根密钥，改为配置由它签发的签发 CA。",
        $"\"{subject}\" is a root and does not issue online. Keep its key offline, and configure an issuing authority that it has certified.");

    public static AuthorityRefusedException RootListDamaged(string path, Exception? inner = null) => new(
        nameof(RootListDamaged),
        $"根 CA 的撤销列表 {path} 已损坏，或不是该根 CA 签发的。请从备份恢复该文件。",
        $"The root's revocation list {path} is damaged, or not the root's. Restore it from the backup.",
        inner);

    public static AuthorityRefusedException RootListGoesBack(Instant before) => new(
        nameof(RootListGoesBack),
        $"上一份根 CA 撤销列表的时间是 {Iso(before)}，新列表必须晚于它。请检查系统时钟。",
        $"The root's last revocation list is of {Iso(before)}, and the next must be of a later time. Check the clock.");

    public static AuthorityRefusedException NotIssuedByTheRoot(string subject) => new(
        nameof(NotIssuedByTheRoot),
        $"“{subject}”的证书不是该根 CA 为下级签发的，不能由它撤销。请检查证书文件和 --root。",
        $"The certificate of \"{subject}\" was not issued by this root to an authority below it, so it cannot revoke it. Check the file and --root.");

    public static AuthorityRefusedException ProfileMissing(CertificateRole role) => new(
        nameof(ProfileMissing),
        $"没有适用于 {role} 且允许该密钥种类的证书模板。请增加模板，或换用其他密钥。",
        $"There is no profile for {role} that allows such a key. Add one, or use another key.");

    public static AuthorityRefusedException IsADemoAuthority(string subject) => new(
        nameof(IsADemoAuthority),
        $"“{subject}”是演示用 CA，不能作为真正的签发机构。请配置真正的 CA 证书和密钥，或以 --demo 启动。",
        $"\"{subject}\" is a demonstration CA and cannot be the real authority. Configure the real CA certificate and key, or start with --demo.");

    public static AuthorityRefusedException NotADemoAuthority(string subject) => new(
        nameof(NotADemoAuthority),
        $"演示文件夹中的“{subject}”不是演示用 CA。请移走该证书，或不带 --demo 启动并配置它。",
        $"\"{subject}\" in the demonstration folder is no demonstration CA. Move it away, or start without --demo and configure it.");

    public static AuthorityRefusedException DemoKeyIsGone(string folder) => new(
        nameof(DemoKeyIsGone),
        $"演示 CA 的证书还在 {folder}，但它的密钥或口令文件不见了。请恢复这些文件，或删除整个文件夹重新开始演示。",
        $"The demonstration CA's certificate is in {folder}, but its key or password file is gone. Restore them, or delete the whole folder and begin the demonstration anew.");

    public static AuthorityRefusedException ProfileInvalid(IReadOnlyList<ProfileFinding> findings) => new(
        nameof(ProfileInvalid),
        $"证书模板有误：{string.Join("；", findings.Select(finding => $"{finding.File} 的 {finding.Path}：{finding.ZhCn}"))}。请更正后重新启动。",
        $"Certificate profiles are wrong: {string.Join("; ", findings)}. Correct them and start again.");

    public static AuthorityRefusedException IssuerUnknown(string profile, string issuer) => new(
        nameof(IssuerUnknown),
        $"证书模板 {profile} 指定的签发 CA“{issuer}”没有配置。请更正模板，或配置该 CA。",
        $"Profile {profile} names an issuing authority \"{issuer}\" that is not configured. Correct the profile, or configure the authority.");

    private static string Iso(Instant instant) => InstantPattern.General.Format(instant);
}
