using ScCa.Pki.Certificates;

namespace ScCa.Pki.Timestamps;

/// <summary>RFC 3161 §2.3: the certificate's extended key usage is there once, critical, with the purpose of timestamps alone.</summary>
internal static class TimestampPurpose
{
    public static bool IsOf(PkiCertificate certificate) =>
        certificate.Extensions.Find(Oids.ExtendedKeyUsage) is { IsCritical: true } && certificate.Extensions.ExtendedKeyUsage is [Oids.TimeStamping];
}
