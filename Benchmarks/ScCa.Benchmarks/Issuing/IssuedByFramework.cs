using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ScCa.Benchmarks.Issuing;

/// <summary>The same fields and extensions by the framework's certificate request, with P-256.</summary>
internal sealed class IssuedByFramework : IDisposable
{
    private static readonly DateTimeOffset NotBefore = new(2026, 1, 5, 2, 30, 0, TimeSpan.Zero);

    private static readonly DateTimeOffset NotAfter = new(2027, 1, 5, 15, 59, 59, TimeSpan.Zero);

    private static readonly byte[] Serial = Convert.FromHexString("00" + IssuedFields.Serial);

    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    private readonly X509Certificate2 authority;

    private readonly PublicKey holder;

    public IssuedByFramework()
    {
        var request = new CertificateRequest("CN=Benchmark CA, O=Benchmark, C=CN", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        authority = request.CreateSelfSigned(NotBefore.AddDays(-1), NotBefore.AddYears(20));
        using var pair = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        holder = new PublicKey(pair);
    }

    public byte[] Issue()
    {
        var request = new CertificateRequest(Subject(), holder, HashAlgorithmName.SHA256);
        var extensions = request.CertificateExtensions;
        extensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(authority, includeKeyIdentifier: true, includeIssuerAndSerial: false));
        extensions.Add(new X509SubjectKeyIdentifierExtension(holder, critical: false));
        extensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation, critical: true));
        extensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.2"), new Oid("1.3.6.1.5.5.7.3.36")], critical: false));
        extensions.Add(new X509Extension("1.2.156.10260.4.1.4", Code(), critical: false));
        extensions.Add(CertificateRevocationListBuilder.BuildCrlDistributionPointExtension([IssuedFields.Crl]));
        extensions.Add(new X509AuthorityInformationAccessExtension([IssuedFields.Ocsp], [IssuedFields.Issuer]));
        using var certificate = request.Create(authority, NotBefore, NotAfter, Serial);
        return certificate.RawData;
    }

    public void Dispose()
    {
        authority.Dispose();
        key.Dispose();
    }

    private static X500DistinguishedName Subject()
    {
        var name = new X500DistinguishedNameBuilder();
        name.AddCommonName(IssuedFields.Name);
        name.Add("2.5.4.5", IssuedFields.Code, UniversalTagNumber.PrintableString);
        name.AddOrganizationName(IssuedFields.Name);
        name.AddCountryOrRegion("CN");
        return name.Build();
    }

    private static byte[] Code()
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        writer.WriteCharacterString(UniversalTagNumber.PrintableString, IssuedFields.Code);
        return writer.Encode();
    }
}
