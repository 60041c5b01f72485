using System.Security.Cryptography;
using ScCa.Application.Ports;
using ScCa.Issuance.Ceremony;
using ScCa.Issuance.Issuing;
using ScCa.Issuance.KeyManagement;
using ScCa.Issuance.Profiles;
using ScCa.Keys;
using ScCa.Pki.Algorithms;
using ScCa.Pki.Certificates;
using ScCa.Signing;

namespace ScCa.Issuance.Tests;

/// <summary>A hierarchy as a ceremony makes it, its keys in memory, and a key archive in a folder of its own.</summary>
internal sealed class SmallHierarchy : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public SmallHierarchy(KeyAlgorithm algorithm, ProfileBook? profiles = null)
    {
        Algorithm = algorithm;
        Plan = new("四川测试电子认证有限公司", "Test", Workshop.Now) { Algorithms = [algorithm], Profiles = profiles ?? Workshop.FullProfiles };
        Certificates = new HierarchyCeremony(folder.Path, Plan, KeyOf, new SystemRandom()).Hold();
        KeyArchive.Found(folder.Path, ["甲", "乙", "丙"], 2, share => share.WriteTo(folder[share.Custodian + ".share"]));
        Archive = KeyArchive.Open(folder.Path);
        Issuer = new IssuingAuthority(HierarchyFiles.NameOf(CertificateRole.Issuing, algorithm), CaCertificate.FromDer(Issuing.Encoded.Span), KeyOf(CertificateRole.Issuing, algorithm));
        Authority = CertificateAuthority.Over([Issuer], Plan.Profiles, Archive, new FixedClock(Workshop.Now));
    }

    public KeyAlgorithm Algorithm { get; }

    public HierarchyPlan Plan { get; }

    public IReadOnlyList<PkiCertificate> Certificates { get; }

    public PkiCertificate Root => Certificates[0];

    public PkiCertificate Issuing => Certificates[1];

    public IssuingAuthority Issuer { get; }

    public KeyArchive Archive { get; }

    public CertificateAuthority Authority { get; }

    public string Folder => folder.Path;

    public PkiCertificate Office(CertificateRole role) => PkiCertificate.FromFile(File.ReadAllBytes(HierarchyFiles.CertificateFile(folder.Path, role, Algorithm)))[0];

    /// <summary>A key of the hierarchy; disposing of it keeps it for the next who asks.</summary>
    public IKeyHolder KeyOf(CertificateRole role, KeyAlgorithm algorithm) => MemoryKey.Of($"{folder.Path}/{role}", algorithm);

    public CustodianShare ShareOf(string custodian) => CustodianShare.FromFile(folder[custodian + ".share"]);

    public static byte[] RequestOf(Sm2PrivateKey key)
    {
        var signer = KeySigner.Of(new Sm2SigningKey(key));
        return new ScCa.Pki.Requests.RequestContent(Pki.Names.DistinguishedName.Empty, signer.PublicKey, []).Sign(signer).Encoded.ToArray();
    }

    public void Dispose()
    {
        Authority.Dispose();
        Archive.Dispose();
        folder.Dispose();
    }

    internal sealed class SystemRandom : IRandomSource
    {
        public void Fill(Span<byte> bytes) => RandomNumberGenerator.Fill(bytes);
    }
}
