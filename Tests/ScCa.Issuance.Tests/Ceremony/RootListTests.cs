using NodaTime;
using ScCa.Issuance.Ceremony;
using ScCa.Issuance.Profiles;
using ScCa.Issuance.Revocation;
using ScCa.Keys;
using ScCa.Pki.Certificates;
using ScCa.Pki.RevocationLists;
using ScCa.Testing;
using Xunit;

namespace ScCa.Issuance.Tests.Ceremony;

public sealed class RootListTests : IDisposable
{
    private static readonly Instant Later = Workshop.Now + Duration.FromDays(200);

    private readonly SmallHierarchy hierarchy = new(KeyAlgorithm.EcdsaP256);

    private RootList Lists => new(hierarchy.Folder, KeyAlgorithm.EcdsaP256);

    private RootListShelf Shelf => new(hierarchy.Folder, new Dictionary<string, PkiCertificate> { ["root-p256"] = hierarchy.Root });

    public void Dispose() => hierarchy.Dispose();

    [Fact]
    public void A_ceremony_leaves_an_empty_list_and_the_issuing_certificate_names_a_list_but_no_delta_and_no_responder()
    {
        var list = Lists.Newest(hierarchy.Root)!;

        Assert.Equal((1, 0), (list.Number, list.Count));
        Assert.Equal(Duration.FromDays(365).ToTimeSpan(), list.NextUpdate - list.ThisUpdate);
        var extensions = hierarchy.Issuing.Extensions;
        Assert.NotEmpty(extensions.CrlDistributionPoints);
        Assert.Empty(extensions.FreshestCrl);
        Assert.DoesNotContain(extensions.AuthorityInformationAccess!.Places, place => place.Method == Pki.Oids.AccessOcsp);
    }

    [Fact]
    public void What_was_revoked_stays_so_in_every_list_that_follows_with_its_first_reason()
    {
        Issue(Later, new RevokedAuthority(hierarchy.Issuing, RevocationReason.CaCompromise));
        var last = Issue(Later + Duration.FromDays(1), new RevokedAuthority(hierarchy.Issuing, RevocationReason.Superseded));

        var entry = Assert.Single(last.Entries);
        Assert.Equal((3, RevocationReason.CaCompromise, Later.ToDateTimeOffset()), (last.Number, entry.Reason, entry.RevokedAt));
        Assert.Equal(last.Encoded.ToArray(), Shelf.Find("root-p256")!.Bytes.ToArray());
    }

    [Fact]
    public void Openssl_reads_the_list_and_refuses_the_authority_that_is_on_it()
    {
        Assert.SkipUnless(OpenSsl.IsThere, OpenSsl.WhySkipped);
        using var openssl = new OpenSsl();
        openssl.Write("root.pem", hierarchy.Root.ToPem());
        openssl.Write("issuing.pem", hierarchy.Issuing.ToPem());
        openssl.Write("first.pem", Lists.Newest(hierarchy.Root)!.ToPem());
        openssl.Write("next.pem", Issue(Later, new RevokedAuthority(hierarchy.Issuing, RevocationReason.CaCompromise)).ToPem());
        string[] verify = ["verify", "-attime", (Later + Duration.FromHours(1)).ToUnixTimeSeconds().ToString(null, null), "-CAfile", "root.pem", "-crl_check", "-CRLfile"];

        Assert.Contains("verify OK", openssl.Run("crl", "-in", "next.pem", "-CAfile", "root.pem", "-noout").Text, StringComparison.Ordinal);
        Assert.Equal((0, "issuing.pem: OK\n"), openssl.Run([.. verify, "first.pem", "issuing.pem"]));
        Assert.Contains("certificate revoked", openssl.Run([.. verify, "next.pem", "issuing.pem"]).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_ceremony_that_goes_on_after_the_roots_key_has_gone_offline_asks_for_no_list()
    {
        File.Delete(HierarchyFiles.ListFile(hierarchy.Folder, KeyAlgorithm.EcdsaP256, 1));
        File.Delete(HierarchyFiles.CertificateFile(hierarchy.Folder, CertificateRole.Ocsp, KeyAlgorithm.EcdsaP256));

        new HierarchyCeremony(
            hierarchy.Folder, hierarchy.Plan,
            (role, algorithm) => role == CertificateRole.Root ? throw new InvalidOperationException("The root's key is away.") : hierarchy.KeyOf(role, algorithm),
            new SmallHierarchy.SystemRandom()).Hold();

        Assert.Null(Lists.Newest(hierarchy.Root));
    }

    [Fact]
    public void Of_a_clock_that_went_back_another_roots_authority_and_a_damaged_list_nothing_is_signed()
    {
        using var other = new SmallHierarchy(KeyAlgorithm.Sm2);
        Refused("RootListGoesBack", () => Issue(Workshop.Now));
        Refused("NotIssuedByTheRoot", () => Issue(Later, new RevokedAuthority(other.Issuing, RevocationReason.Superseded)));
        Refused("NotIssuedByTheRoot", () => Issue(Later, new RevokedAuthority(hierarchy.Root, RevocationReason.Superseded)));
        var file = HierarchyFiles.NewestList(hierarchy.Folder, KeyAlgorithm.EcdsaP256)!;
        var bytes = File.ReadAllBytes(file);
        bytes[^1] ^= 1;
        File.WriteAllBytes(file, bytes);

        Refused("RootListDamaged", () => Issue(Later));
        Assert.Equal(file, HierarchyFiles.NewestList(hierarchy.Folder, KeyAlgorithm.EcdsaP256));
    }

    private RevocationList Issue(Instant at, params RevokedAuthority[] revoked) =>
        Lists.Issue(hierarchy.Root, hierarchy.KeyOf(CertificateRole.Root, KeyAlgorithm.EcdsaP256), revoked, at);

    private static void Refused(string code, Func<object> operation) => Assert.Equal(code, Assert.Throws<AuthorityRefusedException>(operation).Code);
}
