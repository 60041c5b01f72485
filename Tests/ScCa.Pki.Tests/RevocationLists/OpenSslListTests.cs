using System.Globalization;
using System.Security.Cryptography;
using ScCa.Pki.Algorithms;
using ScCa.Pki.Extensions;
using ScCa.Pki.RevocationLists;
using ScCa.Testing;
using Xunit;

namespace ScCa.Pki.Tests.RevocationLists;

public sealed class OpenSslListTests
{
    private const string Config =
        """
        [ca]
        default_ca = d
        [d]
        database = index.txt
        crlnumber = crlnumber
        certificate = root.crt
        private_key = root.key
        default_crl_days = 30
        crl_extensions = x
        [x]
        authorityKeyIdentifier = keyid
        """;

    [Theory, InlineData(PublicKeyKind.EcdsaP256), InlineData(PublicKeyKind.Rsa)]
    public void What_is_made_here_is_accepted_by_openssl_and_revokes_there(PublicKeyKind kind)
    {
        Assert.SkipUnless(OpenSsl.IsThere, OpenSsl.WhySkipped);
        using var openSsl = new OpenSsl();
        using var root = new TestAuthority(kind);
        using var key = TestKey.New(kind);
        var (revoked, good) = (root.IssueHolder(key), root.IssueHolder(key));
        var list = TestList.Of(root, [CrlNumber.Of(1)], TestList.Entry(revoked.SerialNumber, RevocationReason.KeyCompromise));
        openSsl.Write("root.crt", root.Certificate.ToPem());
        openSsl.Write("revoked.crt", revoked.ToPem());
        openSsl.Write("good.crt", good.ToPem());
        openSsl.Write("root.crl", list.ToPem());
        openSsl.Write("der.crl", list.Encoded.Span);
        var now = TestAuthority.Now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        string[] checking = ["verify", "-attime", now, "-CAfile", "root.crt", "-CRLfile", "root.crl", "-crl_check"];

        Assert.Contains("verify OK", openSsl.Run("crl", "-in", "der.crl", "-inform", "DER", "-CAfile", "root.crt", "-noout").Text, StringComparison.Ordinal);
        Assert.Contains("Key Compromise", openSsl.Run("crl", "-in", "root.crl", "-noout", "-text").Text, StringComparison.Ordinal);
        Assert.Equal((0, "good.crt: OK\n"), openSsl.Run([.. checking, "good.crt"]));
        Assert.Contains("certificate revoked", openSsl.Run([.. checking, "revoked.crt"]).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_signature_over_an_sm2_list_is_accepted_by_openssl()
    {
        Assert.SkipUnless(OpenSsl.IsThere, OpenSsl.WhySkipped);
        using var openSsl = new OpenSsl();
        using var root = new TestAuthority(PublicKeyKind.Sm2);
        var list = TestList.Of(root, [CrlNumber.Of(1)], TestList.Entry(1, RevocationReason.KeyCompromise), TestList.Entry(2), TestList.Entry(3));
        openSsl.Write("root.crl", list.Encoded.Span);
        openSsl.Write("root.pub", PemEncoding.WriteString("PUBLIC KEY", root.Key.PublicKey.SubjectPublicKeyInfo.Span));
        openSsl.Write("signature.bin", list.Signature.Span);
        var at = list.Encoded.Span.IndexOf(list.ToBeSigned.Span).ToString(CultureInfo.InvariantCulture);

        openSsl.Run("asn1parse", "-inform", "DER", "-in", "root.crl", "-strparse", at, "-out", "tbs.bin", "-noout");

        Assert.Equal(
            (0, "Verified OK\n"), openSsl.Run("dgst", "-sm3", "-verify", "root.pub", "-sigopt", OpenSsl.Sm2Identity, "-signature", "signature.bin", "tbs.bin"));
    }

    [Theory, InlineData(PublicKeyKind.Sm2), InlineData(PublicKeyKind.EcdsaP256), InlineData(PublicKeyKind.Rsa)]
    public void What_openssl_makes_is_read_and_verified_here(PublicKeyKind kind)
    {
        Assert.SkipUnless(OpenSsl.IsThere, OpenSsl.WhySkipped);
        using var openSsl = new OpenSsl();
        using var root = new TestAuthority(kind);
        openSsl.Write("ca.cnf", Config);
        openSsl.Write("crlnumber", "1F\n");
        openSsl.Write("index.txt", "R\t351231000000Z\t261130010203Z,keyCompromise\t1122334455667799\tunknown\t/CN=x\nR\t351231000000Z\t261130010203Z\t05\tunknown\t/CN=y\n");
        openSsl.Write("root.crt", root.Certificate.ToPem());
        openSsl.Write("root.key", root.Key.ToPem());
        string[] signing = kind == PublicKeyKind.Sm2 ? ["-md", "sm3", "-sigopt", OpenSsl.Sm2Identity] : ["-md", "sha256"];

        openSsl.Run(["ca", "-config", "ca.cnf", "-gencrl", .. signing, "-out", "root.crl"]);
        var list = RevocationList.FromFile(File.ReadAllBytes(openSsl["root.crl"]));

        Assert.True(list.IsSignedBy(root.Key.PublicKey));
        Assert.Equal((2, 31), (list.Count, (int)list.Number!));
        Assert.Equal(RevocationReason.KeyCompromise, list.Find(Convert.FromHexString("1122334455667799"))!.Value.Reason);
        Assert.Equal(TestList.RevokedAt, list.Find([5])!.Value.RevokedAt);
    }
}
