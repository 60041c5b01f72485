using System.Security.Cryptography.X509Certificates;
using NodaTime;
using NodaTime.Extensions;

namespace ScCa.Console.Demo;

/// <summary>An issued certificate as anybody else would read it: by the framework's X.509, not by what the system says of it.</summary>
internal sealed class IssuedFile(ReadOnlyMemory<byte> der) : IDisposable
{
    private readonly X509Certificate2 certificate = X509CertificateLoader.LoadCertificate(der.Span);

    // Some libraries print a leading zero for the sign.
    public string Serial => certificate.SerialNumber.TrimStart('0');

    public Instant NotAfter => certificate.NotAfter.ToUniversalTime().ToInstant();

    public string Key => Convert.ToHexStringLower(certificate.PublicKey.ExportSubjectPublicKeyInfo());

    public string Pem => certificate.ExportCertificatePem();

    public void Dispose() => certificate.Dispose();
}
