using NodaTime;
using ScCa.Issuance.Demo;
using ScCa.Pki;
using ScCa.Pki.Algorithms;
using ScCa.Pki.Certificates;
using ScCa.Pki.Extensions;

namespace ScCa.Issuance;

/// <summary>An authority's own certificate: whatever of it goes into those that it issues.</summary>
public sealed class CaCertificate
{
    private CaCertificate(PkiCertificate certificate, ReadOnlyMemory<byte> subjectKeyIdentifier)
    {
        Certificate = certificate;
        SubjectKeyIdentifier = subjectKeyIdentifier;
        NotBefore = Instant.FromDateTimeOffset(certificate.NotBefore);
        NotAfter = Instant.FromDateTimeOffset(certificate.NotAfter);
        IsDemo = DemoMark.IsOn(certificate.Subject);
    }

    public PkiCertificate Certificate { get; }

    /// <summary>DER, as it was read.</summary>
    public ReadOnlyMemory<byte> Bytes => Certificate.Encoded;

    /// <summary>The subject's bytes. RFC 5280 §7.1: names are equal for certain only where their bytes are.</summary>
    public ReadOnlyMemory<byte> Subject => Certificate.Subject.Encoded;

    public string SubjectText => Certificate.Subject.ToString();

    public ReadOnlyMemory<byte> SubjectPublicKeyInfo => Certificate.PublicKey.SubjectPublicKeyInfo;

    public ReadOnlyMemory<byte> SubjectKeyIdentifier { get; }

    public Instant NotBefore { get; }

    public Instant NotAfter { get; }

    /// <summary>It carries the mark of a demonstration.</summary>
    public bool IsDemo { get; }

    /// <summary>It stands for itself, and further authorities may follow below it: its key is kept offline.</summary>
    internal bool IsRoot => Certificate.IsSelfIssued && Certificate.Extensions.BasicConstraints is { PathLengthMax: not 0 };

    /// <summary>How its key signs.</summary>
    internal SignatureAlgorithm Algorithm => SignatureAlgorithm.For(Certificate.PublicKey.Kind);

    public string ToPem() => Certificate.ToPem();

    /// <summary>Reads a PEM or DER file; of several certificates, the first.</summary>
    /// <exception cref="AuthorityRefusedException">It cannot be read, or is no certificate of an authority.</exception>
    public static CaCertificate FromFile(string path)
    {
        try
        {
            return From(PkiCertificate.FromFile(File.ReadAllBytes(path))[0]);
        }
        catch (PkiRefusedException e)
        {
            throw AuthorityRefusals.CertificateRefused(path, e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw AuthorityRefusals.CertificateUnreadable(path, e);
        }
    }

    /// <inheritdoc cref="FromFile"/>
    public static CaCertificate FromDer(ReadOnlySpan<byte> der)
    {
        try
        {
            return From(PkiCertificate.From(der.ToArray()));
        }
        catch (PkiRefusedException e)
        {
            throw AuthorityRefusals.CertificateRefused("DER", e);
        }
    }

    private static CaCertificate From(PkiCertificate certificate)
    {
        var extensions = certificate.Extensions;
        var maySign = extensions.KeyUsage is { } usage && usage.HasFlag(KeyUsages.KeyCertSign);
        return extensions.BasicConstraints is { IsAuthority: true } && maySign && extensions.SubjectKeyIdentifier is { IsEmpty: false } identifier
            ? new CaCertificate(certificate, identifier)
            : throw AuthorityRefusals.NotAnAuthority(certificate.Subject.ToString());
    }
}
