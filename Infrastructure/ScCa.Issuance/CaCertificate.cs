using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using NodaTime;
using ScCa.Issuance.Demo;

namespace ScCa.Issuance;

/// <summary>The authority's own certificate: whatever of it goes into those that it issues.</summary>
public sealed class CaCertificate
{
    private CaCertificate(X509Certificate2 certificate, ReadOnlyMemory<byte> subjectKeyIdentifier)
    {
        Bytes = certificate.RawData;
        Subject = certificate.SubjectName.RawData;
        SubjectText = certificate.SubjectName.Name;
        SubjectPublicKeyInfo = certificate.PublicKey.ExportSubjectPublicKeyInfo();
        SubjectKeyIdentifier = subjectKeyIdentifier;
        NotBefore = Instant.FromDateTimeUtc(certificate.NotBefore.ToUniversalTime());
        NotAfter = Instant.FromDateTimeUtc(certificate.NotAfter.ToUniversalTime());
        IsDemo = DemoMark.IsOn(certificate.SubjectName);
    }

    /// <summary>DER, as it was read.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>The subject's bytes. RFC 5280 §7.1: names are equal for certain only where their bytes are.</summary>
    public ReadOnlyMemory<byte> Subject { get; }

    public string SubjectText { get; }

    public ReadOnlyMemory<byte> SubjectPublicKeyInfo { get; }

    public ReadOnlyMemory<byte> SubjectKeyIdentifier { get; }

    public Instant NotBefore { get; }

    public Instant NotAfter { get; }

    /// <summary>It carries the mark of a demonstration.</summary>
    public bool IsDemo { get; }

    public string ToPem() => PemEncoding.WriteString("CERTIFICATE", Bytes.Span);

    /// <summary>Reads a PEM or DER file.</summary>
    /// <exception cref="AuthorityRefusedException">It cannot be read, or is no certificate of a P-256 authority.</exception>
    public static CaCertificate FromFile(string path)
    {
        try
        {
            using var certificate = X509CertificateLoader.LoadCertificateFromFile(path);
            return From(certificate);
        }
        catch (Exception e) when (e is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw AuthorityRefusals.CertificateUnreadable(path, e);
        }
    }

    /// <inheritdoc cref="FromFile"/>
    public static CaCertificate FromDer(ReadOnlySpan<byte> der)
    {
        try
        {
            using var certificate = X509CertificateLoader.LoadCertificate(der);
            return From(certificate);
        }
        catch (CryptographicException e)
        {
            throw AuthorityRefusals.CertificateUnreadable("DER", e);
        }
    }

    private static CaCertificate From(X509Certificate2 certificate)
    {
        var extensions = certificate.Extensions;
        var isAuthority = extensions.OfType<X509BasicConstraintsExtension>().SingleOrDefault() is { CertificateAuthority: true };
        var maySign = extensions.OfType<X509KeyUsageExtension>().SingleOrDefault() is { } usage && usage.KeyUsages.HasFlag(X509KeyUsageFlags.KeyCertSign);
        if (!isAuthority || !maySign || extensions.OfType<X509SubjectKeyIdentifierExtension>().SingleOrDefault() is not { } identifier)
            throw AuthorityRefusals.NotAnAuthority(certificate.SubjectName.Name);
        var ca = new CaCertificate(certificate, identifier.SubjectKeyIdentifierBytes);
        return EcdsaP256.IsPublicKey(ca.SubjectPublicKeyInfo) ? ca : throw AuthorityRefusals.KeyNotP256(ca.SubjectText);
    }
}
