using ScCa.Pki.Certificates;

namespace ScCa.Pki.Paths;

/// <summary>The facts of every certificate that one validation meets, each read once.</summary>
internal sealed class CertificateBook
{
    private readonly Dictionary<PkiCertificate, CertificateFacts> known = [];

    public CertificateFacts this[PkiCertificate certificate]
    {
        get
        {
            if (!known.TryGetValue(certificate, out var facts))
                known.Add(certificate, facts = new CertificateFacts(certificate));
            return facts;
        }
    }
}
