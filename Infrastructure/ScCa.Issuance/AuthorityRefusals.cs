using NodaTime;
using NodaTime.Text;

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

    public static AuthorityRefusedException KeyNotP256(string subject) => new(
        nameof(KeyNotP256),
        $"CA 证书“{subject}”的公钥不是 P-256。请使用 P-256 的 CA 证书。",
        $"The public key of the CA certificate \"{subject}\" is not on P-256. Use a P-256 CA certificate.");

    public static AuthorityRefusedException KeyIsAnother(string subject, string key) => new(
        nameof(KeyIsAnother),
        $"密钥 {key} 与 CA 证书“{subject}”不配套。请检查密钥文件和证书文件。",
        $"The key {key} is not the key of the CA certificate \"{subject}\". Check the key file and the certificate file.");

    public static AuthorityRefusedException OutsideValidity(string subject, Instant notBefore, Instant notAfter) => new(
        nameof(OutsideValidity),
        $"CA 证书“{subject}”只在 {Iso(notBefore)} 至 {Iso(notAfter)} 之间有效。请检查系统时钟，或换用有效的 CA 证书。",
        $"The CA certificate \"{subject}\" is valid only from {Iso(notBefore)} to {Iso(notAfter)}. Check the clock, or use a CA certificate that is valid.");

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

    public static AuthorityRefusedException ProfileInvalid(string setting, string zhCn, string en) => new(
        nameof(ProfileInvalid),
        $"证书模板的配置项 {setting} 无效：{zhCn}。请更正配置。",
        $"The profile setting {setting} is invalid: {en}. Correct the configuration.");

    private static string Iso(Instant instant) => InstantPattern.General.Format(instant);
}
