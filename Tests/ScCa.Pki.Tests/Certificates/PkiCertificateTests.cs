using ScCa.Pki.Algorithms;
using ScCa.Pki.Certificates;
using ScCa.Pki.Extensions;
using ScCa.Testing;
using ScCa.Testing.Fixtures;
using Xunit;

namespace ScCa.Pki.Tests.Certificates;

public sealed class PkiCertificateTests
{
    public static TheoryData<string, string> FixturesAndIssuers => new()
    {
        { "root.crt", "root.crt" }, { "sub.crt", "root.crt" }, { "sign.crt", "sub.crt" }, { "enc.crt", "sub.crt" }, { "maker.crt", "sub.crt" },
        { "ocsp.crt", "sub.crt" }, { "tsa.crt", "sub.crt" }, { "sign_nullparams.crt", "sub.crt" },
    };

    private static readonly string[] Strictly = ["-attime", "1790000000", "-x509_strict"];

    [Theory, MemberData(nameof(FixturesAndIssuers))]
    public void Certificates_that_others_made_are_read_and_verify_with_their_issuers_key(string file, string issuer)
    {
        var certificate = PkiCertificate.From(Fixtures.File(file));
        var authority = PkiCertificate.From(Fixtures.File(issuer));

        Assert.True(certificate.IsSignedBy(authority.PublicKey));
        Assert.Equal(authority.Subject, certificate.Issuer);
        Assert.Equal(SignatureAlgorithm.Sm2WithSm3, certificate.SignatureAlgorithm);
        Assert.Equal(new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.Zero), certificate.NotBefore);
        Assert.True(authority.Extensions.SubjectKeyIdentifier.Span.SequenceEqual(certificate.Extensions.AuthorityKeyIdentifier!.KeyIdentifier.Span));
    }

    [Fact]
    public void A_certificate_signed_under_the_empty_identity_does_not_verify() =>
        Assert.False(PkiCertificate.From(Fixtures.File("sign_emptyid.crt")).IsSignedBy(PkiCertificate.From(Fixtures.File("sub.crt")).PublicKey));

    [Fact]
    public void What_the_fixture_says_is_read()
    {
        var holder = PkiCertificate.From(Fixtures.File("sign.crt"));

        Assert.Equal("CN=示例科技有限公司,OU=测试部,O=示例科技有限公司,L=北京市,ST=北京市,C=CN", holder.Subject.ToString().Replace("（演示）", "", StringComparison.Ordinal));
        Assert.Equal(KeyUsages.DigitalSignature | KeyUsages.NonRepudiation, holder.Extensions.KeyUsage);
        Assert.Null(holder.Extensions.BasicConstraints);
        Assert.Equal(0x1A2B3C4D5E6F0003, (long)holder.SerialNumberValue);
        Assert.Equal(new BasicConstraints(true, 0), PkiCertificate.From(Fixtures.File("sub.crt")).Extensions.BasicConstraints);
        Assert.Equal([Oids.TimeStamping], PkiCertificate.From(Fixtures.File("tsa.crt")).Extensions.ExtendedKeyUsage);
    }

    [Theory, InlineData(PublicKeyKind.Sm2), InlineData(PublicKeyKind.EcdsaP256), InlineData(PublicKeyKind.Rsa)]
    public void What_is_made_here_is_accepted_by_openssl_hop_by_hop(PublicKeyKind kind)
    {
        Assert.SkipUnless(OpenSsl.IsThere, OpenSsl.WhySkipped);
        using var openSsl = new OpenSsl();
        using var root = new TestAuthority(kind);
        using var issuing = root.Below();
        using var key = TestKey.New(kind);
        openSsl.Write("root.crt", root.Certificate.ToPem());
        openSsl.Write("issuing.crt", issuing.Certificate.ToPem());
        openSsl.Write("holder.crt", issuing.IssueHolder(key).ToPem());

        // The option is an error with another kind's key.
        string[] identity = kind == PublicKeyKind.Sm2 ? ["-vfyopt", OpenSsl.Sm2Identity] : [];

        Assert.Equal((0, "issuing.crt: OK\n"), openSsl.Run(["verify", .. identity, .. Strictly, "-CAfile", "root.crt", "issuing.crt"]));
        Assert.Equal((0, "holder.crt: OK\n"), openSsl.Run(["verify", .. identity, .. Strictly, "-partial_chain", "-CAfile", "issuing.crt", "holder.crt"]));
    }

    [Fact]
    public void Every_bit_of_the_signed_part_counts()
    {
        var authority = PkiCertificate.From(Fixtures.File("sub.crt")).PublicKey;
        var bytes = Fixtures.File("sign.crt");
        var length = PkiCertificate.From(bytes).ToBeSigned.Length;
        for (var i = 0; i < length; i++)
        {
            var changed = (byte[])bytes.Clone();
            changed[4 + i] ^= 1;
            Assert.False(IsAccepted(changed), $"byte {i}");
        }

        bool IsAccepted(byte[] changed)
        {
            try
            {
                return PkiCertificate.From(changed).IsSignedBy(authority);
            }
            catch (PkiRefusedException)
            {
                return false;
            }
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("00")]
    [InlineData("3000")]
    [InlineData("308000")]
    [InlineData("3080 0000")]
    [InlineData("30820001 00")]
    public void What_is_no_certificate_is_refused_in_both_languages(string hex)
    {
        var refused = Assert.Throws<PkiRefusedException>(() => PkiCertificate.From(Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal))));

        Assert.Equal(PkiRefusal.CertificateMalformed, refused.Refusal);
        Assert.Contains("DER", refused.ZhCn, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_refusal_has_its_texts() =>
        Assert.All(Enum.GetValues<PkiRefusal>(), refusal =>
        {
            var refused = new PkiRefusedException(refusal);
            Assert.NotEmpty(refused.ZhCn);
            Assert.NotEmpty(refused.En);
        });

    [Fact]
    public void Another_algorithm_outside_than_inside_is_never_signed_by_anybody()
    {
        var bytes = Fixtures.File("sign.crt");
        // The outer algorithm is named by the last occurrence of 501; 504 is RSA with SM3.
        var outer = bytes.AsSpan().LastIndexOf(Convert.FromHexString("2A811CCF55018375"));
        bytes[outer + 7] = 0x78;

        Assert.Null(PkiCertificate.From(bytes).SignatureAlgorithm);
    }
}
