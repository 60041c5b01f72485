using System.Security.Cryptography.X509Certificates;
using NodaTime;
using NodaTime.Extensions;

namespace ScCa.Console.Demo;

/// <summary>An issued certificate as anybody else would check it: by the platform's X.509, not by what the system says of it.</summary>
internal sealed class IssuedFile(ReadOnlyMemory<byte> der) : IDisposable
{
    private readonly X509Certificate2 certificate = X509CertificateLoader.LoadCertificate(der.Span);

    // Some libraries print a leading zero for the sign.
    public string Serial => certificate.SerialNumber.TrimStart('0');

    public Instant NotAfter => certificate.NotAfter.ToUniversalTime().ToInstant();

    public string Key => Convert.ToHexStringLower(certificate.PublicKey.ExportSubjectPublicKeyInfo());

    public string Pem => certificate.ExportCertificatePem();

    /// <summary>Whether the authority in this file issued it and it is valid at the instant.</summary>
    public bool IsIssuedBy(string authorityFile, Instant at)
    {
        using var authority = X509CertificateLoader.LoadCertificateFromFile(authorityFile);
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(authority);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.DisableCertificateDownloads = true;
        chain.ChainPolicy.VerificationTime = at.ToDateTimeUtc();
        return chain.Build(certificate);
    }

    public void Dispose() => certificate.Dispose();
}
