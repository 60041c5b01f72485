using NodaTime;
using ScCa.Issuance;
using ScCa.Issuance.Lints;
using ScCa.Issuance.Profiles;
using ScCa.Pki;
using ScCa.Pki.Certificates;
using ScCa.Pki.Extensions;
using ScCa.Pki.Paths;

namespace ScCa.Composition.Authority;

/// <summary>One requirement that a certificate does not meet.</summary>
public sealed record LintFinding(string Id, string Source, string ZhCn, string En);

/// <summary>What the lints say of a certificate.</summary>
/// <param name="Use">What it was judged as: one of <see cref="CertificateOperations.Uses"/>.</param>
public sealed record LintReport(string Subject, string Use, int Requirements, IReadOnlyList<LintFinding> Findings);

/// <summary>Looks at certificates in files: what they say, whether they are as they must be, and whether they may be believed.</summary>
public static class CertificateOperations
{
    private const string Encryption = "holder-encryption";

    private static readonly Dictionary<string, CertificateRole> Roles = new(StringComparer.Ordinal)
    {
        ["holder"] = CertificateRole.Holder,
        [Encryption] = CertificateRole.Holder,
        ["root"] = CertificateRole.Root,
        ["issuing"] = CertificateRole.Issuing,
        ["cross"] = CertificateRole.Cross,
        ["ocsp"] = CertificateRole.Ocsp,
        ["timestamp"] = CertificateRole.Timestamp,
        ["seal-maker"] = CertificateRole.SealMaker,
    };

    /// <summary>What a certificate can be judged as.</summary>
    public static IReadOnlyCollection<string> Uses => Roles.Keys;

    /// <summary>Every certificate of a file.</summary>
    /// <exception cref="OperationRefusedException">The file cannot be read, or holds none.</exception>
    public static IReadOnlyList<CertificateShown> Show(string file)
    {
        var certificates = GivenFile.Certificates(file);
        return Refusing.Told(() => certificates.Select(CertificateShown.Of).ToList(), file);
    }

    /// <summary>Judges a certificate by every requirement that binds its use.</summary>
    /// <param name="use">Null where it is to be read from the certificate.</param>
    /// <exception cref="OperationRefusedException">A file cannot be read, or the issuer is another.</exception>
    public static LintReport Lint(string file, string issuerFile, string? use)
    {
        var certificate = GivenFile.Certificates(file)[0];
        _ = GivenFile.Read(issuerFile);
        var issuer = Refusing.Told(() => CaCertificate.FromFile(issuerFile), issuerFile);
        if (!certificate.IsSignedBy(issuer.Certificate.PublicKey))
            throw OperationRefusals.IssuerIsAnother(certificate.Subject.ToString());
        var judgedAs = use ?? Refusing.Told(() => UseOf(certificate), file);
        var findings = CertificateLints.Check(certificate, Roles[judgedAs], judgedAs == Encryption, issuer);
        return new(
            certificate.Subject.ToString(), judgedAs, CertificateLints.Count,
            [.. findings.Select(finding => new LintFinding(finding.Id, finding.Source, finding.ZhCn, finding.En))]);
    }

    /// <summary>Looks for a path to a root, and tells each step of it.</summary>
    /// <exception cref="OperationRefusedException">A file cannot be read, or the time or the purpose is none.</exception>
    public static PathReport Verify(PathQuestion question)
    {
        ArgumentNullException.ThrowIfNull(question);
        var certificate = GivenFile.Certificates(question.File)[0];
        var trust = question.Trust;
        var options = new PathOptions(GivenFile.At(trust.At, SystemClock.Instance))
        {
            Purpose = question.Purpose is { } purpose ? KeyPurposes.OidOf(purpose) : null,
            Revocation = question.IsStrict ? RevocationDemand.HardFail : trust.HasEvidence ? RevocationDemand.SoftFail : RevocationDemand.None,
        };
        return PathReport.Of(PathValidator.Validate(certificate, trust.Inputs(), options), options, trust.HasEvidence);
    }

    // What a certificate says it is; a seal maker's looks like any holder's.
    private static string UseOf(PkiCertificate certificate)
    {
        var extensions = certificate.Extensions;
        if (extensions.BasicConstraints is { IsAuthority: true })
            return certificate.IsSelfIssued ? "root" : "issuing";
        if (extensions.ExtendedKeyUsage is { } purposes)
        {
            if (purposes.Contains(Oids.OcspSigning))
                return "ocsp";
            if (purposes.Contains(Oids.TimeStamping))
                return "timestamp";
        }

        return extensions.KeyUsage is { } usage && !usage.HasFlag(KeyUsages.DigitalSignature) ? Encryption : "holder";
    }
}
