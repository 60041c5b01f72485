using Org.BouncyCastle.X509;
using ScCa.Domain.Certificates;
using ScCa.Issuance.Ceremony;
using ScCa.Issuance.Issuing;
using ScCa.Issuance.Profiles;
using ScCa.Keys;
using ScCa.Pki.Certificates;
using ScCa.Testing;
using Xunit;

namespace ScCa.Issuance.Tests.Ceremony;

public sealed class HierarchyCeremonyTests
{
    public static TheoryData<string> Kinds => ["sm2", "p256", "rsa"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Openssl_verifies_every_certificate_of_a_ceremony(string kind)
    {
        Assert.SkipUnless(OpenSsl.IsThere, OpenSsl.WhySkipped);
        using var hierarchy = new SmallHierarchy(AlgorithmOf(kind));
        using var openssl = new OpenSsl();
        openssl.Write("root.pem", hierarchy.Root.ToPem());
        openssl.Write("issuing.pem", hierarchy.Issuing.ToPem());

        // With SM2 openssl gives the identity to one hop alone.
        Verifies(openssl, kind, "root.pem", "issuing.pem", []);
        foreach (var certificate in hierarchy.Certificates.Skip(2))
        {
            openssl.Write("office.pem", certificate.ToPem());
            if (kind == "sm2")
                Verifies(openssl, kind, "issuing.pem", "office.pem", ["-partial_chain"]);
            else
                Verifies(openssl, kind, "root.pem", "office.pem", ["-untrusted", "issuing.pem", "-x509_strict", "-check_ss_sig"]);
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void BouncyCastle_verifies_every_certificate_of_a_ceremony(string kind)
    {
        using var hierarchy = new SmallHierarchy(AlgorithmOf(kind));
        var read = hierarchy.Certificates.Select(certificate => new X509CertificateParser().ReadCertificate(certificate.Encoded.ToArray())).ToList();

        read[0].Verify(read[0].GetPublicKey());
        read[1].Verify(read[0].GetPublicKey());
        Assert.All(read.Skip(2), certificate => certificate.Verify(read[1].GetPublicKey()));
        Assert.Equal(kind == "sm2" ? 5 : 4, read.Count);
    }

    [Fact]
    public void A_ceremony_that_was_broken_off_goes_on_where_it_stopped()
    {
        using var hierarchy = new SmallHierarchy(KeyAlgorithm.Sm2);
        var before = hierarchy.Certificates.Select(certificate => certificate.ToPem()).ToList();
        File.Delete(HierarchyFiles.CertificateFile(hierarchy.Folder, CertificateRole.Timestamp, KeyAlgorithm.Sm2));

        var after = new HierarchyCeremony(hierarchy.Folder, hierarchy.Plan, hierarchy.KeyOf, new SmallHierarchy.SystemRandom()).Hold().Select(certificate => certificate.ToPem()).ToList();

        Assert.Equal(before.Where((_, i) => i != 3), after.Where((_, i) => i != 3));
        Assert.NotEqual(before[3], after[3]);
    }

    [Fact]
    public void A_root_gets_no_pointers_and_those_below_it_get_theirs()
    {
        using var hierarchy = new SmallHierarchy(KeyAlgorithm.Sm2);

        Assert.Empty(hierarchy.Root.Extensions.CrlDistributionPoints);
        Assert.NotEmpty(hierarchy.Issuing.Extensions.CrlDistributionPoints);
        Assert.True(hierarchy.Root.IsSelfIssued);
        Assert.True(hierarchy.Root.IsSignedBy(hierarchy.Root.PublicKey));
        Assert.Equal(0, hierarchy.Issuing.Extensions.BasicConstraints!.PathLengthMax);
    }

    [Fact]
    public void No_two_certificates_of_a_ceremony_bear_one_name_whatever_their_algorithms()
    {
        using var folder = new TemporaryFolder();
        var plan = new HierarchyPlan("四川测试电子认证有限公司", "Test", Workshop.Now) { Algorithms = [KeyAlgorithm.Sm2, KeyAlgorithm.EcdsaP256] };

        var certificates = new HierarchyCeremony(
            folder.Path, plan, (role, algorithm) => MemoryKey.Of($"{folder.Path}/{role}/{algorithm}", algorithm), new SmallHierarchy.SystemRandom()).Hold();

        Assert.Equal(certificates.Count, certificates.Select(certificate => Convert.ToHexString(certificate.Subject.Encoded.Span)).Distinct().Count());
        Assert.Contains(certificates, certificate => certificate.Subject.Find(Pki.Oids.CommonName) == "Test Issuing CA P-256");
        // What a relying party goes by leads to one issuer.
        Assert.All(certificates, certificate => Assert.Single(certificates, other => other.Subject.Equals(certificate.Issuer)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_new_key_and_the_old_one_certify_each_other(bool underOneName)
    {
        using var old = new SmallHierarchy(KeyAlgorithm.Sm2);
        using var key = MemoryKey.Of($"new-{underOneName}", KeyAlgorithm.Sm2);
        var plan = new OfficePlan(CertificateRole.Root, new("New Root", "四川测试电子认证有限公司"), Workshop.Serial, Workshop.Now, new(2050, 1, 5), Workshop.Now);
        var root = OfficeCertificates.SelfSigned(key, underOneName ? plan with { ExactSubject = old.Root.Subject.Encoded } : plan);
        using var oldRoot = Authority("old", old.Root, old.KeyOf(CertificateRole.Root, KeyAlgorithm.Sm2));
        using var newRoot = Authority("new", root, key);

        var rollover = Rollover.Link(oldRoot, newRoot, SerialNumber.Parse("8F0E0D0C0B0A0908"), SerialNumber.Parse("8F0E0D0C0B0A0909"), Workshop.Now, ProfileBook.Defaults);

        Assert.True(rollover.NewWithOld.IsSignedBy(old.Root.PublicKey));
        Assert.True(rollover.OldWithNew.IsSignedBy(root.PublicKey));
        Assert.Equal(root.PublicKey, rollover.NewWithOld.PublicKey);
        Assert.Equal(old.Root.PublicKey, rollover.OldWithNew.PublicKey);
        Assert.Equal(underOneName, rollover.NewWithOld.IsSelfIssued);
        // What the old root has certified is reached from the new one: its link is signed by the new key and carries the old one.
        Assert.True(old.Issuing.IsSignedBy(rollover.OldWithNew.PublicKey));
        Assert.True(rollover.OldWithNew.NotAfter <= root.NotAfter && rollover.OldWithNew.NotAfter <= old.Root.NotAfter);
    }

    [Fact]
    public void Keys_lie_in_encrypted_files_where_the_ceremony_makes_them()
    {
        using var folder = new TemporaryFolder();
        var plan = new HierarchyPlan("四川测试电子认证有限公司", "Test", Workshop.Now) { Offices = [] };
        var keys = HierarchyCeremony.KeysInFiles(folder.Path, () => Password.Copy("only a test"), iterations: 1);

        var certificates = new HierarchyCeremony(folder.Path, plan, keys, new SmallHierarchy.SystemRandom()).Hold();

        using var key = FileKey.Open(HierarchyFiles.KeyFile(folder.Path, CertificateRole.Issuing, KeyAlgorithm.Sm2), "only a test");
        Assert.Equal(certificates[1].PublicKey.SubjectPublicKeyInfo.ToArray(), key.SubjectPublicKeyInfo.ToArray());
        Assert.StartsWith("-----BEGIN ENCRYPTED", File.ReadAllText(HierarchyFiles.KeyFile(folder.Path, CertificateRole.Root, KeyAlgorithm.Sm2)), StringComparison.Ordinal);
    }

    private static void Verifies(OpenSsl openssl, string kind, string authority, string certificate, string[] more)
    {
        string[] identity = kind == "sm2" ? ["-vfyopt", OpenSsl.Sm2Identity] : [];
        var (exitCode, text) = openssl.Run(["verify", .. identity, .. more, "-attime", "1780000000", "-CAfile", authority, certificate]);
        Assert.True(exitCode == 0, text);
    }

    private static IssuingAuthority Authority(string name, PkiCertificate certificate, IKeyHolder key) => new(name, CaCertificate.FromDer(certificate.Encoded.Span), key);

    private static KeyAlgorithm AlgorithmOf(string kind) => kind == "sm2" ? KeyAlgorithm.Sm2 : kind == "rsa" ? KeyAlgorithm.RsaPkcs1 : KeyAlgorithm.EcdsaP256;
}
